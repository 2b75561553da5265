// tier: 2
// A closure that lives on cannot capture one that does not.
func compute(_ f: (Int) -> Int) -> () -> Int { return { f(1) } }  // error: this closure may be called
