// tier: 2
// Any has to be cast before it is used.
let o: Any = 5
let i: Int = o  // error: this is an Any, and
let j = o + 1  // error: `+` does not work on
print((o as Int) + 1)  // error: this is an Any, and
