// tier: 2
// 300 as a UInt8.
print(UInt8(300 + Int("0")!))  // trap: 300 does not fit
