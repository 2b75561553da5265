import Foundation
import NeuralCore

/// The engine's training steps, and the same in NumPy and PyTorch where a Python that has them is named.
struct EngineBench {
    /// A training step: what it is called, and what it has to reach.
    struct Work {
        let name: String
        /// How many times as fast as NumPy written by hand it has to be, where that is a peer, and as PyTorch.
        let overNumPy: Double?
        let overTorch: Double
        let step: () throws -> Void
    }

    static func run(python: String?) throws {
        Threads.count = 2
        var peers: [String: [String: Double]] = [:]
        if let python { peers = try Peers.measure(python) }
        print("\(processor())\nµs a step (float64, two threads, median of five)\n")
        print(row(["work", "here", "NumPy", "PyTorch", "× NumPy", "wanted", "× PyTorch", "wanted", "MB"]))
        var missed = 0
        for work in all() {
            let here = try measure(work.step)
            let numpy = peers[work.name]?["numpy"]
            let torch = peers[work.name]?["torch"]
            var cells = [work.name, text(here), text(numpy), text(torch)]
            for (peer, wanted) in [(numpy, work.overNumPy), (torch, Optional(work.overTorch))] {
                let ratio = peer.map { $0 / here }
                cells += [text(ratio), text(wanted)]
                if let ratio, let wanted, ratio < wanted { missed += 1 }
            }
            // The most that the process had taken by then.
            cells.append("\(peakMegabytes())")
            print(row(cells))
        }
        try products(peers["product"] ?? [:], &missed)
        print("\npeak memory: \(peakMegabytes()) MB")
        if python != nil { print(missed == 0 ? "every ratio is reached" : "\(missed) ratios are not reached") }
    }

    /// Matrix products on one core, beside OpenBLAS's kernel for AVX2 where NumPy has it.
    private static func products(_ peers: [String: Double], _ missed: inout Int) throws {
        Threads.count = 1
        print("\nmatrix product on one core, GFLOP/s\n")
        print(row(["size", "here", "OpenBLAS", "× OpenBLAS", "wanted"]))
        for size in [64, 128, 256, 512] {
            let a = Tensor((0..<size * size).map { Double($0 % 7) - 3 }, shape: [size, size])
            let operations = 2 * Double(size * size * size)
            let here = try measure { _ = try Checked.matmul(a, a) }
            let ratio = peers["\(size)"].map { $0 / here }
            if let ratio, ratio < 0.9 { missed += 1 }
            print(
                row([
                    "\(size)", text(operations / here / 1000), text(peers["\(size)"].map { operations / $0 / 1000 }),
                    text(ratio), "0.9",
                ]))
        }
    }

    private static func processor() -> String {
        let lines = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?.split(separator: "\n") ?? []
        let name = lines.first { $0.hasPrefix("model name") }?.split(separator: ":").last ?? " unknown processor"
        return name.dropFirst() + ", \(ProcessInfo.processInfo.activeProcessorCount) cores"
    }

    /// Microseconds, the median of five runs of at least a fifth of a second each.
    static func measure(_ step: () throws -> Void) throws -> Double {
        for _ in 0..<3 { try step() }
        var count = 1
        var times: [Double] = []
        while times.count < 5 {
            let start = DispatchTime.now().uptimeNanoseconds
            for _ in 0..<count { try step() }
            let elapsed = Double(DispatchTime.now().uptimeNanoseconds - start) / 1000
            if elapsed < 200_000 && times.isEmpty {
                count = max(count * 2, Int(Double(count) * 220_000 / max(elapsed, 1)))
                continue
            }
            times.append(elapsed / Double(count))
        }
        return times.sorted()[2]
    }

    private static func text(_ number: Double?) -> String {
        guard let number else { return "–" }
        return String(format: number < 1 ? "%.2f" : number < 10 ? "%.1f" : "%.0f", number)
    }

    private static func row(_ cells: [String]) -> String {
        var line = cells[0].padding(toLength: 34, withPad: " ", startingAt: 0)
        for cell in cells.dropFirst() { line += String(repeating: " ", count: max(0, 11 - cell.count)) + cell }
        return line
    }

    private static func peakMegabytes() -> Int {
        var usage = rusage()
        #if os(Linux)
            getrusage(RUSAGE_SELF.rawValue, &usage)
            return usage.ru_maxrss / 1024
        #else
            getrusage(RUSAGE_SELF, &usage)
            return usage.ru_maxrss >> 20
        #endif
    }
}

extension EngineBench {
    static func all() -> [Work] {
        [
            dense("2-4-1 XOR, 4, SGD", [2, 4, 1], 4, .tanh, .sgd(SGD(learningRate: 0.1)), 4, 20),
            dense("4-16-16-3, 32, Adam", [4, 16, 16, 3], 32, .relu, .adam(Adam()), 3, 10),
            dense("64-128-10, 64, SGD", [64, 128, 10], 64, .relu, .sgd(SGD(learningRate: 0.01)), 1.5, 3),
            dense("784-256-10, 64, SGD", [784, 256, 10], 64, .relu, .sgd(SGD(learningRate: 0.01)), 1, 1),
            classes(
                "digits CNN, 32, Adam", 3, .adam(Adam()),
                Network([
                    Conv2D(1, 8, kernel: 3, activation: .relu), MaxPool2D(2),
                    Conv2D(8, 16, kernel: 3, activation: .relu), Flatten(), Dense(16, 10),
                ]), [32, 1, 8, 8], 10),
            classes(
                "LSTM 32, 16 × 32, 16", 5, .adam(Adam()), Network([LSTM(16, 32), Dense(32, 10)]), [16, 32, 16], 10),
            classes(
                "transformer 32, 4 heads, 32, 8", 3, .adam(Adam()),
                Network([TransformerBlock(32, heads: 4, feedForward: 128), Dense(32, 10)]), [8, 32, 32], 10),
        ]
    }

    private static func numbers(_ count: Int) -> [Double] {
        var generator = SeededGenerator(seed: 1)
        return (0..<count).map { _ in generator.normal() }
    }

    private static func dense(
        _ name: String, _ sizes: [Int], _ rows: Int, _ activation: Activation, _ rule: UpdateRule,
        _ overNumPy: Double, _ overTorch: Double
    ) -> Work {
        var layers: [Layer] = []
        for i in 0..<sizes.count - 1 {
            layers.append(Dense(sizes[i], sizes[i + 1], activation: i + 2 < sizes.count ? activation : .linear))
        }
        let network = Network(layers)
        let last = sizes[sizes.count - 1]
        let source = ExampleSource(
            Tensor(numbers(rows * sizes[0]), shape: [rows, sizes[0]]),
            Tensor(numbers(rows * last), shape: [rows, last]), nil)
        return Work(name: name, overNumPy: overNumPy, overTorch: overTorch) {
            _ = try Checked.step(network, source, 0, rows, [], loss: .meanSquaredError, rule: rule)
        }
    }

    private static func classes(
        _ name: String, _ overTorch: Double, _ rule: UpdateRule, _ network: Network, _ shape: [Int], _ classes: Int
    ) -> Work {
        let inputs = Tensor(numbers(shape.reduce(1, *)), shape: shape)
        let positions = network.predict(inputs).count / classes
        let source = ExampleSource(inputs, nil, (0..<positions).map { $0 % classes })
        return Work(name: name, overNumPy: nil, overTorch: overTorch) {
            _ = try Checked.step(network, source, 0, shape[0], [], loss: .crossEntropyFromLogits, rule: rule)
        }
    }
}
