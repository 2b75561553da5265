// tier: 2
// A generic stack keeps its type, and its methods.
struct St<T> { var items: [T] = []; mutating func push(_ t: T) { items.append(t) } }
var st = St<Int>()
st.push("a")  // error: this is a String, and
st.pop()  // error: St<Int> has no member `pop`
let st2 = St()  // error: the type of this cannot
