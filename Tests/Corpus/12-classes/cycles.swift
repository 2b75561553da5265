// tier: 2
// Two objects that hold each other stay; breaking the cycle frees them.
class P {
    let n: String
    var a: Ap?
    init(_ n: String) { self.n = n }
    deinit { print("P") }
}
class Ap {
    var t: P?
    deinit { print("A") }
}
var p: P? = P("x")
var ap: Ap? = Ap()
p!.a = ap
ap!.t = p
p = nil
ap = nil
print("leak")  // expect: leak
class HTTP {
    var done: (() -> Void)?
    var name = "h"
    func go() { done = { print(self.name) } }
    deinit { print("freed") }
}
do {
    let h = HTTP()
    h.go()
    h.done?()
    h.done = nil
}
// expect: h
// expect: freed
do {
    let h = HTTP()
    h.go()
    h.done?()
}  // expect: h
print("end")  // expect: end
