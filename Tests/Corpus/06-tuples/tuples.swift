// tier: 1
// Tuples: positions, labels, taking apart, comparing.
let p = (1, "a", 2.5)
print(p.0, p.1, p.2)  // expect: 1 a 2.5
print(p)  // expect: (1, "a", 2.5)
let q = (x: 3, y: 4)
print(q.x * q.x + q.y * q.y, q.0)  // expect: 25 3
print(q)  // expect: (x: 3, y: 4)
let (a, b, _) = p
print(a, b)  // expect: 1 a
var r = q
r.x = 10
r.1 += 1
print(r, q)  // expect: (x: 10, y: 5) (x: 3, y: 4)
print((1, 2) == (1, 2), (1, "b") < (1, "c"), (2, 0) > (1, 9))  // expect: true true true
func divide(_ a: Int, by b: Int) -> (quotient: Int, remainder: Int) { (a / b, a % b) }
let d = divide(17, by: 5)
print(d.quotient, d.remainder)  // expect: 3 2
let (quotient, _) = divide(9, by: 2)
print(quotient)  // expect: 4
let nested = ((1, 2), 3)
print(nested.0.1, nested)  // expect: 2 ((1, 2), 3)
let ((m, n), o) = nested
print(m + n + o)  // expect: 6
let samples: [(input: [Double], target: Double)] = [([0, 1], 1), ([1, 1], 0)]
for (input, target) in samples { print(input, target) }
// expect: [0.0, 1.0] 1.0
// expect: [1.0, 1.0] 0.0
print(samples[0].input[1], samples.map { $0.target })  // expect: 1.0 [1.0, 0.0]
let points: [(Int, Int)] = [(1, 2), (3, 4)]
print(points)  // expect: [(1, 2), (3, 4)]
var pairs = [(k: "a", v: 1)]
pairs[0].v += 5
print(pairs[0], pairs)  // expect: (k: "a", v: 6) [(k: "a", v: 6)]
let single: (Int) = 5
print(single)  // expect: 5
print(())  // expect: ()
