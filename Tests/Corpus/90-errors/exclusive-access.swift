// tier: 2
// Two changes of one variable at the same time are refused.
func exchange(_ a: inout Int, _ b: inout Int) { (a, b) = (b, a) }
func f() {
    var xs = [1, 2]
    exchange(&xs[0], &xs[1])  // error: access
    var n = 1
    exchange(&n, &n)  // error: access
}
