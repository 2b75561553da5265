// tier: 2
// Initialisers store to their own properties without observers.
class A {
    var x = 1 { didSet { print("A.x", oldValue, x) } }
    init(v: Int) {
        x = v
        self.x = v + 1
        helper()
    }
    func helper() { x = 9 }
    convenience init() {
        self.init(v: 2)
        x = 100
    }
}
class B: A {
    var y = 0 { didSet { print("y") } }
    override init(v: Int) {
        super.init(v: v)
        x = 50
        y = 3
        self.y = 4
    }
}
print(A(v: 3).x)
// expect: A.x 4 9
// expect: 9
print(A().x)
// expect: A.x 3 9
// expect: 100
print(B(v: 1).x)
// expect: A.x 2 9
// expect: A.x 9 50
// expect: 50
struct S {
    var a = 1 { willSet { print("w", newValue) } }
    init(_ q: Int) {
        a = q
        a = a + 1
    }
    mutating func m() { a = 7 }
}
var s = S(4)
s.m()  // expect: w 7
