// tier: 1
// Removing from an empty array.
var e: [Int] = []
e.removeLast()  // trap: there is no element
