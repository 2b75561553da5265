// tier: 1
// A step of zero leads nowhere.
let step = 0
print("before")  // expect: before
for i in stride(from: 0, to: 3, by: step) { print(i) }  // trap: zero
