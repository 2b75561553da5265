// tier: 1
// A small network learns XOR, step by step.
import Foundation

// Simple neural network training XOR
struct RNG {
    var state: UInt64
    mutating func next() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return Double(state >> 33) / Double(1 << 31)
    }
}
var rng = RNG(state: 7)
func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
let X: [[Double]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
let Y = [0.0, 1, 1, 0]
var w1 = (0..<4).map { _ in (0..<2).map { _ in rng.next() * 2 - 1 } }
var b1 = [Double](repeating: 0, count: 4)
var w2 = (0..<4).map { _ in rng.next() * 2 - 1 }
var b2 = 0.0
let lr = 0.5
for epoch in 0..<200 {
    var loss = 0.0
    for (x, y) in zip(X, Y) {
        let h = w1.enumerated().map { i, w in sigmoid(zip(w, x).map(*).reduce(0, +) + b1[i]) }
        let o = sigmoid(zip(h, w2).map { $0 * $1 }.reduce(b2, +))
        loss += pow(o - y, 2) / 4
        let d = 2 * (o - y) * o * (1 - o)
        for i in 0..<4 {
            let dh = d * w2[i] * h[i] * (1 - h[i])
            w2[i] -= lr * d * h[i]
            for j in x.indices { w1[i][j] -= lr * dh * x[j] }
            b1[i] -= lr * dh
        }
        b2 -= lr * d
    }
    if epoch % 50 == 0 { print("epoch \(epoch): \(String(format: "%.4f", loss))") }
}
// expect: epoch 0: 0.2950
// expect: epoch 50: 0.2792
// expect: epoch 100: 0.2724
// expect: epoch 150: 0.2586
print(w2.map { ($0 * 1000).rounded() / 1000 })  // expect: [0.43, 2.388, -0.448, 0.009]
