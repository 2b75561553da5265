// tier: 1
// A mutating method needs a variable.
struct Counter { var n = 0; mutating func inc() { n += 1 } }
let c = Counter()
c.inc()  // error: `c` cannot be changed: it
