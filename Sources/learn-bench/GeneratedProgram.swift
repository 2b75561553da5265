/// Programs of any length that look like lessons: each unit declares a struct, a class, an enum and functions that use
/// them, and calls them.
enum GeneratedProgram {
    static func text(units: Int) -> String {
        var text = "import Foundation\n\nvar total = 0.0\n"
        for number in 0..<units { text += unit(number) }
        return text + "print(total)\n"
    }

    private static func unit(_ n: Int) -> String {
        """

        // A layer, its weights and what it computes.
        struct Layer\(n) {
            var weights: [[Double]]
            var bias: [Double]
            let name = "layer \(n)"

            var size: Int { bias.count }

            func forward(_ x: [Double]) -> [Double] {
                var result: [Double] = []
                for (row, b) in zip(weights, bias) {
                    var sum = b
                    for i in 0..<row.count { sum += row[i] * x[i] }
                    result.append(max(0, sum))
                }
                return result
            }
        }

        enum Rule\(n) {
            case constant(Double)
            case step(every: Int, by: Double)

            func rate(at epoch: Int) -> Double {
                switch self {
                case .constant(let rate): return rate
                case .step(let every, let factor): return pow(factor, Double(epoch / every))
                }
            }
        }

        final class Counter\(n) {
            private var counts: [String: Int] = [:]
            func add(_ word: String) { counts[word, default: 0] += 1 }
            func most() -> String? { counts.max { $0.value < $1.value }?.key }
        }

        func train\(n)(_ layer: Layer\(n), epochs: Int) -> Double {
            let rule: Rule\(n) = epochs > 10 ? .step(every: 5, by: 0.5) : .constant(0.1)
            var loss = 0.0
            for epoch in 0..<epochs {
                let y = layer.forward([1, 2, Double(epoch)])
                let errors = y.map { $0 - 1 }
                loss = errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)
                guard loss > 0 else { break }
                loss *= rule.rate(at: epoch)
            }
            return loss
        }

        let layer\(n) = Layer\(n)(weights: [[0.5, -0.25, 1], [1, 0, -1]], bias: [0.1, -0.1])
        let counter\(n) = Counter\(n)()
        for word in "to be or not to be".split(separator: " ") { counter\(n).add(String(word)) }
        total += train\(n)(layer\(n), epochs: \(n % 20 + 1))
        if let word = counter\(n).most(), layer\(n).size == 2 { print("\\(word) \\(layer\(n).name)") }

        """
    }
}
