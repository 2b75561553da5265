// tier: 1
// A condition is a Bool, nothing else.
let n = 1
if n { print("no") }  // error: Bool
while n { break }  // error: Bool
let s = n ? "a" : "b"  // error: Bool
let maybe: Bool? = true
if maybe { print("no") }  // error: optional
if n = 2 { print("no") }  // error: =
