// tier: 2
// Lazy properties see self and are computed once.
class A {
    var n = 3
    lazy var doubled: Int = n * 2
    lazy var f: () -> Int = { [unowned self] in self.n + 1 }
    lazy var g = {
        print("computing")
        return 5
    }()
    lazy var s = self.n + 10
}
let a = A()
a.n = 10
print(a.doubled, a.f(), a.s)  // expect: 20 11 20
print("before")  // expect: before
print(a.g, a.g)
// expect: computing
// expect: 5 5
struct S<T> {
    var items: [T]
    lazy var first: T? = items.first
    lazy var count = items.count
}
var s = S(items: [1, 2])
print(s.first as Any, s.count)  // expect: Optional(1) 2
class B<T>: A {
    var t: T
    init(_ t: T) { self.t = t }
    lazy var pair = (t, n)
}
class D: B<String> {}
print(D("x").pair, B(1.5).pair)  // expect: ("x", 3) (1.5, 3)
a.doubled = 7
print(a.doubled)  // expect: 7
