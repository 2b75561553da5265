// tier: 2
// What arrays, dictionaries and sets can do, in one go.
var a = [5, 3, 8, 1]
a.sort()
a.reverse()
a.swapAt(0, 3)
a.insert(9, at: 1)
a.remove(at: 0)
a.removeAll { $0 == 9 }
print(a, a.firstIndex(of: 5) as Any, a.lastIndex(of: 8) as Any, a.contains { $0 > 7 }, a.allSatisfy { $0 > 0 })
print(
    a.min()!, a.max()!, a.first!, a.last!, a.prefix(2), a.suffix(1), a.dropFirst(), a.dropLast(2), a[1...], a[..<2],
    a.randomElement() != nil)
a += [7, 7]
a.append(contentsOf: 1...2)
print(a, a.count, a.isEmpty, a.capacity >= a.count)
a.replaceSubrange(0...1, with: [0, 0, 0])
print(a)
a.removeSubrange(1..<3)
print(a)
a.removeFirst(2)
a.removeLast()
print(a)
print(
    [1, 2, 3, 4, 5, 6].chunks(2), [1, 2] == [1, 2], [[1], [2, 3]].flatMap { $0 }, [[1], [2]].joined().map { $0 },
    ["a": 1].map { $0.key })
extension Array {
    func chunks(_ n: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: count, by: n).map { self[$0..<Swift.min($0 + n, count)] }
    }
}
print(
    [1, nil, 3].compactMap { $0 }, ["1", "x"].compactMap(Int.init), ["1", "x"].map { Int($0) },
    [1, 2, 3].reduce("") { $0 + "\($1)" })
print(
    a.enumerated().map { $0.offset * $0.element }, Array(a.indices), a.split(separator: 7),
    [1, 2, 1, 3].split(separator: 1))
print(Array(repeating: [0, 1], count: 2), Array(1...3) + [4], [Int](), [String: Int](), Set<Int>())
var d = ["one": 1, "two": 2]
d["three"] = 3
d["one"] = nil
d.updateValue(22, forKey: "two")
d.removeValue(forKey: "zzz")
print(d.count, d["two"]!, d["x"] ?? 0, d.keys.sorted(), d.values.sorted(), d.contains { $0.value == 3 })
d.merge(["two": 5, "ten": 10]) { old, new in old + new }
print(d.sorted { $0.key < $1.key }.map { "\($0)=\($1)" })
print(
    d.mapValues { $0 * 2 }.sorted { $0.value < $1.value }.first!, d.filter { $0.value > 5 }.keys.sorted(),
    d.min { $0.value < $1.value }!.key)
for (k, v) in d.sorted(by: { $0.value > $1.value }) { print(k, v, terminator: "|") }
print(
    d.reduce(0) { $0 + $1.value }, d.first { $0.key == "ten" }!.value, d.isEmpty,
    d.compactMapValues { $0 > 5 ? "\($0)" : nil }.count)
var s: Set = [1, 2, 3]
let t: Set = [3, 4]
print(
    s.union(t).sorted(), s.intersection(t), s.subtracting(t).sorted(), s.symmetricDifference(t).sorted(),
    s.isSubset(of: [1, 2, 3, 4]), s.isDisjoint(with: [9]))
print(s.insert(3), s.insert(9).inserted, s.remove(1) as Any, s.remove(100) as Any, s.contains(2), s.count)
var m = [[Int]](repeating: [Int](repeating: 0, count: 3), count: 2)
m[1][2] = 5
m[0] = [1, 2, 3]
print(m, m.map { $0.reduce(0, +) }, m[1].count)
for row in m { print(row.map { String($0) }.joined(separator: " ")) }
let tt = (0..<3).map { c in m.map { $0[c] } }
print(tt)
let (q, r) = 17.quotientAndRemainder(dividingBy: 5)
print(q, r)
print(
    zip(["a", "b"], [1, 2]).map { "\($0)\($1)" },
    Dictionary(zip(["a", "b"], [1, 2]), uniquingKeysWith: { a, _ in a })["b"]!,
    Dictionary(grouping: 1...6) { $0 % 3 }[0]!)
print(
    "abc".enumerated().map { "\($0.offset)\($0.element)" }, [1, 5, 2].sorted { $0 > $1 },
    ["b", "A", "c"].sorted { $0.lowercased() < $1.lowercased() })
let words = ["apple", "fig", "kiwi", "banana"]
print(
    words.sorted { ($0.count, $0) < ($1.count, $1) }, words.max(by: { $0.count < $1.count })!,
    words.firstIndex { $0.hasPrefix("k") }!)
print(
    a.first(where: { $0 > 100 }) as Any, a.last { $0 > 0 } as Any, [1, 2, 3].elementsEqual([1, 2, 3]),
    [1, 2].starts(with: [1]), [1, 2, 3].lexicographicallyPrecedes([1, 3]))
print(
    [3, 1, 2].shuffled().sorted(), (1...3).contains(2), (1..<4).count, Array("abc").shuffled().count,
    [1, 2, 3, 4].dropWhile())
extension Array where Element == Int { func dropWhile() -> [Int] { Array(drop { $0 < 3 }) } }
print([1, 2, 3, 4].prefix { $0 < 3 }, [1, 2, 2, 3].unique(), (1...3).flatMap { Array(repeating: $0, count: $0) })
extension Sequence where Element: Hashable {
    func unique() -> [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
// expect: [5, 3, 8] Optional(0) Optional(2) true true
// expect: 3 8 5 8 [5, 3] [8] [3, 8] [5] [3, 8] [5, 3] true
// expect: [5, 3, 8, 7, 7, 1, 2] 7 false true
// expect: [0, 0, 0, 8, 7, 7, 1, 2]
// expect: [0, 8, 7, 7, 1, 2]
// expect: [7, 7, 1]
// expect: [ArraySlice([1, 2]), ArraySlice([3, 4]), ArraySlice([5, 6])] true [1, 2, 3] [1, 2] ["a"]
// expect: [1, 3] [1] [Optional(1), nil] 123
// expect: [0, 7, 2] [0, 1, 2] [ArraySlice([1])] [ArraySlice([2]), ArraySlice([3])]
// expect: [[0, 1], [0, 1]] [1, 2, 3, 4] [] [:] []
// expect: 2 22 0 ["three", "two"] [3, 22] true
// expect: ["ten=10", "three=3", "two=27"]
// expect: (key: "three", value: 6) ["ten", "two"] three
// expect: two 27|ten 10|three 3|40 10 false 2
// expect: [1, 2, 3, 4] [3] [1, 2] [1, 2, 4] true true
// expect: (inserted: false, memberAfterInsert: 3) true Optional(1) nil true 3
// expect: [[1, 2, 3], [0, 0, 5]] [6, 5] 3
// expect: 1 2 3
// expect: 0 0 5
// expect: [[1, 0], [2, 0], [3, 5]]
// expect: 3 2
// expect: ["a1", "b2"] 2 [3, 6]
// expect: ["0a", "1b", "2c"] [5, 2, 1] ["A", "b", "c"]
// expect: ["fig", "kiwi", "apple", "banana"] banana 2
// expect: nil Optional(1) true true true
// expect: [1, 2, 3] true 3 3 [3, 4]
// expect: [1, 2] [1, 2, 3] [1, 2, 2, 3, 3, 3]
