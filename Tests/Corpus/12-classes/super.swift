// tier: 2
// super in properties, subscripts, class members and methods as values.
class A {
    var v = 1
    var c: Int {
        get { v * 2 }
        set { v = newValue }
    }
    subscript(i: Int) -> Int {
        get { v + i }
        set { v = newValue + i }
    }
    class var name: String { "A" }
    func m(_ x: Int) -> Int { x }
}
class B: A {
    override var c: Int {
        get { super.c + 1 }
        set { super.c = newValue * 10 }
    }
    override subscript(i: Int) -> Int {
        get { super[i] * 100 }
        set { super[i] = newValue }
    }
    override class var name: String { super.name + "B" }
    override func m(_ x: Int) -> Int { super.m(x) + super.v }
    func t() {
        super.v += 5
        let f = super.m
        print(f(3), super.c)
    }
}
let b = B()
b.c = 3
print(b.v, b.c, b[2], B.name, b.m(1))  // expect: 30 61 3200 AB 31
b[1] = 4
b.t()  // expect: 3 20
print(b.v)  // expect: 10
b.c += 1
print(b.v)  // expect: 220
