// tier: 2
// Properties of type T! in chains.
class Node {
    var next: Node!
    var v = 1
}
let a = Node()
a.next = Node()
a.next.v = 5
a.next.next = a
print(a.next.next.v, a.next.v + 1, a.next.next === a, a.next == nil)  // expect: 1 6 true false
var m: [String: Int]! = [:]
m["a"] = 1
print(m["a"] ?? 0, m.count)  // expect: 1 1
