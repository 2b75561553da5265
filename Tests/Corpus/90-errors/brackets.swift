// tier: 1
// A closing bracket that is missing is reported where it should have stood.
func f() -> Int {
    let a = [1, 2  // error: ]
    return a[0]
}
