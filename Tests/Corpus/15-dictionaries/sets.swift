// tier: 2
// Sets: each value once; union, intersection, difference.
var s: Set = [3, 1, 3, 2]
print(s.count, s.contains(3), s.sorted())  // expect: 3 true [1, 2, 3]
print(s.insert(4).inserted, s.insert(4).inserted)  // expect: true false
print(s.remove(1) ?? 0, s.remove(1) ?? 0)  // expect: 1 0
let a: Set<Int> = [1, 2, 3]
let b: Set<Int> = [3, 4]
print(a.union(b).sorted(), a.intersection(b), a.subtracting(b).sorted())  // expect: [1, 2, 3, 4] [3] [1, 2]
print(a.symmetricDifference(b).sorted())  // expect: [1, 2, 4]
print(a.isSuperset(of: [1, 2]), b.isSubset(of: a), a.isDisjoint(with: [9]))  // expect: true false true
print(a == [3, 2, 1], Set("hello").count, Set<String>().isEmpty)  // expect: true 4 true
print(a.map { $0 * 10 }.sorted(), a.filter { $0 > 1 }.sorted(), a.min()!)  // expect: [10, 20, 30] [2, 3] 1
var seen = Set<Int>()
print([1, 2, 1, 3, 2].filter { seen.insert($0).inserted })  // expect: [1, 2, 3]
var u = a
u.formUnion([7])
print(a.count, u.count, u.reduce(0, +))  // expect: 3 4 13
for x in u.sorted() where x > 2 { print(x, terminator: ";") }
print()  // expect: 3;7;
