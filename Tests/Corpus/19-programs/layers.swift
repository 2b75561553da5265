// tier: 2
// Layers behind one protocol, called like functions.
protocol Layer: AnyObject {
    var name: String { get }
    func forward(_ x: [Double]) -> [Double]
    var parameterCount: Int { get }
}
extension Layer {
    var parameterCount: Int { 0 }
    var name: String { "\(type(of: self))" }
}
final class Dense: Layer {
    var w: [[Double]], b: [Double]
    init(_ i: Int, _ o: Int) {
        w = (0..<o).map { r in (0..<i).map { c in Double(r * i + c) / 10 } }
        b = Array(repeating: 0.1, count: o)
    }
    func forward(_ x: [Double]) -> [Double] {
        zip(w, b).map { row, bias in zip(row, x).reduce(bias) { $0 + $1.0 * $1.1 } }
    }
    var parameterCount: Int { w.reduce(0) { $0 + $1.count } + b.count }
}
final class ReLU: Layer { func forward(_ x: [Double]) -> [Double] { x.map { max(0, $0) } } }
final class Softmax: Layer {
    let name = "SM"
    func forward(_ x: [Double]) -> [Double] {
        let m = x.max() ?? 0
        let e = x.map { $0 - m }
        let s = e.reduce(0, +)
        return e.map { $0 / (s == 0 ? 1 : s) }
    }
}
struct Sequential {
    private var layers: [any Layer] = []
    init(_ l: any Layer...) { layers = l }
    func callAsFunction(_ x: [Double]) -> [Double] { layers.reduce(x) { $1.forward($0) } }
    var summary: String {
        layers.enumerated().map { "\($0.offset): \($0.element.name) (\($0.element.parameterCount))" }.joined(
            separator: "\n")
    }
}
let model = Sequential(Dense(3, 2), ReLU(), Dense(2, 2), Softmax())
print(model.summary)
// expect: 0: Dense (8)
// expect: 1: ReLU (0)
// expect: 2: Dense (6)
// expect: 3: SM (0)
print(model([1, 2, 3]))  // expect: [1.0, -0.0]
