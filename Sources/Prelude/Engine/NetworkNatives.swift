import LessonKit
import Machine
import NeuralCore

/// Networks as cells hold them: `@native("engine.…")` in `EngineText.networks` and `networkWork`.
extension EngineContext {
    var networkNatives: [Native] {
        [
            native("checkLayer", 3, 0) { (a: inout Arguments) throws(EngineError) in
                let integers = a.ints()
                let reals = a.doubles()
                a.machine.charge(Int64(reals.count))
                try Checked.check(integers, reals, a.strings())
                return 0
            },
            native("startingNumbers", 4) { (a: inout Arguments) throws(EngineError) in
                let integers = a.ints()
                let reals = a.doubles()
                let values = try Checked.startingNumbers(integers, reals, a.strings())
                a.machine.charge(Int64(values.count))
                return numbers(values, like: a.word(), a.machine)
            },
            native("makeNetwork", 7) { (a: inout Arguments) throws(EngineError) in
                let count = a.int()
                let integers = a.ints()
                let reals = a.doubles()
                let names = a.strings()
                let shape = a.ints()
                let hasShape = a.flag()
                let network = try Checked.network(
                    layers: count, integers, reals, names, input: hasShape ? shape : nil, seed: a.int())
                a.machine.charge(Int64(network.parameterCount))
                return a.machine.makeForeign(
                    NetworkObject(network, generation: self.generation), descriptor: self.descriptor)
            },
            native("copyNetwork", 2) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                a.machine.charge(Int64(object.network.parameterCount))
                let copy = NetworkObject(object.network.copy(), generation: self.generation)
                copy.isUnheard = a.flag()
                copy.passBytes = object.passBytes
                return a.machine.makeForeign(copy, descriptor: self.descriptor)
            },
            native("own", 1) { (a: inout Arguments) throws(EngineError) in
                let reference = a.word()
                guard let object = a.machine.foreign(reference) as? NetworkObject else { return 0 }
                guard object.generation == self.generation else { return self.copy(object, a.machine) }
                a.machine.retain(reference)
                return reference
            },
            native("numbers", 4) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let what = a.int()
                let values = try networkNumbers(object.network, what, ofLayer: a.int())
                a.machine.charge(Int64(values.count))
                return numbers(values, like: a.word(), a.machine)
            },
            native("shape", 4) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let what = a.int()
                let values = try networkShape(object.network, what, ofLayer: a.int())
                return integers(values, like: a.word(), a.machine)
            },
        ]
    }

    var partNatives: [Native] {
        [
            native("setParameters", 2, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                a.machine.charge(Int64(object.network.parameterCount))
                try Checked.setParameters(object.network, a.doubles())
                return 0
            },
            native("setLayer", 5, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let layer = a.int()
                let values = a.doubles()
                a.machine.charge(Int64(values.count))
                let rows = rowsOf(values, a.int())
                try Checked.setLayer(object.network, layer, weights: rows, biases: a.doubles())
                return 0
            },
            native("copyParameters", 3, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network(), let other = a.network() else { return 0 }
                a.machine.charge(Int64(object.network.parameterCount))
                try Checked.copyParameters(from: other.network, to: object.network, firstLayers: a.int())
                return 0
            },
            native("setFrozen", 3, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let layer = a.int()
                try Checked.setFrozen(object.network, layer, a.flag())
                return 0
            },
            native("setPenalty", 3, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let kind = a.int()
                let price = a.double()
                try Checked.setPenalty(object.network, kind == 0 ? .none : kind == 1 ? .l1(price) : .l2(price))
                return 0
            },
            native("keepBest", 2, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                a.machine.charge(Int64(object.network.parameterCount))
                if a.flag() { object.network.saveBest() } else { object.network.restoreBest() }
                return 0
            },
        ]
    }

    private func copy(_ object: NetworkObject, _ machine: Machine) -> Int64? {
        machine.charge(Int64(object.network.parameterCount))
        let copy = NetworkObject(object.network.copy(), generation: generation)
        copy.isTraced = object.isTraced
        copy.isUnheard = object.isUnheard
        copy.passBytes = object.passBytes
        copy.mostRows = object.mostRows
        copy.log = object.log?.copy()
        copy.network.observer = copy.log ?? object.network.observer
        return machine.makeForeign(copy, descriptor: descriptor)
    }
}

/// What the text asks for by number; see `engine.numbers` there.
private func networkNumbers(_ network: Network, _ what: Int, ofLayer index: Int) throws(EngineError) -> [Double] {
    switch what {
    case 0: return network.parameters
    case 1: return network.gradients
    case 2: return try Checked.weights(network, index)
    case 3: return try Checked.biases(network, index)
    case 4: return try Checked.weightGradients(network, index)
    case 5: return try Checked.biasGradients(network, index)
    case 6: return try Checked.sums(network, index)
    case 7: return try Checked.activations(network, index)
    case 8: return try Checked.activationGradients(network, index)
    case 9: return try Checked.inputGradients(network)
    case 11: return try Checked.attentionWeights(network, index).values
    default: return try Checked.parameters(network, ofLayer: index)
    }
}

/// The same for `engine.shape`.
private func networkShape(_ network: Network, _ what: Int, ofLayer index: Int) throws(EngineError) -> [Int] {
    switch what {
    case 0: return network.inputShape
    case 1: return network.outputShape
    case 2: return try Checked.outputShape(network, ofLayer: index)
    case 3: return try Checked.weightShape(network, index)
    case 4: return [network.hasRun ? 1 : 0]
    case 5: return [network.parameterCount]
    case 6: return [try Checked.isFrozen(network, index) ? 1 : 0]
    case 8: return try Checked.attentionWeights(network, index).shape
    default: return [try Checked.activation(network, index).caseNumber()]
    }
}
