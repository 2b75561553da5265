// tier: 2
// A graph of values that differentiates itself by closures.
final class Value: CustomStringConvertible {
    var data: Double
    var grad = 0.0
    private var back: () -> Void = {}
    private let prev: [Value]
    let op: String
    init(_ d: Double, _ prev: [Value] = [], _ op: String = "") {
        data = d
        self.prev = prev
        self.op = op
    }
    var description: String { "Value(data=\(data), grad=\(grad))" }
    static func + (a: Value, b: Value) -> Value {
        let o = Value(a.data + b.data, [a, b], "+")
        o.back = { [unowned o] in
            a.grad += o.grad
            b.grad += o.grad
        }
        return o
    }
    static func * (a: Value, b: Value) -> Value {
        let o = Value(a.data * b.data, [a, b], "*")
        o.back = { [unowned o] in
            a.grad += b.data * o.grad
            b.grad += a.data * o.grad
        }
        return o
    }
    func relu() -> Value {
        let o = Value(max(0, data), [self], "ReLU")
        o.back = { [unowned o, unowned self] in self.grad += (o.data > 0 ? 1 : 0) * o.grad }
        return o
    }
    static prefix func - (a: Value) -> Value { a * Value(-1) }
    static func - (a: Value, b: Value) -> Value { a + (-b) }
    func backward() {
        var topo: [Value] = []
        var visited = Set<ObjectIdentifier>()
        func build(_ v: Value) {
            guard visited.insert(ObjectIdentifier(v)).inserted else { return }
            v.prev.forEach(build)
            topo.append(v)
        }
        build(self)
        grad = 1
        for v in topo.reversed() { v.back() }
    }
}
let a = Value(2)
let b = Value(-3)
let c = Value(10)
let e = a * b
let d = e + c
let f = d * Value(-2)
let l = (f - a).relu() + d * d
l.backward()
print(l)  // expect: Value(data=16.0, grad=1.0)
print(a)  // expect: Value(data=2.0, grad=-24.0)
print(b)  // expect: Value(data=-3.0, grad=16.0)
print(c)  // expect: Value(data=10.0, grad=8.0)
print(d)  // expect: Value(data=4.0, grad=8.0)
