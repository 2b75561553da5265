// tier: 1
// One way through the function returns nothing.
func f(_ n: Int) -> Int { if n > 0 { return n } else if n < 0 { return -n } }  // error: not every way through this
