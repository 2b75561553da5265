// tier: 1
// A type beside the loop's variable decides what the literals are.
for x: Double in [1, 2.5] { print(x / 2) }
// expect: 0.5
// expect: 1.25
for (index, x): (Int, Double) in [(0, 1), (1, 2)] { print(index, x) }
// expect: 0 1.0
// expect: 1 2.0
