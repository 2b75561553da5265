// tier: 2
// Keys whose hashes are equal are still told apart by ==.
struct Clash: Hashable {
    let name: Int
    func hash(into hasher: inout Hasher) { hasher.combine(name % 3) }
}
var counts: [Clash: Int] = [:]
for round in 1...3 {
    for name in 0..<20 { counts[Clash(name: name), default: 0] += round }
}
print(counts.count, counts.values.allSatisfy { $0 == 6 })  // expect: 20 true
for name in 0..<20 where name % 4 != 0 { counts[Clash(name: name)] = nil }
print(counts.keys.map(\.name).sorted())  // expect: [0, 4, 8, 12, 16]
var set = Set((0..<30).map { Clash(name: $0) })
print(set.contains(Clash(name: 29)), set.contains(Clash(name: 30)), set.insert(Clash(name: 7)).inserted)
// expect: true false false
set.subtract((0..<25).map { Clash(name: $0) })
print(set.map(\.name).sorted())  // expect: [25, 26, 27, 28, 29]
