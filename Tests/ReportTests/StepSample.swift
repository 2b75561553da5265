import LessonModel

@testable import Report

/// A step in the middle of the way back, as a stepper has it: the cell of the mock-up, its variables worked out by
/// `SampleNetwork`.
enum StepSample {
    static let source = """
        let x1 = 1.0, x2 = 0.0, y = 1.0, rate = 0.5

        // forward: from the input to the loss
        let z1 = w1*x1 + w2*x2 + b1
        let a1 = sigmoid(z1)
        let z2 = w3*x1 + w4*x2 + b2
        let a2 = sigmoid(z2)
        let z3 = w5*a1 + w6*a2 + b3
        let a3 = sigmoid(z3)
        let loss = (a3 - y) * (a3 - y)

        // backward: from the loss to every weight
        let da3 = 2 * (a3 - y)
        let dz3 = da3 * a3 * (1 - a3)
        let dw5 = dz3*a1, dw6 = dz3*a2, db3 = dz3
        let da1 = dz3*w5, da2 = dz3*w6
        let dz1 = da1 * a1 * (1 - a1)
        let dw1 = dz1*x1, dw2 = dz1*x2, db1 = dz1
        let dz2 = da2 * a2 * (1 - a2)
        let dw3 = dz2*x1, dw4 = dz2*x2, db2 = dz2

        """

    static let document = Document(
        fileName: "lesson3.md", frontMatter: matter,
        blocks: [
            SampleLesson.cell(0, line: 10, "let given = 3\n"),
            SampleLesson.cell(1, line: 52, source) { $0.label = "one-step" },
        ])

    private static var matter: FrontMatter {
        var matter = FrontMatter()
        matter.title = "Backpropagation"
        return matter
    }

    static let pass = SampleNetwork().pass(1, 0, answer: 1, rate: nil)

    /// The variables up to one of the way back.
    static func scope(upTo last: String) -> StepScope {
        let (hidden, output) = (pass.layers[0], pass.layers[1])
        var items: [(String, Double)] = [("given", 3)]
        for (index, weight) in SampleNetwork().w.enumerated() { items.append(("w\(index + 1)", weight)) }
        for (index, bias) in SampleNetwork().b.enumerated() { items.append(("b\(index + 1)", bias)) }
        let given = items.count
        items += [("x1", 1), ("x2", 0), ("y", 1), ("rate", 0.5)]
        items += [("z1", hidden.z[0]), ("a1", hidden.a[0]), ("z2", hidden.z[1]), ("a2", hidden.a[1])]
        items += [("z3", output.z[0]), ("a3", output.a[0]), ("loss", pass.loss?.value ?? .nan)]
        items += [("da3", output.dA[0]), ("dz3", output.dZ[0]), ("dw5", output.dW[0][0]), ("dw6", output.dW[0][1])]
        items += [("db3", output.db[0]), ("da1", hidden.dA[0]), ("da2", hidden.dA[1]), ("dz1", hidden.dZ[0])]
        items += [("dw1", hidden.dW[0][0])]
        var scope = StepScope(name: "", line: 69)
        for (name, value) in items {
            scope.variables.append(StepVariable(name: name, value: "\(value)", number: value))
            if name == last { break }
        }
        scope.ownStart = given
        return scope
    }

    static func frame(_ step: Int64, _ code: String, upTo last: String, kind: StepFrame.Kind = .line) -> StepFrame {
        StepFrame(
            step: step, cell: 1, kind: kind, place: StepPlace(line: 69, column: 5, endLine: 69, endColumn: 16),
            code: code, scopes: [scope(upTo: last)], output: "first\nsecond\n")
    }

    /// Where ∂L/∂w₁ has just got its value.
    static var view: StepView {
        let now = frame(17, "dw2 = dz1*x2", upTo: "dw1")
        let before = frame(16, "let dw1 = dz1*x1", upTo: "dz1")
        return StepView(
            document: document, frame: now, before: before, stepCount: 32,
            sentence: StepNarrator.sentence(of: now, after: before))
    }

    /// Inside `dz1*x1`.
    static var inside: StepView {
        var now = frame(16, "let dw1 = dz1*x1", upTo: "dz1", kind: .expression)
        let slope = pass.layers[0].dZ[0]
        now.place = StepPlace(line: 69, column: 11, endLine: 69, endColumn: 17)
        now.reduction = StepReduction(
            source: "let dw1 = dz1*x1",
            before: [
                .init(text: "let dw1 = "), .init(text: "\(slope)", number: slope, isPart: true),
                .init(text: "*", isPart: true), .init(text: "1.0", number: 1, isPart: true),
            ], part: "dz1*x1", value: "\(slope)", number: slope)
        return StepView(
            document: document, frame: now, stepCount: 32, sentence: StepNarrator.sentence(of: now))
    }
}
