// tier: 1
// A for loop takes no parentheses.
for (i in 0..<5) { print(i) }  // error: expected a comma or ),
