// tier: 1
// A function without a result gives none.
func f() { return }
let x: Int = f()  // error: this is (), and an
print(f() + 1)  // error: `+` does not work on
