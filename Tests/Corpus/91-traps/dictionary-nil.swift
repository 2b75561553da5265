// tier: 2
// A key that is not there, opened by force.
let ages = ["Ada": 36]
print(ages["Ada"]!)  // expect: 36
print(ages["Bob"]!)  // trap: nil
