import Foundation
import Testing

@testable import NeuralCore

/// An operator's arguments and result as PyTorch recorded them, and the gradients of sum(weights · result).
private struct OperatorCase: Decodable {
    let name: String
    let arguments: [Recorded]
    let result: Recorded
    let weights: Recorded
    let gradients: [Recorded]
    let exponent, low, high: Double?
    let axis: Int?
    let keepsAxis: Bool?
    let shape, indices: [Int]?
    let activation: String?
    /// Whether central differences are of no use, since the slope jumps here.
    let kinks: Bool?

    var operation: NeuralCore.Operation? {
        let keeps = keepsAxis ?? false
        return switch name {
        case "add": .add
        case "subtract": .subtract
        case "multiply": .multiply
        case "divide": .divide
        case "maximum": .maximum
        case "minimum": .minimum
        case "matmul": .matmul
        case "negate": .negate
        case "exp": .exp
        case "log": .log
        case "sin": .sin
        case "cos": .cos
        case "tanh": .tanh
        case "squareRoot": .squareRoot
        case "magnitude": .magnitude
        case "power": .power(exponent!)
        case "clamp": .clamp(from: low!, to: high!)
        case "activation": .activation(Activation(rawValue: activation!)!)
        case "sum": .sum
        case "mean": .mean
        case "variance": .variance
        case "max": .max
        case "sumAlong": .sumAlong(axis: axis!, keepsAxis: keeps)
        case "meanAlong": .meanAlong(axis: axis!, keepsAxis: keeps)
        case "varianceAlong": .varianceAlong(axis: axis!, keepsAxis: keeps)
        case "maxAlong": .maxAlong(axis: axis!, keepsAxis: keeps)
        case "softmax": .softmax(axis: axis!)
        case "logSoftmax": .logSoftmax(axis: axis!)
        case "transpose": .permute([1, 0])
        case "permute": .permute(indices!)
        case "reshape": .reshape(shape!)
        case "broadcast": .broadcast(shape!)
        case "slice": .slice(from: Int(low!), to: Int(high!), axis: axis!)
        case "gather": .gather(indices!, axis: axis!)
        case "pick": .pick(indices!)
        case "concatenate": .concatenate(axis: axis!)
        default: nil
        }
    }
}

private struct OperatorFixture: Decodable { let operators: [OperatorCase] }

/// One call checks an operator forward against PyTorch, backward against PyTorch and against central differences.
private func check(_ test: OperatorCase) throws {
    let operation = try #require(test.operation, "\(test.name)")
    func run(_ arguments: [Tensor]) -> ([Variable], Variable, Variable) {
        let tape = Tape()
        let variables = arguments.map { tape.variable($0) }
        let y = tape.apply(operation, 0, variables.count > 1 ? 1 : -1)
        return (variables, y, (y * tape.variable(test.weights.tensor)).sum())
    }
    let arguments = test.arguments.map(\.tensor)
    let (variables, y, loss) = run(arguments)
    #expect(y.value.shape == test.result.shape, "\(test.name)")
    expectClose(y.value.values, test.result.values, test.name)
    loss.backward()
    for (i, variable) in variables.enumerated() {
        let gradient = variable.gradient
        #expect(gradient.shape == test.gradients[i].shape, "\(test.name)")
        expectClose(gradient.values, test.gradients[i].values, "gradient \(i) of \(test.name)", absolute: 1e-13)
        if test.kinks == true || test.activation == "step" { continue }
        let numeric = differences(arguments[i].values) { moved in
            var others = arguments
            others[i] = Tensor(moved, shape: arguments[i].shape)
            return run(others).2.value.item
        }
        expectClose(gradient.values, numeric, "slope \(i) of \(test.name)", relative: 1e-6, absolute: 1e-7)
    }
}

@Test func operatorsAgreeWithPyTorchAndDifferences() throws {
    let old: OperatorFixture = try decoded("engine.json")
    let new: OperatorFixture = try decoded("operators.json")
    let cases = old.operators + new.operators
    // Every rule of the table is there; `transpose` is a way to permute.
    #expect(Set(cases.map(\.name)).subtracting(["transpose"]).count == 35)
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

@Test func backwardTwiceGivesTheSame() {
    let tape = Tape()
    let x = tape.variable(Tensor([1, 2]))
    let y = (x * x).sum()
    y.backward()
    y.backward()
    #expect(x.gradient.values == [2, 4])
    let z = (3 * x).sum()
    #expect(z.gradient.values == [0])
    z.backward()
    #expect(x.gradient.values == [3, 3] && y.gradient.values == [0])
}

@Test func vectorsInProducts() {
    let tape = Tape()
    let v = tape.variable(Tensor([1, 2]))
    let m = tape.variable(Tensor([[1, 2, 3], [4, 5, 6]]))
    #expect(v.matmul(m).value.values == [9, 12, 15] && v.matmul(v).value == Tensor(5))
    #expect(m.matmul(tape.variable(Tensor([1, 0, 1]))).value.values == [4, 10])
    #expect(Tensor([1, 2]).matmul(m.value).values == [9, 12, 15] && v.value.matmul(v.value) == Tensor(5))
    v.matmul(m).sum().backward()
    #expect(v.gradient.values == [6, 15] && m.gradient.values == [1, 1, 1, 2, 2, 2])
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
