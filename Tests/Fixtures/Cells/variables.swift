import NeuralCore

let tape = Tape()
let w = tape.variable(Tensor([0.5, -0.3]))
let loss = (w * w).sum()
loss.backward()
print(w.gradient, loss, w.value, tape.count)
let x = tape.variable(Tensor([[1, 2], [3, 4], [5, -6]]))
let weights = tape.variable(Tensor.normal([2, 3], seed: 1))
let b = tape.variable(Tensor([0.1, 0.2, 0.3]))
let z = x.matmul(weights) + b
let p = z.logSoftmax().picked([0, 2, 1])
let l =
    -p.mean() + 0.01 * (weights * weights).sum() + z.tanh().variance(axis: 1).sum() + z.clamped(from: -1, to: 1).max()
    + z.activated(.gelu).mean(axis: 0, keepsAxis: true).max(axis: 1).sum()
let m = Variable.maximum(z, z.transposed()).softmax(axis: 0).concatenated(with: z.slice(0..<2), axis: 0).gather([
    0, 4, 4,
]).permuted([1, 0]).reshaped([9]).slice(3).squareRoot().log().exp().power(2)
let total =
    l + m + z.magnitude().sum(axis: 1).mean() + z.broadcast(to: [2, 3, 3]).mean().sin().cos() / 3 + (1 - z.variance())
    + Variable.minimum(b, -b).sum() + b.matmul(b)
total.backward()
print(total, x.gradient, weights.gradient, b.gradient)
let zz = (b / weights.slice(0)) - b
print(zz)
