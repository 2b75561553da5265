extension Attempts {
    static let lesson5 = windows + gates + looks

    private static let windows = [
        Attempt(
            name: "the window is turned over", exercise: "convolve",
            source: slidden("filter[2 - i][2 - j] * pixels[8 * (row + i) + column + j]")),
        Attempt(
            name: "rows and columns are swapped", exercise: "convolve",
            source: slidden("filter[j][i] * pixels[8 * (row + i) + column + j]")),
        Attempt(
            name: "the window stands still", exercise: "convolve",
            source: slidden("filter[i][j] * pixels[8 * i + j]")),
        Attempt(
            name: "a picture of six columns", exercise: "convolve",
            source: slidden("filter[i][j] * pixels[6 * (row + i) + column + j]")),
        Attempt(
            name: "no sum, only the last product", exercise: "convolve",
            source: slidden("filter[i][j] * pixels[8 * (row + i) + column + j] - sum")),
    ]

    private static func slidden(_ product: String) -> String {
        """
        func convolved(_ pixels: [Double], _ filter: [[Double]]) -> [Double] {
            var sums: [Double] = []
            for row in 0..<6 {
                for column in 0..<6 {
                    var sum = 0.0
                    for i in 0..<3 {
                        for j in 0..<3 { sum += \(product) }
                    }
                    sums.append(sum)
                }
            }
            return sums
        }
        """
    }

    private static let gates = [
        Attempt(
            name: "the gates are not squashed", exercise: "lstm-step",
            source: stepped("zF * c + zI * tanh(zG)", "zO * tanh(new)")),
        Attempt(
            name: "the suggestion is a gate", exercise: "lstm-step",
            source: stepped("sigmoid(zF) * c + sigmoid(zI) * sigmoid(zG)", "sigmoid(zO) * tanh(new)")),
        Attempt(
            name: "h of the old c", exercise: "lstm-step",
            source: stepped("sigmoid(zF) * c + sigmoid(zI) * tanh(zG)", "sigmoid(zO) * tanh(c)")),
        Attempt(
            name: "everything is written", exercise: "lstm-step",
            source: stepped("sigmoid(zF) * c + tanh(zG)", "sigmoid(zO) * tanh(new)")),
        Attempt(
            name: "c is shown as it is", exercise: "lstm-step",
            source: stepped("sigmoid(zF) * c + sigmoid(zI) * tanh(zG)", "sigmoid(zO) * new")),
    ]

    private static func stepped(_ cell: String, _ shown: String) -> String {
        """
        func lstmStep(
            c: Double, zF: Double, zI: Double, zO: Double, zG: Double
        ) -> (c: Double, h: Double) {
            let new = \(cell)
            return (new, \(shown))
        }
        """
    }

    private static let looks = [
        Attempt(
            name: "not divided", exercise: "attention",
            source: looked("dot(queries[i], keys[j])", hidden: "-Double.infinity")),
        Attempt(
            name: "always divided by √2", exercise: "attention",
            source: looked("dot(queries[i], keys[j]) / sqrt(2)", hidden: "-Double.infinity")),
        Attempt(
            name: "divided by the length, not its root", exercise: "attention",
            source: looked("dot(queries[i], keys[j]) / Double(queries[i].count)", hidden: "-Double.infinity")),
        Attempt(
            name: "later words get the score 0", exercise: "attention",
            source: looked("dot(queries[i], keys[j]) / sqrt(Double(queries[i].count))", hidden: "0")),
        Attempt(
            name: "queries and keys are swapped", exercise: "attention",
            source: looked("dot(keys[i], queries[j]) / sqrt(Double(queries[i].count))", hidden: "-Double.infinity")),
    ]

    private static func looked(_ score: String, hidden: String) -> String {
        """
        func sharesOf(
            _ queries: [[Double]], _ keys: [[Double]], causal: Bool
        ) -> [[Double]] {
            var table: [[Double]] = []
            for i in 0..<queries.count {
                var scores: [Double] = []
                for j in 0..<keys.count {
                    scores.append(causal && j > i ? \(hidden) : \(score))
                }
                table.append(softmax(scores))
            }
            return table
        }
        """
    }
}
