// tier: 1
// Too few, too many and labelled arguments, and the wrong result.
func add(_ a: Int, _ b: Int) -> Int { a + b }
add(1)  // error: `add` needs an argument more
add(1, 2, 3)  // error: `add` takes no such argument
add(a: 1, b: 2)  // error: this argument has no label
let s: String = add(1, 2)  // error: this is an Int, and
