// tier: 2
// A constant of a class needs its value in init.
class A { let x: Int; init() { } }  // error: A's initialiser does not give
