import Elementary
import Testing

@testable import NeuralCore

@Test func kernelsGiveTheSameBits() {
    var generator = SeededGenerator(seed: 1)
    for (m, k, n) in [
        (1, 1, 1), (4, 8, 8), (5, 100, 13), (17, 33, 70), (64, 64, 64), (3, 500, 4), (2, 300, 3), (9, 600, 17),
    ] {
        let a = (0..<m * k).map { _ in generator.normal() }
        let b = (0..<k * n).map { _ in generator.normal() }
        var fast = [Double](repeating: .nan, count: m * n)
        var plain = [Double](repeating: 0, count: m * n)
        MatrixProduct.multiply(a, b, into: &fast, rows: m, inner: k, columns: n)
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                MatrixProduct.portable(
                    Strided(a.baseAddress!, columns: k), Strided(b.baseAddress!, columns: n), into: &plain, rows: m,
                    inner: k, columns: n, stride: n)
            }
        }
        // One accumulator, ascending: the definition, written out.
        let defined = (0..<m * n).map { i in
            (0..<k).reduce(0.0) { $0 + a[i / n * k + $1] * b[$1 * n + i % n] }
        }
        #expect(fast == plain && plain == defined, "\(m) \(k) \(n)")
    }
}

@Test func exponentialsOfManyHaveTheSameBits() {
    var generator = SeededGenerator(seed: 7)
    var x = [0, -0.0, 1e-9, -1e-9, 0x1p-28, 21.99, 22, -22, 44, 707.99, -707.99, 708, -708, 745, -750, 1e308]
    x += [0.7, 0.70710678, -0.71, 8.48, 8.49, -8.49, 37, -38, 0x1p-901]
    x += [.infinity, -.infinity, .nan, -.nan, .leastNonzeroMagnitude, 0.34657359, -0.34657359]
    for scale in [1e-6, 0.1, 1, 5, 30, 300, 800] { x += (0..<20_000).map { _ in scale * generator.normal() } }
    func all(_ f: (UnsafePointer<Double>, UnsafeMutablePointer<Double>, Int) -> Void) -> [UInt64] {
        // In place, in pieces of every length.
        var y = x
        y.withUnsafeMutableBufferPointer { y in
            var start = 0
            var size = 1
            while start < y.count {
                let count = min(size, y.count - start)
                f(y.baseAddress! + start, y.baseAddress! + start, count)
                start += count
                size = size % 37 + 1
            }
        }
        return y.map { $0.isNaN ? 0 : $0.bitPattern }
    }
    func one(_ f: (Double) -> Double) -> [UInt64] { x.map { f($0).isNaN ? 0 : f($0).bitPattern } }
    #expect(zip(all { Exponentials.exp($0, into: $1, count: $2) }, one(Elementary.exp)).allSatisfy { $0 == $1 })
    #expect(zip(all { Exponentials.tanh($0, into: $1, count: $2) }, one(Elementary.tanh)).allSatisfy { $0 == $1 })
    #expect(
        zip(all { Exponentials.sigmoid($0, into: $1, count: $2) }, one(Activation.logistic)).allSatisfy { $0 == $1 })
    #expect(
        zip(all { Exponentials.gelu($0, into: $1, count: $2) }, one { Activation.gelu($0) }).allSatisfy { $0 == $1 })
    let slopes = all { z, g, count in
        let values = (0..<count).map { Activation.gelu(z[$0]) }
        Exponentials.geluSlopes(z, values, [Double](repeating: 1, count: count), into: g, count: count)
    }
    #expect(zip(slopes, one(Activation.gelu.derivative)).allSatisfy { $0 == $1 })
}

