// tier: 2
// Counting words, and a small calculator for expressions.
let text = "the cat and the dog and the bird"
var counts: [String: Int] = [:]
for word in text.split(separator: " ") { counts[String(word), default: 0] += 1 }
for (word, n) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(3) { print(word, n) }
// expect: the 3
// expect: and 2
// expect: bird 1
struct Calculator {
    var rest: Substring
    init(_ text: String) { rest = text.filter { $0 != " " }[...] }
    mutating func sum() -> Int {
        var value = product()
        while let op = rest.first, op == "+" || op == "-" {
            rest.removeFirst()
            value += op == "+" ? product() : -product()
        }
        return value
    }
    mutating func product() -> Int {
        var value = factor()
        while rest.first == "*" {
            rest.removeFirst()
            value *= factor()
        }
        return value
    }
    mutating func factor() -> Int {
        if rest.first == "(" {
            rest.removeFirst()
            defer { rest.removeFirst() }
            return sum()
        }
        let digits = rest.prefix { $0.isNumber }
        rest = rest.dropFirst(digits.count)
        return Int(digits) ?? 0
    }
}
var calculator = Calculator("2 * (3 + 4) - 5")
print(calculator.sum())  // expect: 9
