// tier: 2
// Every call that may throw needs try, and someone to handle it.
func f() throws -> Int { 1 }
let a = f() + 1  // error: this call can throw an
let b = try f() + f()
func g() -> Int { return try f() }  // error: the error that can be
let c = [1].map { try f() }  // error: `map` cannot be called with
