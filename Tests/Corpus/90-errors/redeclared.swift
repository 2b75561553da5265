// tier: 1
// A name is declared once in a scope.
func f() {
    let a = 1
    let a = 2  // error: a
    print(a)
}
struct P {
    var x = 1
    var x = 2  // error: x
}
func g(_ n: Int) -> Int { n }
func g(_ n: Int) -> Int { n + 1 }  // error: g
