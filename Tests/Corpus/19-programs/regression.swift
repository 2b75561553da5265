// tier: 1
// A line through points by gradient descent.
let xs = [1.0, 2, 3, 4]
let ys = [3.1, 4.9, 7.2, 8.8]
var slope = 0.0, intercept = 0.0
let rate = 0.02
for epoch in 1...200 {
    var gradientSlope = 0.0, gradientIntercept = 0.0, loss = 0.0
    for (x, y) in zip(xs, ys) {
        let error = slope * x + intercept - y
        loss += error * error
        gradientSlope += 2 * error * x
        gradientIntercept += 2 * error
    }
    let n = Double(xs.count)
    slope -= rate * gradientSlope / n
    intercept -= rate * gradientIntercept / n
    if epoch % 100 == 0 { print("epoch \(epoch): loss \(loss / n)") }
}
// expect: epoch 100: loss 0.030315394238663522
// expect: epoch 200: loss 0.023452910131533677
print("y = \((slope * 100).rounded() / 100)x + \((intercept * 100).rounded() / 100)")  // expect: y = 1.98x + 1.02
let mean = ys.reduce(0, +) / Double(ys.count)
let spread = ys.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
print(mean, spread)  // expect: 6.0 18.900000000000002
