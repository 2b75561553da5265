// tier: 1
// An optional has to be opened before use.
let n: Int? = 3
let a = n + 1  // error: optional
let b: Int = n  // error: optional
let name: String? = "x"
print(name.count)  // error: optional
let c: Int = nil  // error: needed
let d = 5
if let d { print(d) }  // error: optional
let e = d!  // error: optional
let f = nil  // error: type
