import CNeuralKernels
import Elementary
import Testing

@testable import NeuralCore

/// Networks of every kind of heavy work, large enough for two threads to share each, with their examples.
private func networks() -> [(name: String, make: () -> Network, data: Examples)] {
    func numbers(_ shape: [Int]) -> Tensor { Tensor.normal(shape, seed: 3) }
    func labels(_ count: Int) -> [Int] { (0..<count).map { $0 * 7 % 5 } }
    return [
        (
            "dense",
            { Network([Dense(64, 128, activation: .relu), Dense(128, 64, activation: .tanh), Dense(64, 5)]) },
            Examples(numbers([66, 64]), labels: labels(66))
        ),
        (
            "images",
            {
                Network([
                    Conv2D(2, 8, kernel: 3, padding: 1, activation: .gelu), MaxPool2D(2), BatchNorm(8), Flatten(),
                    Dense(200, 5),
                ])
            }, Examples(numbers([17, 2, 10, 10]), labels: labels(17))
        ),
        (
            "LSTM", { Network([LSTM(6, 20, returnsSequences: true), Dense(20, 5)]) },
            Examples(numbers([9, 20, 6]), labels: labels(180))
        ),
        (
            "GRU", { Network([GRU(6, 20), Dense(20, 5)]) }, Examples(numbers([9, 20, 6]), labels: labels(9))
        ),
        (
            "RNN", { Network([RNN(6, 40, returnsSequences: true), Dense(40, 5)]) },
            Examples(numbers([9, 20, 6]), labels: labels(180))
        ),
        (
            "transformer",
            { Network([TransformerBlock(12, heads: 3, feedForward: 48, causal: true), LayerNorm(12), Dense(12, 5)]) },
            Examples(numbers([5, 30, 12]), labels: labels(150))
        ),
    ]
}

/// The bits of all parameters after two epochs in two batches.
private func bits(_ network: Network, _ data: Examples) -> [UInt64] {
    network.fit(
        data, loss: .crossEntropyFromLogits, optimizer: Adam(learningRate: 0.01), epochs: 2, batchSize: data.count - 2)
    return network.parameters.map { $0.bitPattern }
}

// Both settings belong to the whole process; others' results have the same bits whatever they are.
@Suite(.serialized)
struct SameBitsTests {
    @Test func oneThreadAndTwo() {
        for (name, make, data) in networks() {
            Threads.count = 1
            let one = bits(make(), data)
            Threads.count = 2
            let two = bits(make(), data)
            Threads.count = 3
            let three = bits(make(), data)
            Threads.count = 1
            #expect(one == two && one == three, "\(name)")
        }
    }

    #if arch(x86_64)
        @Test func withTheProcessorsExtensionsAndWithout() {
            for (name, make, data) in networks() {
                let with = bits(make(), data)
                neural_avoid_avx2(1)
                let without = bits(make(), data)
                neural_avoid_avx2(0)
                #expect(with == without, "\(name)")
            }
        }

        /// Products of every small shape, of rows and of columns, added to and not, beside the definition.
        @Test func productsOfEveryShape() {
            var generator = SeededGenerator(seed: 5)
            let x = (0..<4000).map { _ in generator.normal() }
            for rows in [1, 2, 5, 6, 7, 9, 10, 13, 19, 24] {
                for inner in [1, 3, 4, 17, 66] {
                    for columns in [1, 4, 5, 7, 8, 9, 12, 16, 21] {
                        for form in 0..<8 { checkProduct(x, rows, inner, columns, form) }
                    }
                }
            }
        }
    #endif

    /// Bits of `form`: whether a is turned, whether b is, whether c is added to.
    private func checkProduct(_ x: [Double], _ rows: Int, _ inner: Int, _ columns: Int, _ form: Int) {
        let (turnsA, turnsB, isAdding) = (form & 1 != 0, form & 2 != 0, form & 4 != 0)
        func a(_ i: Int, _ k: Int) -> Double { x[turnsA ? k * rows + i : i * inner + k] }
        func b(_ k: Int, _ j: Int) -> Double { x[1999 + (turnsB ? j * inner + k : k * columns + j)] }
        // Numbers behind each row of c, which must stay.
        let stride = columns + 3
        var c = [Double](repeating: 0.1, count: rows * stride)
        x.withUnsafeBufferPointer { x in
            let first = x.baseAddress!
            MatrixProduct.multiply(
                Strided(first, rowStride: turnsA ? 1 : inner, columnStride: turnsA ? rows : 1),
                Strided(first + 1999, rowStride: turnsB ? 1 : columns, columnStride: turnsB ? inner : 1), into: &c,
                rows: rows, inner: inner, columns: columns, stride: stride, adding: isAdding)
        }
        var expected = [Double](repeating: 0.1, count: rows * stride)
        for i in 0..<rows {
            for j in 0..<columns {
                var sum = isAdding ? 0.1 : 0
                for k in 0..<inner { sum += a(i, k) * b(k, j) }
                expected[i * stride + j] = sum
            }
        }
        #expect(c == expected, "\(rows) \(inner) \(columns), form \(form)")
    }

    /// Blocks that no cache holds are packed; the sums run on from block to block.
    @Test func largeProducts() {
        var generator = SeededGenerator(seed: 6)
        for (rows, inner, columns) in [(101, 700, 523), (200, 300, 97)] {
            let a = (0..<rows * inner).map { _ in generator.normal() }
            let b = (0..<inner * columns).map { _ in generator.normal() }
            var c = [Double](repeating: .nan, count: rows * columns)
            MatrixProduct.multiply(a, b, into: &c, rows: rows, inner: inner, columns: columns)
            for place in Swift.stride(from: 0, to: rows * columns, by: 613) + [rows * columns - 1] {
                var sum = 0.0
                for k in 0..<inner { sum += a[place / columns * inner + k] * b[k * columns + place % columns] }
                #expect(c[place] == sum)
            }
        }
    }
}
