import Testing

@testable import NeuralCore

extension OperationCase {
    var operation: NeuralCore.Operation? {
        switch name {
        case "add": .add
        case "subtract": .subtract
        case "multiply": .multiply
        case "divide": .divide
        case "matmul": .matmul
        case "negate": .negate
        case "exp": .exp
        case "log": .log
        case "sin": .sin
        case "cos": .cos
        case "squareRoot": .squareRoot
        case "power": .power(exponent!)
        case "activation": .activation(Activation(rawValue: activation!)!)
        case "sum": .sum
        case "mean": .mean
        case "sumAlong": .sumAlong(axis: axis!)
        case "transpose": .transpose
        case "reshape": .reshape(shape!)
        default: nil
        }
    }
}

/// One call checks an operator forward against PyTorch, backward against PyTorch and against central differences.
private func check(_ test: OperationCase) throws {
    let operation = try #require(test.operation, "\(test.name)")
    func run(_ tape: Tape, _ arguments: [Tensor]) throws -> ([Variable], Variable, Variable) {
        let variables = arguments.map { tape.variable($0) }
        let y = try Checked.apply(operation, variables[0], variables.count > 1 ? variables[1] : nil)
        return (variables, y, (y * tape.variable(test.weights.tensor)).sum())
    }
    let arguments = test.arguments.map(\.tensor)
    let (variables, y, loss) = try run(Tape(), arguments)
    #expect(y.value.shape == test.result.shape, "\(test.name)")
    expectClose(y.value.values, test.result.values, test.name)
    loss.backward()
    for (i, variable) in variables.enumerated() {
        let gradient = variable.gradient
        #expect(gradient.shape == test.gradients[i].shape, "\(test.name)")
        expectClose(gradient.values, test.gradients[i].values, "gradient \(i) of \(test.name)", absolute: 1e-13)
        // Central differences are of no use across the jump of a step.
        if test.activation == "step" { continue }
        let numeric = differences(arguments[i].values) { moved in
            var others = arguments
            others[i] = Tensor(moved, shape: arguments[i].shape)
            return (try? run(Tape(), others).2.value.item) ?? .nan
        }
        expectClose(gradient.values, numeric, "slope \(i) of \(test.name)", relative: 1e-6, absolute: 1e-7)
    }
}

@Test func operatorsAgreeWithPyTorchAndDifferences() throws {
    let cases = try EngineFixture.load().operators
    // Every rule of the table is there.
    #expect(Set(cases.map(\.name)).count == 18)
    #expect(Set(cases.compactMap(\.activation)) == Set(Activation.allCases.map(\.rawValue)))
    for test in cases { try check(test) }
}

@Test func aTapeOfAHundredThousandNodes() {
    let tape = Tape()
    let x = tape.variable(1.0)
    var y = x
    for _ in 0..<100_000 { y = y + x }
    y.backward()
    #expect(x.gradient.item == 100_001)
}

@Test func tapeErrors() {
    let tape = Tape()
    let v = tape.variable(Tensor([1, 2]))
    #expect(throws: EngineError.notScalar([2])) { try Checked.backward(v) }
    #expect(throws: EngineError.tapesDiffer) { try Checked.apply(.add, v, Tape().variable(1)) }
    #expect(throws: EngineError.shapesDiffer(operation: "add", [2], [3])) {
        try Checked.apply(.add, v, tape.variable(Tensor([1, 2, 3])))
    }
}

@Test func scalarValues() {
    // f = (a·b + c)·tanh(a) / (b² + 1), checked against central differences.
    func f(_ p: [Value]) -> Value {
        (p[0] * p[1] + p[2]) * p[0].tanh() / (p[1].power(2) + 1) - (p[2] * p[0]).exp().log() + p[1].sigmoid()
    }
    let point = [0.7, -1.3, 2.1]
    let values = point.map { Value($0) }
    let loss = f(values)
    loss.backward()
    let numeric = differences(point) { f($0.map { Value($0) }).data }
    expectClose(values.map(\.gradient), numeric, "gradients", relative: 1e-7)
    loss.backward()
    expectClose(values.map(\.gradient), numeric.map { 2 * $0 }, "a second pass adds", relative: 1e-7)
    loss.resetGradients()
    #expect(values.allSatisfy { $0.gradient == 0 })
    let a = Value(3)
    let square = a * a
    square.backward()
    #expect(a.gradient == 6 && square.operation == "*" && square.parents.count == 2)
}

@Test func aChainOfAHundredThousandValuesIsReleased() {
    let x = Value(1)
    var y = x
    for _ in 0..<100_000 { y = y + x }
    y.backward()
    #expect(x.gradient == 100_001 && y.ancestors().count == 100_001)
}
