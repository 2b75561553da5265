// tier: 2
// Errors: throws, try, do and catch, try?, rethrows, defer on the way out.
enum ParseError: Error, Equatable {
    case empty
    case notANumber(String)
}
func parse(_ text: String) throws -> Int {
    if text.isEmpty { throw ParseError.empty }
    guard let n = Int(text) else { throw ParseError.notANumber(text) }
    return n
}
do {
    print(try parse("42"))  // expect: 42
    print(try parse("x"))
    print("never")
} catch ParseError.notANumber(let text) {
    print("not a number: \(text)")  // expect: not a number: x
} catch {
    print("other: \(error)")
}
print((try? parse("7")) ?? -1, (try? parse("")) ?? -1)  // expect: 7 -1
func sum(_ texts: [String]) throws -> Int {
    defer { print("summed") }
    var total = 0
    for text in texts { total += try parse(text) }
    return total
}
print(try sum(["1", "2"]))
// expect: summed
// expect: 3
do {
    _ = try sum(["1", ""])  // expect: summed
} catch let error as ParseError {
    print(error, error == .empty)  // expect: empty true
}
print(try! parse("5"))  // expect: 5
func apply(_ f: (Int) throws -> Int, _ n: Int) rethrows -> Int { try f(n) }
print(apply({ $0 + 1 }, 1))  // expect: 2
struct Refused: Error { let why: String }
do {
    _ = try apply({ _ in throw Refused(why: "no") }, 1)
} catch let refused as Refused {
    print(refused.why)  // expect: no
}
do {
    print(try ["1", "2"].map(parse))  // expect: [1, 2]
    print(try ["1", "z"].map { try parse($0) })
} catch {
    print(error)  // expect: notANumber("z")
}
struct Safe {
    let root: Double
    init(_ x: Double) throws {
        guard x >= 0 else { throw Refused(why: "negative") }
        root = x.squareRoot()
    }
}
print(try Safe(9).root, (try? Safe(-1)) == nil)  // expect: 3.0 true
