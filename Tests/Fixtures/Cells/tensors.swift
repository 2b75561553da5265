import NeuralCore

let a = Tensor([[1, 2, 3], [4, 5, 6]])
let v = Tensor([10, 20, 30])
print(a, v, Tensor(5), Tensor([[[1, 2]], [[3, 4.5]]]), Tensor.zeros([2, 2]), Tensor.ones([3]))
print(a.shape, a.values, a.count, a.dimensions, a.rows, Tensor(3).item, a[1, 2])
var c = a
c[0, 1] = 99
c[1, 0] += 0.5
print(c, a == c, a == Tensor([[1, 2, 3], [4, 5, 6]]))
print(a + v, a - v, a * v, a / v, a + 1, 2 * a, 1 / a, -a)
c += v
c *= Tensor(2)
c -= Tensor(1)
c /= Tensor(4)
print(c)
print(
    a.matmul(a.transposed()), a.matmul(v), v.matmul(v), Tensor([1, 2]).matmul(a),
    Tensor.ones([2, 2, 3]).matmul(Tensor.sequence(12).reshaped([2, 3, 2])))
print(
    a.isLess(than: 3), a.isGreater(than: v), a.isEqual(to: 2), Tensor.minimum(a, Tensor(3)),
    Tensor.maximum(a, Tensor(3)), Tensor.choose(a.isGreater(than: 2), a, -a))
print(
    a.exp(), a.log(), a.sin(), a.cos(), a.tanh(), a.squareRoot(), (-a).magnitude(), (a - 3).sign(), a.power(1.5),
    a.clamped(from: 2, to: 4), a.activated(.gelu), a.slopes(of: .sigmoid))
print(
    a.reshaped([3, -1]), a.flattened(), a.permuted([1, 0]), v.broadcast(to: [2, 3]), a.sum(to: [3]), a.sum(to: [2, 1]),
    a.slice(1), a.slice(0..<1), a.slice(1..<3, axis: 1), a.slice(2, axis: -1), a.padded(before: 1, after: 0),
    a.padded(before: 0, after: 2, axis: 1))
print(
    a.gather([1, 0, 1]), a.gather([2, 2], axis: 1), a.scattered([1, 1], size: 3), a.picked([0, 2]),
    a.expanded(axis: 1).shape, a.expanded(axis: -1).shape, a.transposedMatrices())
print(
    Tensor.oneHot([2, 0], classes: 3), Tensor.concatenated([a, c]), Tensor.concatenated([a, c], axis: 1),
    Tensor.stacked([v, v]), Tensor.stacked([v, v], axis: 1))
print(a.sum(), a.mean(), a.variance(), a.max(), a.min(), a.argmax())
print(
    a.sum(axis: 0), a.mean(axis: 1), a.variance(axis: 0), a.max(axis: 1), a.min(axis: -1, keepsAxis: true),
    a.argmax(axis: 0), a.largestMask(axis: 1), a.softmax(), a.logSoftmax(axis: 0), a.runningSum())
print(
    Tensor.uniform([2, 2], seed: 3), Tensor.normal([2, 2], mean: 1, deviation: 2, seed: 3),
    Tensor.permutation(5, seed: 1), Tensor.sequence(4), Tensor.sequence(3, from: 1, by: 0.5),
    Tensor.spaced(from: 0, to: 1, count: 5), Tensor.identity(2))
var g = SeededGenerator(seed: 4)
print(Tensor.normal([2], using: &g), Tensor.uniform([2], from: -1, to: 1, using: &g))
print(Tensor.normal([20, 20], seed: 1))
print([Tensor(1), Tensor([2, 3])])
