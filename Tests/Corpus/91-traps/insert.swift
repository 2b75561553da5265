// tier: 1
// Inserting behind the end.
var arr = [1]
arr.insert(5, at: 3)  // trap: index 3 is outside
