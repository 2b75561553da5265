// tier: 1
// A name that nothing declares.
let a = missing + 1  // error: missing
print(undefined)  // error: undefined
let b = compute(3)  // error: compute
var c: Integer = 3  // error: Integer
c = 4
func f() -> Int { y }  // error: y
