// tier: 2
// Integers as text in other bases.
print(String(255, radix: 16), String(-10, radix: 2), Int("-1010", radix: 2)!, Int("zz", radix: 36)!)
// expect: ff -1010 -10 1295
print("\(UInt8(200))", Int("+5")!, Int("5.0") as Any, UInt("-1") as Any)  // expect: 200 5 nil nil
print(Int8("128") as Any)  // expect: nil
