// tier: 1
// guard leaves the scope when its condition does not hold.
func f(_ n: Int?) {
    guard let n else { print("none") }  // error: guard
    print(n)
}
