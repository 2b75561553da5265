import Foundation

func sigmoid(_ x: Double) -> Double { 1.0 / (1.0 + exp(-x)) }

func run() -> Double {
    let xs: [[Double]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
    let ys: [Double] = [0, 1, 1, 0]
    var w1 = [[0.5, -0.4, 0.3, 0.9], [-0.6, 0.7, 0.8, -0.2]]
    var b1 = [0.1, -0.1, 0.2, 0.0]
    var w2 = [0.3, -0.5, 0.7, 0.2]
    var b2 = 0.05
    var h = [0.0, 0, 0, 0]
    let rate = 0.5
    var loss = 0.0
    for _ in 0..<60_000 {
        loss = 0
        for s in 0..<4 {
            for j in 0..<4 {
                var z = b1[j]
                for i in 0..<2 { z += xs[s][i] * w1[i][j] }
                h[j] = sigmoid(z)
            }
            var z = b2
            for j in 0..<4 { z += h[j] * w2[j] }
            let o = sigmoid(z)
            let e = o - ys[s]
            loss += e * e
            let d = e * o * (1 - o)
            for j in 0..<4 {
                let dh = d * w2[j] * h[j] * (1 - h[j])
                w2[j] -= rate * d * h[j]
                for i in 0..<2 { w1[i][j] -= rate * dh * xs[s][i] }
                b1[j] -= rate * dh
            }
            b2 -= rate * d
        }
    }
    return loss
}
print(Int(run() * 1e12))
