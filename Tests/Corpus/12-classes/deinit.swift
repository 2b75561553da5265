// tier: 2
// An object goes when nothing holds it any more.
final class Token {
    let name: String
    init(_ name: String) {
        self.name = name
        print("made \(name)")
    }
    deinit { print("gone \(name)") }
}
var a: Token? = Token("a")  // expect: made a
var b = a
a = nil
print("still here")  // expect: still here
b = nil  // expect: gone a
func scope() {
    let t = Token("t")
    print("using \(t.name)")
}
scope()
// expect: made t
// expect: using t
// expect: gone t
var list = [Token("x"), Token("y")]
// expect: made x
// expect: made y
list.removeFirst()  // expect: gone x
list = []  // expect: gone y
print("end")  // expect: end
