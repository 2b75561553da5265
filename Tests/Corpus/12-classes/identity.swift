// tier: 2
// A class is shared: two names can mean one object.
final class Box {
    var value: Int
    init(_ value: Int) { self.value = value }
}
let a = Box(1)
let b = a
b.value = 5
print(a.value, a === b, a !== b)  // expect: 5 true false
let c = Box(5)
print(a === c, a.value == c.value)  // expect: false true
func fill(_ box: Box) { box.value = 100 }
fill(a)
print(b.value)  // expect: 100
let boxes = [a, c, a]
boxes[2].value += 1
print(boxes.map { $0.value })  // expect: [101, 5, 101]
struct Holder { var box: Box }
let h = Holder(box: c)
h.box.value = -1
print(c.value)  // expect: -1
final class Node {
    let value: Int
    var next: Node?
    init(_ value: Int, next: Node? = nil) {
        self.value = value
        self.next = next
    }
}
let list = Node(1, next: Node(2, next: Node(3)))
var sum = 0
var node: Node? = list
while let n = node {
    sum += n.value
    node = n.next
}
print(sum, list.next?.next?.value ?? 0, list.next?.next?.next == nil)  // expect: 6 3 true
list.next!.next = list
print(list.next!.next!.next!.value)  // expect: 2
list.next!.next = nil
