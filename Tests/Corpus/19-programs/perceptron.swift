// tier: 1
// The perceptron rule learns AND.
func step(_ z: Double) -> Int { z > 0 ? 1 : 0 }
let samples: [([Double], Int)] = [([0, 0], 0), ([0, 1], 0), ([1, 0], 0), ([1, 1], 1)]
var w = [0.0, 0.0]
var b = 0.0
var epoch = 0
var mistakes = 1
while mistakes > 0 && epoch < 20 {
    mistakes = 0
    for (x, target) in samples {
        let error = target - step(w[0] * x[0] + w[1] * x[1] + b)
        if error != 0 { mistakes += 1 }
        for i in 0..<2 { w[i] += 0.5 * Double(error) * x[i] }
        b += 0.5 * Double(error)
    }
    epoch += 1
    print("epoch \(epoch): \(mistakes) mistakes")
}
// expect: epoch 1: 1 mistakes
// expect: epoch 2: 3 mistakes
// expect: epoch 3: 3 mistakes
// expect: epoch 4: 2 mistakes
// expect: epoch 5: 1 mistakes
// expect: epoch 6: 0 mistakes
print(w, b)  // expect: [1.0, 0.5] -1.0
for (x, _) in samples { print(x, step(w[0] * x[0] + w[1] * x[1] + b)) }
// expect: [0.0, 0.0] 0
// expect: [0.0, 1.0] 0
// expect: [1.0, 0.0] 0
// expect: [1.0, 1.0] 1
