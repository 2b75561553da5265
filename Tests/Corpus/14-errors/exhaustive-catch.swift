// tier: 2
// Clauses that name each case of a typed error.
enum E: Error { case a, b }
func f() throws(E) { throw .a }
do { try f() } catch .a { print("A") }  // expect: A
do { try f() } catch .a { print("A") } catch .b { print("b") }  // expect: A
print("end")  // expect: end