@Test func sumsRunInAFixedOrder() {
    var generator = SeededGenerator(seed: 2)
    for count in [0, 1, 7, 8, 9, 100] {
        let values = (0..<count).map { _ in generator.normal() }
        var lanes = [Double](repeating: 0, count: 8)
        for i in 0..<count / 8 * 8 { lanes[i % 8] += values[i] }
        let four = (0..<4).map { lanes[$0] + lanes[$0 + 4] }
        var sum = (four[0] + four[2]) + (four[1] + four[3])
        for x in values[(count / 8 * 8)...] { sum += x }
        #expect(Tensor(values).sum() == sum)
    }
}

@Test func tensorsAreValues() {
    var a = Tensor([[1, 2, 3], [4, 5, 6]])
    let b = a
    a[1, 2] = 9
    #expect(b[1, 2] == 6 && a[1, 2] == 9 && b.shape == [2, 3] && b.rows == [[1, 2, 3], [4, 5, 6]])
    #expect(b.transposed().rows == [[1, 4], [2, 5], [3, 6]] && b.reshaped([3, -1])[2, 1] == 6)
    #expect(b.sum(axis: 0).values == [5, 7, 9] && b.mean(axis: 1).values == [2, 5] && b.argmax() == 5)
    #expect(
        (b + Tensor([10, 20, 30])).values == [11, 22, 33, 14, 25, 36] && (2 * b - 1).values == [1, 3, 5, 7, 9, 11])
    #expect(b.matmul(Tensor([1, 0, 1])).values == [4, 10] && b.slice(1).values == [4, 5, 6])
    #expect(b.max() == 6 && b.min() == 1 && Tensor([1, .nan, 2]).max().isNaN && Tensor([1, .nan]).argmax() == 1)
}

@Test func tensorErrorsNameBothShapes() {
    let a = Tensor.zeros([2, 3])
    let error = #expect(throws: EngineError.self) { try Checked.add(a, Tensor.zeros([2, 4])) }
    #expect(error?.message == "cannot add shapes [2, 3] and [2, 4]")
    #expect(throws: EngineError.innerSizesDiffer([2, 3], [2, 3])) { try Checked.matmul(a, a) }
    #expect(throws: EngineError.badShape([-1])) { try Checked.count(of: [-1]) }
    #expect(throws: EngineError.badShape([Int.max, 2])) { try Checked.count(of: [Int.max, 2]) }
    #expect(throws: EngineError.empty(operation: "mean")) { try Checked.mean(Tensor([Double]())) }
    #expect(throws: EngineError.empty(operation: "argmax")) { try Checked.argmax([]) }
    #expect(throws: EngineError.axisOutOfRange(axis: 2, dimensions: 2)) { try Checked.reduce(.sum, a, axis: 2) }
    #expect(throws: EngineError.shapesDiffer(operation: "reshape", [2, 3], [4, -1])) {
        try Checked.reshape(a, to: [4, -1])
    }
}

@Test func tensorsPrintAligned() {
    #expect(Tensor([[1, -2.5], [10, 0.125]]).description == "[[ 1.000, -2.500],\n [10.000,  0.125]]")
    #expect(Tensor([1, 2]).description == "[1.0, 2.0]" && Tensor(0.5).description == "0.5")
    #expect(Tensor([1e-9, 1]).description == "[1e-09,     1]" && Tensor([Double]()).description == "[]")
    #expect(Tensor.zeros([2, 1, 2]).description == "[[[0.0, 0.0]],\n\n [[0.0, 0.0]]]")
    #expect(Tensor.zeros([100]).description == "[0.0, 0.0, 0.0, …, 0.0, 0.0, 0.0]")
}

@Test func activationsAtTheirEdges() {
    for f in Activation.allCases {
        #expect(f(.nan).isNaN && f.derivative(.nan).isNaN || f == .linear, "\(f)")
        #expect(f(1e6).isFinite && f(-1e6).isFinite && f.derivative(-1e6).isFinite && f.derivative(1e6).isFinite)
    }
    #expect(Activation.sigmoid(-745) > 0 && Activation.step(0) == 1 && Activation.relu.derivative(0) == 0)
}
