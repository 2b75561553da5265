import Prelude
import Testing

/// What the engine refuses in a cell: the message, and at the cell's own line.
struct EngineErrorTests {
    private static let refused: [(cell: String, message: String)] = [
        // Shapes that do not fit: both are named.
        ("Tensor([1, 2]) + Tensor([1, 2, 3])", "cannot add shapes [2] and [3]"),
        ("Tensor.zeros([2, 3]) * Tensor.zeros([3, 2])", "cannot multiply shapes [2, 3] and [3, 2]"),
        (
            "Tensor.zeros([2, 3]).matmul(Tensor.zeros([2, 3]))",
            "cannot multiply matrices of shapes [2, 3] and [2, 3]: the columns of the first must be as many as the rows "
                + "of the second"
        ),
        (
            "Tensor.zeros([2, 1, 3]).matmul(Tensor.zeros([3, 3, 1]))",
            "cannot multiply stacks of shapes [2] and [3]"
        ),
        ("Tensor.zeros([6]).reshaped([4, -1])", "cannot reshape shapes [6] and [4, -1]"),
        (
            "Tensor.concatenated([Tensor.zeros([2, 3]), Tensor.zeros([2, 4])])",
            "cannot concatenate shapes [2, 3] and [2, 4]"
        ),
        ("Tensor.stacked([Tensor([1]), Tensor([1, 2])])", "cannot stack shapes [1] and [2]"),
        ("Tensor([1, 2]).broadcast(to: [3])", "cannot broadcast shapes [2] and [3]"),
        ("Tensor([1, 2]).isLess(than: Tensor([1, 2, 3]))", "cannot compare shapes [2] and [3]"),
        ("Tensor([[1, 2], [3]])", "row 1 has 1 numbers, the rows before it have 2"),
        ("Tensor([1, 2, 3], shape: [2, 2])", "expected 4 numbers, got 3"),
        // Empty tensors.
        ("Tensor.zeros([0]).mean()", "mean of an empty tensor"),
        ("Tensor.zeros([0]).argmax()", "argmax of an empty tensor"),
        ("Tensor.zeros([3, 0]).max(axis: 1)", "max of an empty tensor"),
        ("Tensor.concatenated([])", "concatenated of an empty tensor"),
        ("Statistics([])", "Statistics of an empty tensor"),
        ("accuracy([Int](), [])", "accuracy of an empty tensor"),
        // Dimensions whose product overflows, before anything is allocated.
        ("Tensor.zeros([1_000_000_000, 1_000_000_000])", "[1000000000, 1000000000] is not a possible shape"),
        ("Tensor.zeros([1 << 62, 4])", "[4611686018427387904, 4] is not a possible shape"),
        ("Tensor.zeros([-1])", "[-1] is not a possible shape"),
        ("Tensor.zeros([20000, 1]) + Tensor.zeros([1, 20000])", "[20000, 20000] is not a possible shape"),
        // Axes and places that are not there.
        ("Tensor([1, 2]).sum(axis: 1)", "there is no axis 1 in a tensor of 1 dimensions"),
        ("Tensor([1, 2]).sum(axis: -2)", "there is no axis -2 in a tensor of 1 dimensions"),
        ("Tensor([1, 2])[2]", "index 2 is out of range: there are 2"),
        ("Tensor([1, 2])[0, 0]", "expected 1 indices, got 2"),
        ("Tensor([1, 2]).slice(-1)", "index -1 is out of range: there are 2"),
        ("Tensor([1, 2]).slice(1..<3)", "index 3 is out of range: there are 2"),
        ("Tensor([1, 2]).gather([0, 2])", "index 2 is out of range: there are 2"),
        ("Tensor.zeros([2, 3]).permuted([0, 0])", "axis 0 is named twice"),
        ("Tensor.zeros([2, 3]).permuted([0])", "expected 2 axes, got 1"),
        ("Dataset.xor.batches(of: 0)", "the batch size must be above zero"),
        ("Dataset.xor.subset([4])", "index 4 is out of range: there are 4"),
        (
            "Dataset.xor.split(train: 0.8, validation: 0.3)",
            "train and validation must be shares that add up to 1 at most"
        ),
        ("Dataset.xor.split(train: .nan)", "train and validation must be shares that add up to 1 at most"),
        ("Schedule.step(from: 1, factor: 0.5, every: 0)(3)", "every must be above zero"),
        // Classes out of range, scores without meaning.
        ("oneHot([3], classes: 3)", "index 3 is out of range: there are 3"),
        ("Tensor.zeros([2, 3]).picked([0, 3])", "index 3 is out of range: there are 3"),
        ("ConfusionMatrix(predicted: [0], actual: [2], classes: 2)", "index 2 is out of range: there are 2"),
        ("ConfusionMatrix(predicted: [0], actual: [-1])", "index -1 is out of range: there are 1"),
        ("ROC(scores: [0.1, 0.2], labels: [1, 1])", "labels must have both classes"),
        ("ROC(scores: [0.1, .nan], labels: [0, 1])", "scores must not be NaN"),
        ("rSquared([1], [1, 2])", "expected 1 targets, got 2"),
        // Going backward.
        (
            "Tape().variable(Tensor([1, 2])).backward()",
            "backward needs one number to start from, got the shape [2]"
        ),
        ("Tape().variable(1) + Tape().variable(2)", "the two values were recorded on different tapes"),
        // Networks: layers that do not fit, calls out of order, settings without meaning.
        ("Network([])", "network of an empty tensor"),
        ("Network([Dense(2, 3), Dense(2, 1)])", "Dense(2, 1) needs an example of shape [2], got [3]"),
        (
            "Network([Conv2D(1, 2, kernel: 3), Dense(4, 2)], input: [1, 8, 8])",
            "Dense(4, 2) needs an example of shape [4] (a Flatten() makes that of an image), got [2, 6, 6]"
        ),
        ("Conv2D(1, 2, kernel: 3, stride: 0)", "stride must be above zero"),
        ("Conv2D(1, 2, kernel: 0)", "kernel must be above zero"),
        ("Dense(1 << 40, 1 << 40)", "[1099511627776, 1099511627776] is not a possible shape"),
        ("SelfAttention(6, heads: 4)", "heads must divide the width, 6"),
        ("Dropout(1)", "the rate of Dropout must be from 0 up to but not including 1"),
        ("Network([Dense(2, 1)]).backward()", "backward() needs loss(…) first"),
        ("Network([Dense(2, 1)]).forward([1, 2, 3])", "expected 2 inputs, got 3"),
        ("Network([Embedding(3, 2)]).predict([[5]])", "index 5 is out of range: there are 3"),
        ("Network([Dense(2, 1)]).weights(ofLayer: 1)", "index 1 is out of range: there are 1"),
        ("Network([Dense(2, 1)]).setPenalty(.l2(-1))", "penalty must be finite and not below zero"),
        (
            "Network([Dense(2, 1)]).fit([[1, 2]], [1], optimizer: SGD(learningRate: .nan), epochs: 1)",
            "learningRate is not a finite number"
        ),
        (
            "Network([Dense(2, 1)]).fit([[1, 2]], [1], optimizer: Adam(), epochs: 1, batchSize: 0)",
            "batchSize must be above zero"
        ),
        // Tables.
        ("Table(csv: \"\")", "CSV of an empty tensor"),
        ("Table(csv: \"a,b\\n1\\n\")", "row 0 has 1 numbers, the rows before it have 2"),
        ("Table(csv: \"a\\nx\\n\").numbers(\"a\")", "column `a` has text, not numbers"),
        ("Table(csv: \"a\\n1\\n\").numbers(\"b\")", "column `b` does not exist; there are a"),
        ("loadCSV(\"../../etc/passwd\")", "`../../etc/passwd.csv` is not the name of a data file"),
    ]

