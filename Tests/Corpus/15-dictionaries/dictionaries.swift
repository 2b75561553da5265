// tier: 2
// Dictionaries: look up, set, remove, defaults, going over in sorted order.
var ages = ["Ada": 36, "Bob": 7]
print(ages["Ada"]!, ages["Eve"] == nil, ages["Eve"] ?? 0)  // expect: 36 true 0
ages["Eve"] = 1
ages["Bob"] = nil
ages["Ada"]! += 1
print(ages.count, ages.keys.sorted(), ages.values.sorted())  // expect: 2 ["Ada", "Eve"] [1, 37]
for (name, age) in ages.sorted(by: { $0.key < $1.key }) { print(name, age) }
// expect: Ada 37
// expect: Eve 1
var counts: [Character: Int] = [:]
for letter in "banana" { counts[letter, default: 0] += 1 }
print(counts.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" })  // expect: ["a3", "b1", "n2"]
print(counts.isEmpty, [String: Int]().isEmpty)  // expect: false true
print(["one": 1])  // expect: ["one": 1]
print(ages.removeValue(forKey: "Ada") ?? 0, ages.count)  // expect: 37 1
print(ages.updateValue(2, forKey: "Eve") ?? 0, ages["Eve"]!)  // expect: 1 2
let squares = Dictionary(uniqueKeysWithValues: (1...3).map { ($0, $0 * $0) })
print(squares[3]!, squares.mapValues { $0 + 1 }[2]!)  // expect: 9 5
print(squares.filter { $0.value > 3 }.count, squares.contains { $0.key == 2 })  // expect: 2 true
let groups = Dictionary(grouping: ["apple", "bob", "ant"]) { $0.first! }
print(groups["a"]!, groups["b"]!)  // expect: ["apple", "ant"] ["bob"]
print(["a": 1, "b": 2] == ["b": 2, "a": 1])  // expect: true
var nested: [String: [Int]] = [:]
nested["x", default: []].append(1)
nested["x"]?.append(2)
print(nested)  // expect: ["x": [1, 2]]
print(squares.reduce(0) { $0 + $1.value }, squares.keys.max()!)  // expect: 14 3
var copy = squares
copy[1] = 100
print(squares[1]!, copy[1]!)  // expect: 1 100
print(ages.merging(["Zed": 9]) { $1 }.count)  // expect: 2
if let age = ages["Eve"] { print("Eve is \(age)") }  // expect: Eve is 2
copy.removeAll()
print(copy)  // expect: [:]
