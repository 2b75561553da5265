// tier: 1
// switch over tuples: several values at once, parts bound to names.
func place(_ x: Int, _ y: Int) -> String {
    switch (x, y) {
    case (0, 0): return "origin"
    case (_, 0): return "on x"
    case (0, let y): return "on y at \(y)"
    case (1...3, 1...3): return "near"
    case let (a, b) where a == b: return "diagonal \(a)"
    case (let a, let b): return "at \(a), \(b)"
    }
}
print(place(0, 0), place(4, 0), place(0, 5), separator: "; ")  // expect: origin; on x; on y at 5
print(place(2, 3), place(7, 7), place(8, 9), separator: "; ")  // expect: near; diagonal 7; at 8, 9
func xor(_ a: Bool, _ b: Bool) -> Bool {
    switch (a, b) {
    case (true, false), (false, true): return true
    case (true, true), (false, false): return false
    }
}
print(xor(true, false), xor(true, true))  // expect: true false
switch (1, "a") {
case (let n, "a") where n > 5: print("never", n)
case (let n, let s): print(n, s)  // expect: 1 a
}