    @Test func refusesAtTheLine() {
        for (cell, message) in Self.refused {
            let source = "import NeuralCore\n\n_ = \(cell)\n"
            let result = LanguageSession.runProgram(fileName: "cell.swift", bytes: Array(source.utf8))
            #expect(result.diagnostics.isEmpty, "\(cell): \(result.diagnostics.map(\.message))")
            #expect(result.stop?.diagnostic.message == message, "\(cell)")
            #expect(result.stop?.diagnostic.location.line == 3, "\(cell)")
        }
    }

    /// Documented results for what is no number: NaN is the largest, a share of infinities is NaN.
    @Test func whatIsNoNumber() {
        let source = """
            import NeuralCore
            let t = Tensor([1, .nan, 3])
            print(t.max(), t.min(), t.argmax(), t.softmax(), t.isGreater(than: 2), t.clamped(from: 0, to: 2))
            print(Tensor([.infinity, 0]).softmax(), Tensor([-.infinity, 0]).softmax(), Tensor([1e300, -1e300]).softmax())
            print(Tensor.maximum(t, Tensor(2)), Tensor.zeros([0]).sum(), Tensor.zeros([2, 0]).sum(axis: 1), Tensor([Double]()))
            print(Tensor([1e308, 1e308]).sum(), Statistics([.nan, 0]).mean, indexOfLargest([.nan, 5]))
            """
        let result = LanguageSession.runProgram(fileName: "cell.swift", bytes: Array(source.utf8))
        #expect(
            String(decoding: result.output, as: UTF8.self) == """
                nan nan 1 [nan, nan, nan] [0.0, 0.0, 1.0] [1.0, nan, 2.0]
                [nan, nan] [0.0, 1.0] [1.0, 0.0]
                [2.0, nan, 3.0] 0.0 [0.0, 0.0] []
                inf nan 0

                """)
    }

    @Test func aTapeOfAHundredThousandNodes() {
        let source = """
            import NeuralCore
            let tape = Tape()
            let x = tape.variable(1.0)
            var y = x
            for _ in 0..<100_000 { y = y + x }
            y.backward()
            print(x.gradient.item, tape.count)
            tape.clear()
            print(tape.count)
            """
        let result = LanguageSession.runProgram(fileName: "cell.swift", bytes: Array(source.utf8))
        #expect(String(decoding: result.output, as: UTF8.self) == "100001.0 100001\n0\n", "\(result)")
    }
}
