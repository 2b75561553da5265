// tier: 1
// Not a number is not an Int.
let zero = 0.0
print((zero / zero).isNaN)  // expect: true
print(Int(zero / zero))  // trap: NaN
