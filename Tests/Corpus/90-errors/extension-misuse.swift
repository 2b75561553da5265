// tier: 1
// A method of Int is none of String.
extension Int { func sq() -> Int { self * self } }
print("5".sq())  // error: String has no member `sq`
print(5.sq)
print(5.sq() + "a")  // error: `+` does not work on
