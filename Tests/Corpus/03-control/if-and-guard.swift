// tier: 1
// if, else if, else, several conditions, and guard.
let z = -0.5
if z > 0 {
    print("positive")
} else if z == 0 {
    print("zero")
} else {
    print("negative")  // expect: negative
}
if z < 0, z > -1 { print("small") }  // expect: small
if !(z < 0) || z > 10 { print("never") } else { print("else") }  // expect: else
func describe(_ n: Int) -> String {
    guard n >= 0 else { return "below zero" }
    guard n > 0, n < 10 else { return "zero or large" }
    return "digit \(n)"
}
print(describe(-1), describe(0), describe(5), describe(10))  // expect: below zero zero or large digit 5 zero or large
let label = if z > 0 { "on" } else { "off" }
print(label)  // expect: off
func sign(_ x: Double) -> Int {
    if x > 0 { return 1 }
    if x < 0 { return -1 }
    return 0
}
print(sign(2), sign(-2), sign(0))  // expect: 1 -1 0
