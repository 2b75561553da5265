import LessonModel

/// A network that a cell's own code works out, known by the names of its variables: `w1`, `b1`, `z1`, `a1`, `dw1` … of
/// two inputs, two hidden neurons and one output, or `w`, `b`, `x`, `z`, `a` of a single neuron.
struct VariableNetwork {
    private let inner: StepScope?
    private let outer: StepScope

    /// The pass as far as the variables go: of the innermost call whose code speaks of such a network, else of the code
    /// outside functions; nil where that does not either.
    static func pass(of frame: StepFrame, in document: Document) -> TracedPass? {
        guard let outer = frame.scopes.first else { return nil }
        for index in frame.scopes.indices.reversed() {
            let line = index == frame.scopes.count - 1 ? frame.place.line : frame.scopes[index].line
            guard let source = FunctionLines.source(around: line, in: document) else { continue }
            let network = VariableNetwork(inner: index > 0 ? frame.scopes[index] : nil, outer: outer)
            if mentionsThree(source), let pass = network.three(line: line) { return pass }
            if mentionsOne(source), let pass = network.one(line: line) { return pass }
        }
        return nil
    }

    /// Whether at least three of a network's quantities stand in the code, and a weight among them.
    private static func mentionsThree(_ source: String) -> Bool {
        var found: [String] = []
        var hasWeight = false
        for line in CodeColours.lines(of: source) {
            for piece in line where piece.ink != .plain && piece.ink != .soft && piece.ink != .strong {
                if piece.ink == .w { hasWeight = true }
                if !found.contains(piece.text) { found.append(piece.text) }
            }
        }
        return found.count >= 3 && hasWeight
    }

    private static let loneNames = ["w", "b", "x", "z", "a"]

    /// Whether the code gives at least two quantities of a single neuron, which carry no numbers, their values.
    private static func mentionsOne(_ source: String) -> Bool {
        var found = 0
        let lines = LineNames.lines(of: source)
        for name in loneNames where lines.contains(where: { $0.contains { $0.text == name } }) { found += 1 }
        return found >= 2
    }

    /// Parameters and inputs may be the lesson's; what a function works out of such a network is its own.
    private func given(_ name: String) -> Double? { inner?[name]?.number ?? outer[name]?.number }
    private func made(_ name: String) -> Double? { (inner ?? outer)[name]?.number }

    private func all(_ names: [String], _ value: (String) -> Double?) -> [Double]? {
        var values: [Double] = []
        for name in names {
            guard let number = value(name) else { return nil }
            values.append(number)
        }
        return values
    }

    /// As many as are known from the first on.
    private func first(_ names: [String]) -> [Double] {
        var values: [Double] = []
        for name in names {
            guard let number = made(name) else { break }
            values.append(number)
        }
        return values
    }

    private func three(line: Int) -> TracedPass? {
        guard let w = all(["w1", "w2", "w3", "w4", "w5", "w6"], given), let b = all(["b1", "b2", "b3"], given) else {
            return nil
        }
        let inputs = all(["x1", "x2"], given) ?? []
        let dw1 = first(["dw1", "dw2"])
        let hidden = TracedPass.Layer(
            name: "hidden", unitNames: ["h1", "h2"], activation: "sigmoid", inputs: inputs,
            weights: [[w[0], w[1]], [w[2], w[3]]], biases: [b[0], b[1]], z: first(["z1", "z2"]),
            a: first(["a1", "a2"]), dA: first(["da1", "da2"]), dZ: first(["dz1", "dz2"]),
            dW: dw1.isEmpty ? [] : [dw1, first(["dw3", "dw4"])], db: first(["db1", "db2"]))
        let dw5 = first(["dw5", "dw6"])
        let output = TracedPass.Layer(
            name: "output", unitNames: ["o"], activation: "sigmoid", inputs: [], weights: [[w[4], w[5]]],
            biases: [b[2]], z: first(["z3"]), a: first(["a3"]), dA: first(["da3"]), dZ: first(["dz3"]),
            dW: dw5.isEmpty ? [] : [dw5], db: first(["db3"]))
        return TracedPass(
            line: line, inputNames: ["x1", "x2"], inputs: inputs, layers: [hidden, output],
            loss: loss(prediction: made("a3")))
    }

    private func one(line: Int) -> TracedPass? {
        guard let w = given("w"), let b = given("b"), let x = given("x") else { return nil }
        let layer = TracedPass.Layer(
            name: "output", unitNames: ["o"], activation: "sigmoid", inputs: [x], weights: [[w]], biases: [b],
            z: first(["z"]), a: first(["a"]), dA: first(["da"]), dZ: first(["dz"]),
            dW: made("dw").map { [[$0]] } ?? [], db: first(["db"]))
        return TracedPass(
            line: line, inputNames: ["x"], inputs: [x], layers: [layer], loss: loss(prediction: made("a")))
    }

    private func loss(prediction: Double?) -> TracedPass.Loss? {
        guard let value = made("loss"), let y = given("y"), let prediction else { return nil }
        return TracedPass.Loss(name: "", target: [y], prediction: [prediction], value: value)
    }
}
