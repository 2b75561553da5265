// tier: 2
// A product too large for an Int8.
let i = Int8("100")!
print(i * 2)  // trap: the result 200 does
