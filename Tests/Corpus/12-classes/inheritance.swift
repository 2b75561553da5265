// tier: 2
// Subclasses: override, super, initializers, dynamic dispatch, casting.
class Layer {
    let name: String
    var calls = 0
    init(name: String) { self.name = name }
    convenience init() { self.init(name: "plain") }
    func forward(_ x: Double) -> Double {
        calls += 1
        return x
    }
    var summary: String { "\(name)(\(calls))" }
    class func kind() -> String { "layer" }
}
class Dense: Layer {
    var weight: Double
    init(weight: Double) {
        self.weight = weight
        super.init(name: "dense")
    }
    override func forward(_ x: Double) -> Double { super.forward(x) * weight }
    override class func kind() -> String { "dense layer" }
}
final class Biased: Dense {
    let bias = 0.5
    override func forward(_ x: Double) -> Double { super.forward(x) + bias }
    override var summary: String { "biased " + super.summary }
}
let layers: [Layer] = [Layer(), Dense(weight: 2), Biased(weight: 3)]
print(layers.map { $0.forward(1) })  // expect: [1.0, 2.0, 3.5]
print(layers.map { $0.summary })  // expect: ["plain(1)", "dense(1)", "biased dense(1)"]
print(layers.reduce(1.0) { $1.forward($0) })  // expect: 6.5
print(layers[2].calls, Dense.kind(), Layer.kind())  // expect: 2 dense layer layer
if let dense = layers[2] as? Dense { print("weight \(dense.weight)") }  // expect: weight 3.0
print(layers[0] as? Dense == nil, layers[1] is Dense, layers[1] is Biased)  // expect: true true false
print((layers[1] as! Dense).weight)  // expect: 2.0
for layer in layers {
    switch layer {
    case is Biased: print("biased")
    case let d as Dense: print("dense", d.weight)
    default: print("other")
    }
}
// expect: other
// expect: dense 2.0
// expect: biased
