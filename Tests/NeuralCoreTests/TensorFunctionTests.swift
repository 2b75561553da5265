import Testing

@testable import NeuralCore

/// A function of tensors that is not recorded on a tape, as PyTorch computes it.
private struct FunctionCase: Decodable {
    let name: String
    let arguments: [Recorded]
    let result: Recorded
    let axis, size: Int?
    let keepsAxis: Bool?
    let indices, shape: [Int]?

    var value: Tensor? {
        let all = arguments.map(\.tensor)
        let a = all[0]
        let keeps = keepsAxis ?? false
        return switch name {
        case "argmax": a.argmax(axis: axis!, keepsAxis: keeps)
        case "min": a.min(axis: axis!, keepsAxis: keeps)
        case "runningSum": a.runningSum(axis: axis!)
        case "largestMask": a.largestMask(axis: axis!)
        case "stack": Tensor.stacked(all, axis: axis!)
        case "expand": a.expanded(axis: axis!)
        case "scatter": a.scattered(indices!, axis: axis!, size: size!)
        case "less": a.isLess(than: all[1])
        case "greater": a.isGreater(than: all[1])
        case "equal": a.isEqual(to: all[1])
        case "choose": Tensor.choose(a, all[1], all[2])
        case "oneHot": Tensor.oneHot(indices!, classes: size!)
        case "sign": a.sign()
        case "sumTo": a.sum(to: shape!)
        default: nil
        }
    }
}

private struct FunctionFixture: Decodable { let functions: [FunctionCase] }

@Test func functionsOfTensorsAgreeWithPyTorch() throws {
    let fixture: FunctionFixture = try decoded("operators.json")
    #expect(Set(fixture.functions.map(\.name)).count == 14)
    for test in fixture.functions {
        let value = try #require(test.value, "\(test.name)")
        #expect(value.shape == test.result.shape, "\(test.name)")
        expectClose(value.values, test.result.values, test.name)
    }
}

@Test func printingLooksOnlyAtWhatItShows() {
    // The 1e9 in the midst is not shown, so it does not change the form.
    var values = [Double](repeating: 0.5, count: 100)
    values[50] = 1e9
    #expect(Tensor(values).description == "[0.5, 0.5, 0.5, …, 0.5, 0.5, 0.5]")
    #expect(Tensor.zeros([13, 1]).description == "[[0.0],\n [0.0],\n [0.0],\n …,\n [0.0],\n [0.0],\n [0.0]]")
    #expect(Tensor.sequence(12).description.contains("11.0]") && !Tensor.sequence(12).description.contains("…"))
}

@Test func randomTensorsHaveTheirMoments() {
    let normal = Tensor.normal([100, 100], mean: 2, deviation: 3, seed: 5)
    #expect((normal.mean() - 2).magnitude < 0.1 && (normal.variance() - 9).magnitude < 0.4)
    let uniform = Tensor.uniform([10_000], from: -1, to: 3, seed: 5)
    #expect(uniform.min() >= -1 && uniform.max() < 3 && (uniform.mean() - 1).magnitude < 0.05)
    #expect((uniform.variance() - 16.0 / 12).magnitude < 0.05)
    #expect(Tensor.permutation(50, seed: 2).values.sorted() == (0..<50).map(Double.init))
    #expect(Tensor.normal([3], seed: 1) == Tensor.normal([3], seed: 1))
    #expect(Tensor.normal([3], seed: 1) != Tensor.normal([3], seed: 2))
}
