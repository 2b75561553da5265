// tier: 2
// try! shows the error.
enum E: Error { case bad(code: Int) }
func g() throws { throw E.bad(code: 3) }
print("a")  // expect: a
try! g()  // trap: an error was thrown
