// tier: 1
// The functions of a neuron, built on exp.
import Foundation
func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
func sigmoidSlope(_ z: Double) -> Double {
    let a = sigmoid(z)
    return a * (1 - a)
}
print(sigmoid(0), sigmoid(1), sigmoid(-1), sigmoid(1000), sigmoid(-1000))  // expect: 0.5 0.7310585786300049 0.2689414213699951 1.0 0.0
print(sigmoidSlope(0), sigmoidSlope(2))  // expect: 0.25 0.10499358540350662
print([-2, -1, 0, 1, 2].map(sigmoid))  // expect: [0.11920292202211755, 0.2689414213699951, 0.5, 0.7310585786300049, 0.8807970779778823]
func relu(_ z: Double) -> Double { max(0, z) }
print([-1.5, 0, 2].map(relu))  // expect: [0.0, 0.0, 2.0]
func softmax(_ z: [Double]) -> [Double] {
    let top = z.max() ?? 0
    let powers = z.map { exp($0 - top) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
}
print(softmax([1, 2, 3]))  // expect: [0.09003057317038046, 0.24472847105479764, 0.6652409557748218]
print(softmax([1000, 1000]), softmax([0]))  // expect: [0.5, 0.5] [1.0]
func crossEntropy(_ p: Double, _ target: Double) -> Double {
    -(target * log(p) + (1 - target) * log(1 - p))
}
print(crossEntropy(0.9, 1), crossEntropy(0.1, 1))  // expect: 0.10536051565782628 2.3025850929940455
