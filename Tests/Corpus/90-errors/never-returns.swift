// tier: 2
// A function with the result Never has to end the program.
func f() -> Never { }  // error: a function with the result
