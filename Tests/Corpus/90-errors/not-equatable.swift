// tier: 2
// == wants Equatable.
enum E { case a(Int) }
print(E.a(1) == E.a(1))  // error: `==` does not work on
struct S { let e: E }
print(S(e: .a(1)) == S(e: .a(1)))  // error: `==` does not work on
