// tier: 1
// Two parameters of one name.
func f(x: Int, x: Int) {}  // error: `x` is declared already
