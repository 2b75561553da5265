// tier: 1
// One neuron: weighted sum, activation, and one step down its gradient.
import Foundation
struct Neuron {
    var weights: [Double]
    var bias: Double
    func weightedSum(_ x: [Double]) -> Double { zip(weights, x).map(*).reduce(bias, +) }
    func callAsFunction(_ x: [Double]) -> Double { 1 / (1 + exp(-weightedSum(x))) }
    mutating func learn(_ x: [Double], _ target: Double, rate: Double) -> Double {
        let a = self(x)
        let error = a - target
        let delta = error * a * (1 - a)
        for i in weights.indices { weights[i] -= rate * delta * x[i] }
        bias -= rate * delta
        return error * error / 2
    }
}
var neuron = Neuron(weights: [0.5, -0.3], bias: 0.1)
print(neuron.weightedSum([1, 2]), neuron([1, 2]))  // expect: 0.0 0.5
for _ in 1...3 { print(neuron.learn([1, 2], 1, rate: 0.5)) }
// expect: 0.125
// expect: 0.08296024939648895
// expect: 0.05728955433435393
print(neuron.weights, neuron.bias)  // expect: [0.6495650749630285, -0.0008698500739430653] 0.24956507496302846
