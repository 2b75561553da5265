// tier: 2
// Float: less precise than Double and a type of its own.
let f: Float = 0.1
print(f, f + 0.2, Double(f))  // expect: 0.1 0.3 0.10000000149011612
print(Float(1) / 3, 1.0 / 3)  // expect: 0.33333334 0.3333333333333333
let n: Float = 16_777_216
print(n + 1 == n, Int(n))  // expect: true 16777216
print([f, 2])  // expect: [0.1, 2.0]
print(f * 10 == 1, Float(0.1) == f)  // expect: true true
print(Float.greatestFiniteMagnitude, Float(1e-10))  // expect: 3.4028235e+38 1e-10
print(f.squareRoot() * f.squareRoot())  // expect: 0.1
