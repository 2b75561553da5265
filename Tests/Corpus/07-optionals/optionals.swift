// tier: 1
// A value that may be missing: nil, if let, guard let, ??, !, chaining, map.
var name: String? = nil
print(name == nil, name ?? "nobody")  // expect: true nobody
name = "Ada"
if let name { print("hello \(name)") }  // expect: hello Ada
if let n = name, n.count == 3 { print("three letters") }  // expect: three letters
print(name!, name!.count)  // expect: Ada 3
print(name?.count ?? 0, name?.uppercased() ?? "-")  // expect: 3 ADA
let numbers = ["7", "x"].map { Int($0) }
for n in numbers {
    if let n { print("number \(n)") } else { print("not a number") }
}
// expect: number 7
// expect: not a number
func double(_ text: String) -> Int? {
    guard let n = Int(text) else { return nil }
    return n * 2
}
print(double("21") ?? -1, double("?") ?? -1)  // expect: 42 -1
print(double("4").map { $0 + 1 } ?? 0)  // expect: 9
print(double("4").flatMap { $0 > 5 ? $0 : nil } ?? 0)  // expect: 8
let a: Int? = 3
let b: Int? = nil
print(a == 3, a == b, b == nil, a != nil)  // expect: true false true true
print(a ?? b ?? 0, b ?? a ?? 0)  // expect: 3 3
var list: [Int]? = [1, 2]
list?.append(3)
print(list?.count ?? -1, list?[0] ?? -1, list!.last ?? 0)  // expect: 3 1 3
list = nil
list?.append(4)
print(list?.first == nil)  // expect: true
let empty: [Double] = []
if let first = empty.first { print(first) } else { print("no first") }  // expect: no first
var count: Int? = 1
count? += 1
count! *= 10
print(count!)  // expect: 20
while let c = count {
    count = c > 5 ? nil : c + 1
}
print(count == nil)  // expect: true
let nested: Int?? = .some(nil)
print(nested == nil, nested! == nil)  // expect: false true
