// tier: 1
// A 2-2-1 network learns XOR by backpropagation, in plain loops.
import Foundation
let inputs: [[Double]] = [[0, 0], [0, 1], [1, 0], [1, 1]]
let targets: [Double] = [0, 1, 1, 0]
var w1 = [[1.0, -1.0], [-1.0, 1.0]], b1 = [0.5, 0.5]
var w2 = [-1.0, -1.0], b2 = 0.0
func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
func forward(_ x: [Double]) -> (hidden: [Double], output: Double) {
    var hidden = [Double]()
    for j in 0..<2 { hidden.append(tanh(w1[j][0] * x[0] + w1[j][1] * x[1] + b1[j])) }
    return (hidden, sigmoid(w2[0] * hidden[0] + w2[1] * hidden[1] + b2))
}
var firstLoss = 0.0, loss = 0.0
for epoch in 0..<500 {
    loss = 0
    for (x, t) in zip(inputs, targets) {
        let (h, y) = forward(x)
        loss -= t * log(y) + (1 - t) * log(1 - y)
        let dz = y - t
        for j in 0..<2 {
            let dh = dz * w2[j] * (1 - h[j] * h[j])
            w2[j] -= 0.5 * dz * h[j]
            for i in 0..<2 { w1[j][i] -= 0.5 * dh * x[i] }
            b1[j] -= 0.5 * dh
        }
        b2 -= 0.5 * dz
    }
    if epoch == 0 { firstLoss = loss }
}
print(firstLoss)  // expect: 3.475707162340449
print(loss)  // expect: 0.012814818612969115
print(inputs.map { forward($0).output > 0.5 ? 1 : 0 })  // expect: [0, 1, 1, 0]
print(w1, b1)  // expect: [[3.837345810616866, -3.693364696836706], [-3.6912914764300107, 3.8274729168125923]] [1.7669163330507431, 1.7684795694672353]
print(w2, b2)  // expect: [-6.240182954757095, -6.242444303929586] 5.731949900483313
