// tier: 2
// A forced cast to a type that the value does not have.
let things: [Any] = [1, "two"]
print(things[0] as! Int)  // expect: 1
print(things[1] as! Int)  // trap: Int
