#if os(Linux)
    import Foundation
    import Testing

    @testable import NeuralCore

    /// Pages that the process holds now.
    private func pages() throws -> Int {
        let line = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        return try #require(Int(line.split(separator: " ")[1]))
    }

    @Test func nothingGrowsWithTheNumberOfEpochs() throws {
        let data = Examples(Tensor.normal([20, 8, 6], seed: 1), labels: (0..<20).map { $0 % 3 })
        let check = Examples(Tensor.normal([11, 8, 6], seed: 2), labels: (0..<11).map { $0 % 3 })
        let networks = [
            Network([Flatten(), Dense(48, 12, activation: .gelu), Dropout(0.1), BatchNorm(12), Dense(12, 3)]),
            Network([LSTM(6, 5), Dense(5, 3)]),
            Network([TransformerBlock(6, heads: 2, causal: true), Flatten(), Dense(48, 3)]),
            Network([Reshape([1, 8, 6]), Conv2D(1, 2, kernel: 3), MaxPool2D(2), Flatten(), Dense(12, 3)]),
        ]
        for network in networks {
            func epochs(_ count: Int) {
                // The last batch is smaller than the others, and the validation examples are of another number again.
                network.fit(
                    data, loss: .crossEntropyFromLogits, optimizer: Adam(), epochs: count, batchSize: 8,
                    shuffleSeed: 1, validation: check, patience: 1000, clipLength: 1)
            }
            epochs(3)
            // Other tests may run beside this one: growth would show every time.
            var growth: [Int] = []
            for _ in 0..<4 {
                let before = try pages()
                epochs(24)
                growth.append(try pages() - before)
            }
            // A kilobyte an epoch would be six pages.
            #expect(growth.contains { $0 < 6 }, "\(network.layers): \(growth)")
        }
    }
#endif
