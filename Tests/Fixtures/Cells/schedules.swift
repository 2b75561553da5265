import NeuralCore

let s = Schedule.warmUp(over: 3, then: .cosine(from: 0.1, to: 0.001, over: 10))
print(s.rates(15))
print(Schedule.step(from: 1, factor: 0.5, every: 2).rates(5), Schedule.exponential(from: 1, factor: 0.9)(3), s)
var p = ReduceOnPlateau(learningRate: 0.1, factor: 0.5, patience: 1)
for l in [1, 0.9, 0.9, 0.9, 0.9, 0.95] { print(p.update(l)) }
print(p)
