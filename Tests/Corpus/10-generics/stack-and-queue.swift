// tier: 2
// A generic stack and a queue as sequences of their own.
struct Stack<Element> {
    private var storage: [Element] = []
    var isEmpty: Bool { storage.isEmpty }
    var top: Element? { storage.last }
    mutating func push(_ e: Element) { storage.append(e) }
    @discardableResult
    mutating func pop() -> Element? { storage.popLast() }
}
extension Stack: CustomStringConvertible where Element: CustomStringConvertible {
    var description: String { "[" + storage.map { $0.description }.joined(separator: " | ") + "]" }
}
extension Stack: ExpressibleByArrayLiteral {
    init(arrayLiteral elements: Element...) { for e in elements { push(e) } }
}
extension Stack: Sequence {
    func makeIterator() -> AnyIterator<Element> {
        var copy = self
        return AnyIterator { copy.pop() }
    }
}
var s: Stack = [1, 2, 3]
s.push(4)
print(s)
s.pop()
print(s.top ?? 0)
for x in s { print(x, terminator: " ") }
print()
print(s.map { $0 * 2 })
struct Queue<T>: Sequence, IteratorProtocol {
    private var a: [T] = []
    private var b: [T] = []
    mutating func enqueue(_ x: T) { a.append(x) }
    mutating func next() -> T? {
        if b.isEmpty {
            b = a.reversed()
            a.removeAll()
        }
        return b.popLast()
    }
}
var q = Queue<String>()
q.enqueue("x")
q.enqueue("y")
for v in q { print(v) }
print(q.next()!)
// expect: [1 | 2 | 3 | 4]
// expect: 3
// expect: 3 2 1 
// expect: [6, 4, 2]
// expect: x
// expect: y
// expect: x
