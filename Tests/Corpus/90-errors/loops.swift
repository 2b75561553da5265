// tier: 1
// for-in wants something to go over.
for i in 5 { print(i) }  // error: Sequence
for (a, b) in [1, 2] { print(a, b) }  // error: tuple
for i in 0..<2.5 { print(i) }  // error: Double
for x in ["a": 1] { print(x + 1) }  // error: +
