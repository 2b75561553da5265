// tier: 1
// Going over an array: by element, by position, in pairs, backwards.
let names = ["a", "b", "c"]
for name in names { print(name) }
// expect: a
// expect: b
// expect: c
for (i, name) in names.enumerated() { print(i, name) }
// expect: 0 a
// expect: 1 b
// expect: 2 c
let weights = [0.5, -1, 2]
var sum = 0.0
for (w, n) in zip(weights, 1...3) { sum += w * Double(n) }
print(sum)  // expect: 4.5
for i in names.indices.reversed() { print(names[i], terminator: ";") }
print()  // expect: c;b;a;
for i in stride(from: 0, to: names.count, by: 2) { print(names[i]) }
// expect: a
// expect: c
names.forEach { print($0, terminator: ";") }
print()  // expect: a;b;c;
for (i, (a, b)) in zip(names, weights).enumerated() { print(i, a, b) }
// expect: 0 a 0.5
// expect: 1 b -1.0
// expect: 2 c 2.0
