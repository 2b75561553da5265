// tier: 1
// One case leaves the constant without a value.
func f(b: Bool) {
    let r: String
    switch b {
    case true: r = "a"
    case false: break
    }
    print(r)  // error: `r` is used before it
}
