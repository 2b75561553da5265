// tier: 1
// A loop's pattern fits its elements.
for (a, b) in [1, 2, 3] { }  // error: Int is not a tuple
for x in 5 { }  // error: Int is not a Sequence:
for x in "abc" { let n: String = x }  // error: this is a Character, and
