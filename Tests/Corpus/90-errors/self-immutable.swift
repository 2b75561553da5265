// tier: 1
// A method that changes self has to be mutating.
struct Counter { var n = 0; func inc() { n += 1 } }  // error: `self` cannot be changed: it
