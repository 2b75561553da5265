// tier: 2
// A method is called on a value.
protocol A { func f() }
extension A { func f() { print("d") } }
struct T: A {}
T().f()
T.f()  // error: `f` is called on a
