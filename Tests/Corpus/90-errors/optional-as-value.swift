// tier: 1
// An optional has to be opened before it is used.
let x: Int? = 3
let y: Int = x  // error: this is an optional, Int?,
if x > 2 { }  // error: `>` does not work on
