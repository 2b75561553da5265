// tier: 1
// Every way through a function with a result ends in a value.
func sign(_ x: Double) -> Int {
    if x > 0 { return 1 }
    if x < 0 { return -1 }
}  // error: return
func loop(_ n: Int) -> Int {
    for i in 0..<n { return i }
}  // error: return
func fine(_ n: Int) -> Int {
    while true { if n > 3 { return n } }
}
