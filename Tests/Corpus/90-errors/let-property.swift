// tier: 1
// A constant property of an instance stays as it is.
class A { let x = 1 }
let a = A()
a.x = 2  // error: `x` cannot be changed: it
