// tier: 1
// Taking the last element of an empty array.
var a = [1]
print(a.removeLast())  // expect: 1
print(a.removeLast())  // trap: empty
