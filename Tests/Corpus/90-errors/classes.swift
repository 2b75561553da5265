// tier: 2
// Classes: initializers, override, final, super.
class Base {
    var n: Int
    init(n: Int) { self.n = n }
    func f() -> Int { n }
    final func g() {}
}
class A: Base {
    func f() -> Int { 2 }  // error: override
}
class B: Base {
    override func h() {}  // error: override
}
class C {  // error: init
    var n: Int
}
class D: Base {
    override func g() {}  // error: final
}
let b = Base(n: 1)
b = Base(n: 2)  // error: b
let a: A = Base(n: 1)  // error: A
