// tier: 2
// A property is read before it has a value.
class A { var x: Int; init() { print(x); x = 1 } }  // error: `x` is used before it
