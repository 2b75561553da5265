// tier: 2
// Reverse-mode differentiation with a class for each value.
final class Value {
    let data: Double
    var grad = 0.0
    private let parents: [Value]
    private let backward: (Double) -> [Double]
    init(_ data: Double, parents: [Value] = [], backward: @escaping (Double) -> [Double] = { _ in [] }) {
        self.data = data
        self.parents = parents
        self.backward = backward
    }
    static func + (a: Value, b: Value) -> Value {
        Value(a.data + b.data, parents: [a, b]) { [$0, $0] }
    }
    static func * (a: Value, b: Value) -> Value {
        Value(a.data * b.data, parents: [a, b]) { [$0 * b.data, $0 * a.data] }
    }
    func backpropagate() {
        var order: [Value] = []
        var seen = Set<ObjectIdentifier>()
        func visit(_ v: Value) {
            guard seen.insert(ObjectIdentifier(v)).inserted else { return }
            v.parents.forEach(visit)
            order.append(v)
        }
        visit(self)
        grad = 1
        for v in order.reversed() {
            for (parent, g) in zip(v.parents, v.backward(v.grad)) { parent.grad += g }
        }
    }
}
let x = Value(3), w = Value(-2), b = Value(1)
let y = (x * w + b) * x
y.backpropagate()
print(y.data)  // expect: -15.0
print(x.grad, w.grad, b.grad)  // expect: -11.0 9.0 3.0
