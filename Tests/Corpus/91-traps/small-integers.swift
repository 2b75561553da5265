// tier: 2
// A value that does not fit in a narrow integer.
let big = [255, 256]
print(UInt8(big[0]))  // expect: 255
print(UInt8(big[1]))  // trap: UInt8
