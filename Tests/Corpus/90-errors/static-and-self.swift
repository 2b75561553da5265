// tier: 2
// self is constant in plain methods; static ones have none.
struct S {
    var x = 1
    func change() { self.x = 2 }  // error: `self` cannot be changed: it
    static func st() { print(x) }  // error: there is no `x` here
}
