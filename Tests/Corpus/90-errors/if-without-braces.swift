// tier: 1
// if needs its braces.
if (5 > 3) print("x")  // error: expected {, found print
