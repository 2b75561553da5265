// tier: 1
// Numbers change their type only by name: Double(n) widens, Int(x) cuts towards zero, text may not be a number.
let n = 3
let x = 2.75
print(Double(n) * x)  // expect: 8.25
print(n * Int(x))  // expect: 6
print(Int(2.99), Int(-2.99), Int(-0.5))  // expect: 2 -2 0
print(Int(1e15))  // expect: 1000000000000000
print(Int("42")!, Int("-7")!, Int("+7")!)  // expect: 42 -7 7
print(Int("4.5") == nil, Int("") == nil, Int(" 4") == nil)  // expect: true true true
print(Double("2.5")!, Double("1e3")!, Double("3")!, Double("-.5") ?? 0)  // expect: 2.5 1000.0 3.0 -0.5
print(Double("abc") == nil, Double("inf")!, Double("") == nil)  // expect: true inf true
print(String(42), String(2.5), String(true))  // expect: 42 2.5 true
print(Int("ff", radix: 16)!, String(255, radix: 2))  // expect: 255 11111111
print(Int(exactly: 2.0) ?? -1, Int(exactly: 2.5) ?? -1)  // expect: 2 -1
print(Bool("true") ?? false, Bool("yes") == nil)  // expect: true true
print(Int("9223372036854775808") == nil)  // expect: true
print(Double(Int.max))  // expect: 9.223372036854776e+18
print(Int(truncatingIfNeeded: 300), Int8(truncatingIfNeeded: 300))  // expect: 300 44
