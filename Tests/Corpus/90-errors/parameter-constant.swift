// tier: 1
// Parameters are constants.
func f(_ x: Int) { x += 1 }  // error: `x` cannot be changed: it
