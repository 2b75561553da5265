// tier: 2
// super.init() is called by itself where it takes nothing.
class A {
    var n = 3
    init() { print("A.init") }
}
class B: A {
    var t: Int
    init(_ t: Int) { self.t = t }
}
print(B(1).n)
// expect: A.init
// expect: 3
class C: B {
    var z = 1
    init(z: Int) {
        self.z = z
        super.init(5)
        print("after")
    }
}
print(C(z: 1).n)
// expect: A.init
// expect: after
// expect: 3
class G<T>: A {
    var t: T
    init(_ t: T) { self.t = t }
}
print(G(1).n)
// expect: A.init
// expect: 3
