// tier: 2
// All properties need values before super.init.
class A { init(x: Int) {} }
class B: A { var y: Int; init() { super.init(x: 1); y = 2 } }  // error: `y` has no value yet
