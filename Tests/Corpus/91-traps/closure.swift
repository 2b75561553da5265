// tier: 1
// A trap inside a closure is found where it happened.
let xs = [3, 0]
let f = { (n: Int) -> Int in
    12 / n  // trap: zero
}
print(f(xs[0]))  // expect: 4
print(xs.map(f))
