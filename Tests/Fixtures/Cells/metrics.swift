import NeuralCore

print(accuracy([1, 0, 2, 1], [1, 1, 2, 0]))
let m = ConfusionMatrix(predicted: [1, 0, 2, 1, 2, 2], actual: [1, 1, 2, 0, 2, 0], names: ["cat", "dog", "bird"])
print(m)
print(
    m.accuracy, m.precision(of: 2), m.recall(of: 1), m.f1(of: 0), m.f1(.macro), m.f1(.micro), m.f1(.weighted),
    m.precision(.macro), m.recall(.weighted))
let roc = ROC(scores: [0.1, 0.4, 0.35, 0.8], labels: [0, 0, 1, 1])
print(roc.area, roc.points)
print(meanAbsoluteError([1, 2], [2, 4]), rootMeanSquaredError([1, 2], [2, 4]), rSquared([1, 2, 3], [1, 2, 4]))
for g in ratesByGroup(["a", "b", "a", "b", "a"], predicted: [1, 0, 1, 1, 0], actual: [1, 1, 0, 1, 0]) { print(g) }
