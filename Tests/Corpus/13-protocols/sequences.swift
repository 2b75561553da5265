// tier: 2
// A type of one's own that for-in can go over.
struct Countdown: Sequence, IteratorProtocol {
    var n: Int
    mutating func next() -> Int? {
        if n == 0 { return nil }
        defer { n -= 1 }
        return n
    }
}
for i in Countdown(n: 3) { print(i, terminator: ";") }
print()  // expect: 3;2;1;
print(Countdown(n: 4).map { $0 * $0 }, Countdown(n: 5).reduce(0, +))  // expect: [16, 9, 4, 1] 15
print(Array(Countdown(n: 2)), Countdown(n: 3).contains(2))  // expect: [2, 1] true
struct Dataset: Sequence {
    let xs: [Double], ys: [Double]
    func makeIterator() -> AnyIterator<(Double, Double)> {
        var i = 0
        return AnyIterator {
            if i == self.xs.count { return nil }
            defer { i += 1 }
            return (self.xs[i], self.ys[i])
        }
    }
}
for (x, y) in Dataset(xs: [1, 2], ys: [3, 4]) { print(x, y) }
// expect: 1.0 3.0
// expect: 2.0 4.0
var iterator = [7, 8].makeIterator()
print(iterator.next()!, iterator.next()!, iterator.next() == nil)  // expect: 7 8 true
