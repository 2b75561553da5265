// tier: 2
// self is used before all properties have values.
class A { var x: Int; init() { foo(); x = 1 }; func foo() {} }  // error: `self` is used before `x`
