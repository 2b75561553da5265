import Machine
import NeuralCore

/// A tensor as a cell's `Tensor` holds it. It changes only where one variable holds it and no snapshot can go back to it.
final class TensorObject: ForeignObject {
    fileprivate(set) var tensor: Tensor
    let generation: Int

    init(_ tensor: Tensor, generation: Int) {
        self.tensor = tensor
        self.generation = generation
    }

    override var byteCount: Int { (tensor.count + tensor.dimensions) * 8 }
}

/// Operations on tensors: `@native("engine.tensor…")` in `EngineText`. Numbers of operations are those of the text.
extension EngineContext {
    var tensorNatives: [Native] { makingTensors + readingTensors + computingTensors + shapingTensors }

    /// Charges for the numbers that are read, and hands the result over.
    private func handle(_ tensor: Tensor, _ a: inout Arguments, work: Int = 0) -> Int64? {
        a.machine.charge(Int64((tensor.count + work) / 8 + 1))
        return a.machine.makeForeign(TensorObject(tensor, generation: generation), descriptor: descriptor)
    }

    private var makingTensors: [Native] {
        [
            native("tensorMake", 2) { (a: inout Arguments) throws(EngineError) in
                let values = a.doubles()
                return self.handle(try Checked.tensor(values, shape: a.ints()), &a)
            },
            native("tensorFill", 2) { (a: inout Arguments) throws(EngineError) in
                let value = a.double()
                let shape = a.ints()
                let count = try Checked.count(of: shape)
                // Before it is allocated.
                a.machine.charge(Int64(count / 8))
                return self.handle(
                    try Checked.tensor([Double](repeating: value, count: count), shape: shape), &a)
            },
            native("tensorPut", 3) { (a: inout Arguments) throws(EngineError) in
                let reference = a.word()
                guard let object = a.machine.foreign(reference) as? TensorObject else { return 0 }
                let indices = a.ints()
                guard object.generation == self.generation, a.machine.isUnique(reference) else {
                    return self.handle(try Checked.replace(object.tensor, at: indices, with: a.double()), &a)
                }
                try Checked.replace(&object.tensor, at: indices, with: a.double())
                a.machine.retain(reference)
                return reference
            },
            native("tensorJoin", 3) { (a: inout Arguments) throws(EngineError) in
                let parts = a.tensors()
                let axis = a.int()
                let isStack = a.int() == 1
                return self.handle(
                    isStack ? try Checked.stack(parts, axis: axis) : try Checked.concatenate(parts, axis: axis), &a)
            },
        ]
    }

    private var readingTensors: [Native] {
        [
            native("tensorShape", 2) { (a: inout Arguments) throws(EngineError) in
                let shape = a.tensor().shape
                guard let descriptor = a.machine.descriptor(of: a.word()) else { return 0 }
                var words: [Int64] = []
                for size in shape { words.append(Int64(size)) }
                return a.machine.makeArray(descriptor, words: words)
            },
            native("tensorValues", 2) { (a: inout Arguments) throws(EngineError) in
                let values = a.tensor().values
                a.machine.charge(Int64(values.count / 8))
                return numbers(values, like: a.word(), a.machine)
            },
            native("tensorCount", 2) { (a: inout Arguments) throws(EngineError) in
                let tensor = a.tensor()
                return Int64(a.int() == 0 ? tensor.count : tensor.dimensions)
            },
            native("tensorNumber", 2) { (a: inout Arguments) throws(EngineError) in
                let tensor = a.tensor()
                return bits(tensor.values[try Checked.offset(of: a.ints(), in: tensor.shape)])
            },
            native("tensorText", 1) { (a: inout Arguments) throws(EngineError) in
                let tensor = a.tensor()
                a.machine.charge(Int64(tensor.count))
                return a.machine.makeString(tensor.description)
            },
            native("tensorsAreEqual", 2) { (a: inout Arguments) throws(EngineError) in
                let first = a.tensor()
                a.machine.charge(Int64(first.count / 8))
                return first == a.tensor() ? 1 : 0
            },
            native("tensorReduced", 2) { (a: inout Arguments) throws(EngineError) in
                let reduction = Reduction.allCases[a.int()]
                let tensor = a.tensor()
                a.machine.charge(Int64(tensor.count / 8))
                return bits(try Checked.reduce(reduction, tensor))
            },
        ]
    }

