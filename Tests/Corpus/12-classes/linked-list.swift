// tier: 2
// A linked list of class instances that is a sequence.
class ListNode<T> {
    var value: T
    var next: ListNode<T>?
    init(_ v: T, _ n: ListNode<T>? = nil) {
        value = v
        next = n
    }
}
struct LinkedList<T>: Sequence, CustomStringConvertible {
    private(set) var head: ListNode<T>?
    private(set) var count = 0
    mutating func prepend(_ v: T) {
        head = ListNode(v, head)
        count += 1
    }
    mutating func append(_ v: T) {
        count += 1
        guard var cur = head else {
            head = ListNode(v)
            return
        }
        while let n = cur.next { cur = n }
        cur.next = ListNode(v)
    }
    mutating func reverse() {
        var prev: ListNode<T>? = nil
        var cur = head
        while let c = cur {
            let next = c.next
            c.next = prev
            prev = c
            cur = next
        }
        head = prev
    }
    func makeIterator() -> ListIterator<T> { ListIterator(current: head) }
    var description: String { "[" + map { "\($0)" }.joined(separator: " -> ") + "]" }
}
struct ListIterator<T>: IteratorProtocol {
    var current: ListNode<T>?
    mutating func next() -> T? {
        defer { current = current?.next }
        return current?.value
    }
}
var l = LinkedList<Int>()
for i in 1...4 { l.append(i * i) }
l.prepend(0)
print(l, l.count)  // expect: [0 -> 1 -> 4 -> 9 -> 16] 5
l.reverse()
print(l)  // expect: [16 -> 9 -> 4 -> 1 -> 0]
print(l.contains(9), l.max()!, l.sorted(), l.reduce(0, +), l.filter { $0 % 2 == 0 })
// expect: true 16 [0, 1, 4, 9, 16] 30 [16, 4, 0]
for (i, x) in l.enumerated() where i > 2 { print(i, x) }
// expect: 3 1
// expect: 4 0
print(l.first { $0 < 5 } ?? -1, Array(l.dropFirst(2)), l.min()!, Array(l.prefix(2)))
// expect: 4 [4, 1, 0] 0 [16, 9]
