// tier: 1
// What a call gives may be an optional: == compares it with a value all the same.
var stack = [1, 2, 3]
let wanted = 3
print(stack.popLast() == wanted, stack.popLast() != wanted, stack.last == 1)  // expect: true true true
func half(_ x: Int) -> Int? { x % 2 == 0 ? x / 2 : nil }
func half(_ x: Double) -> Double { x / 2 }
print(half(6) == wanted, half(5) == nil, wanted == half(6), half(3.0) == 1.5)  // expect: true true true true
