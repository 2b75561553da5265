// tier: 1
// A struct is a value: assigned, passed and captured by copying.
struct Layer { var weights: [[Double]]; var name = "layer" }
var a = Layer(weights: [[1, 2], [3, 4]])
var b = a
b.weights[0][0] = 100
b.name = "other"
print(a.weights[0][0], b.weights[0][0], a.name)  // expect: 1.0 100.0 layer
func trained(_ layer: Layer) -> Layer {
    var layer = layer
    for i in layer.weights.indices { layer.weights[i][0] -= 1 }
    return layer
}
let c = trained(a)
print(a.weights, c.weights)  // expect: [[1.0, 2.0], [3.0, 4.0]] [[0.0, 2.0], [2.0, 4.0]]
struct Network { var layers: [Layer] }
var net = Network(layers: [a, b])
net.layers[1].weights[1][1] *= 10
print(net.layers[1].weights[1], b.weights[1])  // expect: [3.0, 40.0] [3.0, 4.0]
for var layer in net.layers { layer.name = "lost" }
print(net.layers.map { $0.name })  // expect: ["layer", "other"]
for i in net.layers.indices { net.layers[i].name = "kept \(i)" }
print(net.layers.map { $0.name })  // expect: ["kept 0", "kept 1"]
struct Counter {
    var n = 0
    mutating func next() -> Int {
        n += 1
        return n
    }
}
var k = Counter()
var l = k
print(k.next(), k.next(), l.next())  // expect: 1 2 1
k = Counter(n: 40)
print(k.next())  // expect: 41
