// tier: 1
// Two methods with the same name and parameters.
struct S { func f() -> Int { 1 } ; func f() -> Int { 2 } }  // error: `f` is declared already