    private var computingTensors: [Native] {
        [
            native("tensorOne", 4) { (a: inout Arguments) throws(EngineError) in
                let operation = a.int()
                let tensor = a.tensor()
                let x = a.double()
                let y = a.double()
                // A function costs about ten multiplications.
                let work = 9 * tensor.count
                switch operation {
                case 100: return self.handle(tensor.power(x), &a, work: 2 * work)
                case 101: return self.handle(try Checked.clamp(tensor, from: x, to: y), &a)
                default:
                    return self.handle(
                        Checked.apply(ElementwiseFunction.allCases[operation], tensor), &a, work: work)
                }
            },
            native("tensorActivate", 3) { (a: inout Arguments) throws(EngineError) in
                let tensor = a.tensor()
                let activation = a.activation()
                let result = a.word() & 1 == 1 ? tensor.slopes(of: activation) : tensor.activated(activation)
                return self.handle(result, &a, work: 9 * tensor.count)
            },
            native("tensorTwo", 3) { (a: inout Arguments) throws(EngineError) in
                let operation = a.int()
                let first = a.tensor()
                let second = a.tensor()
                switch operation {
                case 0: return self.handle(try Checked.add(first, second), &a)
                case 1: return self.handle(try Checked.subtract(first, second), &a)
                case 2: return self.handle(try Checked.multiply(first, second), &a)
                case 3: return self.handle(try Checked.divide(first, second), &a)
                case 4:
                    // Inner size times result, before it is computed.
                    let inner = Swift.max(first.shape.last ?? 1, 1)
                    let columns = second.dimensions > 1 ? second.shape[second.dimensions - 1] : 1
                    let rows = Int64(Swift.max(first.count / inner, second.count / inner))
                    a.machine.charge(rows * Int64(inner) * Int64(columns) / 64)
                    return self.handle(try Checked.matmul(first, second), &a)
                default:
                    return self.handle(try Checked.compare(Comparison.allCases[operation - 5], first, second), &a)
                }
            },
            native("tensorChoose", 3) { (a: inout Arguments) throws(EngineError) in
                let condition = a.tensor()
                let first = a.tensor()
                return self.handle(try Checked.choose(condition, first, a.tensor()), &a)
            },
            native("tensorReduce", 4) { (a: inout Arguments) throws(EngineError) in
                let reduction = Reduction.allCases[a.int()]
                let tensor = a.tensor()
                let axis = a.int()
                let result = try Checked.reduce(reduction, tensor, axis: axis, keepsAxis: a.word() & 1 == 1)
                return self.handle(result, &a, work: tensor.count)
            },
        ]
    }

    private var shapingTensors: [Native] {
        [
            native("tensorShaped", 6) { (a: inout Arguments) throws(EngineError) in
                let operation = a.int()
                let tensor = a.tensor()
                let list = a.ints()
                let (i, j, k) = (a.int(), a.int(), a.int())
                return self.handle(
                    try Self.shaped(operation, tensor, list, i, j, k), &a, work: tensor.count)
            }
        ]
    }

    private static func shaped(
        _ operation: Int, _ t: Tensor, _ list: [Int], _ i: Int, _ j: Int, _ k: Int
    ) throws(EngineError) -> Tensor {
        switch operation {
        case 0: try Checked.reshape(t, to: list)
        case 1: try Checked.transpose(t)
        case 2: try Checked.permute(t, list)
        case 3: try Checked.broadcast(t, to: list)
        case 4: try Checked.sum(t, to: list)
        case 5: try Checked.slice(t, at: i, axis: j)
        case 6: try Checked.slice(t, i, j, axis: k)
        case 7: try Checked.pad(t, axis: k, before: i, after: j)
        case 8: try Checked.gather(t, list, axis: i)
        case 9: try Checked.scatter(t, list, axis: i, size: j)
        case 10: try Checked.pick(t, list)
        case 11: try Checked.expand(t, axis: i)
        case 12: try Checked.transposeMatrices(t)
        default: try Checked.oneHot(list, classes: i)
        }
    }
}

extension Arguments {
    mutating func tensor() -> Tensor { (machine.foreign(word()) as? TensorObject)?.tensor ?? Tensor(0) }

    /// Of an array of tensors, each one word.
    fileprivate mutating func tensors() -> [Tensor] {
        let array = word()
        var result: [Tensor] = []
        for index in 0..<machine.count(of: array) {
            guard let reference = machine.element(index, of: array),
                let object = machine.foreign(reference) as? TensorObject
            else { continue }
            result.append(object.tensor)
        }
        return result
    }
}
