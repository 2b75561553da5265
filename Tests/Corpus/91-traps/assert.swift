// tier: 1
// An assertion that does not hold.
assert(false, "nope")  // trap: assertion failed: nope
