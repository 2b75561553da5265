import NeuralCore

let s = Statistics([1, -2, 0, 3.5, 0, 1e-7])
print(s, s.meanMagnitude)
print(Statistics([123456.789, 1e20]), Statistics([0.00012345678]), Statistics([0]))
print(Histogram([1, 2, 2, 3, 3, 3, 4, 10], bins: 3))
print(
    Histogram([1, 2, 2, .nan, 0.3, 0.1, 0.2], from: 0, to: 1, bins: 10).counts, Histogram([], bins: 2),
    Histogram([5, 5], bins: 2).edges)
let data = Dataset.moons(40, noise: 0.1, seed: 1)
let net = Network([
    Dense(2, 8, activation: .tanh, seed: 1), Dense(8, 8, activation: .relu, seed: 2),
    Dense(8, 1, activation: .sigmoid, seed: 3),
])
for line in activationStatistics(net, data.inputs) { print(line) }
for line in gradientStatistics(net, data.inputs, data.targets, loss: .binaryCrossEntropy) { print(line) }
print(saliency(net, [0.5, 0.2]))
let h = 1e-6
print(
    (net([0.5 + h, 0.2])[0] - net([0.5 - h, 0.2])[0]) / (2 * h),
    (net([0.5, 0.2 + h])[0] - net([0.5, 0.2 - h])[0]) / (2 * h))
let grid = DecisionGrid(around: data, columns: 40, rows: 12) { net($0)[0] }
print(grid, grid.share())
