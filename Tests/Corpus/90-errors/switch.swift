// tier: 1
// A switch has a case for every value.
func a(_ n: Int) {
    switch n {  // error: exhaustive
    case 0: print("zero")
    case 1...5: print("few")
    }
}
func b(_ flag: Bool) -> Int {
    switch flag {  // error: exhaustive
    case true: return 1
    }
}
func c(_ t: (Bool, Bool)) {
    switch t {  // error: exhaustive
    case (true, _): print(1)
    case (_, true): print(2)
    }
}
