// tier: 2
// weak is for instances of classes.
weak var x: Int?  // error: `weak` is for instances of
