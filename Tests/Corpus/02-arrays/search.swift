// tier: 1
// Asking an array: contains, firstIndex, min, max, allSatisfy.
let a = [3, 1, 4, 1, 5]
print(a.contains(4), a.contains(9))  // expect: true false
print(a.contains { $0 > 4 })  // expect: true
print(a.firstIndex(of: 1)!, a.lastIndex(of: 1)!, a.firstIndex(of: 7) == nil)  // expect: 1 3 true
print(a.firstIndex { $0 > 3 }!)  // expect: 2
print(a.first { $0 > 3 }!)  // expect: 4
print(a.min()!, a.max()!)  // expect: 1 5
print(a.allSatisfy { $0 > 0 })  // expect: true
print(a.sorted(), a.sorted(by: >))  // expect: [1, 1, 3, 4, 5] [5, 4, 3, 1, 1]
print(a.reversed() as [Int])  // expect: [5, 1, 4, 1, 3]
print(a.reduce(0, +), a.reduce(1, *))  // expect: 14 60
print(["bb", "a", "ccc"].max { $0.count < $1.count }!)  // expect: ccc
print(["bb", "a", "ccc"].sorted { $0.count > $1.count })  // expect: ["ccc", "bb", "a"]
print(a.count(where: { $0 == 1 }))  // expect: 2
print([1, 2].starts(with: [1]), [1, 2].elementsEqual([1, 2]))  // expect: true true
let none: [Double] = []
print(none.max() == nil)  // expect: true
