// tier: 1
// A constant or variable is set before it is read, and a constant once.
func f(_ flag: Bool) -> Int {
    let x: Int
    if flag { x = 1 }
    return x  // error: x
}
func g() -> Int {
    var y: Int
    y += 1  // error: y
    return y
}
func h() {
    let z: Int
    z = 1
    z = 2  // error: z
    print(z)
}
