// tier: 1
// The remainder of a division by zero.
let v = 1 << 3
print(7 % (v - 8))  // trap: 7 % 0: division
