// tier: 2
// A superclass without init() wants super.init(…).
class A { var x: Int; init(x: Int) { self.x = x } }
class B: A { var y: Int; init(y: Int) { self.y = y } }  // error: this initialiser has to call
