// tier: 1
// A slice is a view of part of an array and keeps the positions of the whole.
let a = [10, 20, 30, 40, 50]
print(a[1...3])  // expect: [20, 30, 40]
print(a[1..<3], a[..<2], a[3...], a[...1])  // expect: [20, 30] [10, 20] [40, 50] [10, 20]
let middle = a[1...3]
print(middle[1], middle.startIndex, middle.endIndex, middle.count)  // expect: 20 1 4 3
print(Array(middle)[0])  // expect: 20
print(a.prefix(2), a.suffix(2), a.dropFirst(), a.dropLast(2))  // expect: [10, 20] [40, 50] [20, 30, 40, 50] [10, 20, 30]
print(a.prefix(10).count, a.dropFirst(10).count)  // expect: 5 0
print(middle.map { $0 / 10 })  // expect: [2, 3, 4]
print(middle.reduce(0, +))  // expect: 90
var b = a
b[1...2] = [0]
print(b)  // expect: [10, 0, 40, 50]
print(a.prefix(while: { $0 < 30 }), a.drop { $0 < 30 })  // expect: [10, 20] [30, 40, 50]
print(a[1...1] == [20])  // expect: true
print(Array(a[..<2] + a[3...]))  // expect: [10, 20, 40, 50]
