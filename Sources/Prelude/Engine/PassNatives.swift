import LessonKit
import Machine
import NeuralCore

/// What networks do: `@native("engine.…")` in `EngineText.networkWork`.
extension EngineContext {
    var passNatives: [Native] {
        [
            native("forward", 6) { (a: inout Arguments) throws(EngineError) in
                let reference = a.nextReference
                guard let object = a.network() else { return 0 }
                let x = a.doubles()
                let rows = a.int()
                a.machine.charge(work(object, rows))
                let network = self.attended(object)
                let shape = Checked.exampleShape(network, ofRows: a.ints())
                guard
                    try self.hasRoom(
                        a.machine, reference, object, rows,
                        { () throws(EngineError) in try Checked.memory(network, x.count, rows: rows, shape: shape) })
                else { return nil }
                let result = try Checked.forward(network, x, rows: rows, shape: shape, isTraining: a.flag())
                return numbers(result, like: a.word(), a.machine)
            },
            native("lossOf", 3) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let targets = a.doubles()
                a.machine.charge(Int64(targets.count))
                return bits(try Checked.loss(self.attended(object), targets, a.loss()))
            },
            native("lossOfLabels", 3) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let labels = a.ints()
                a.machine.charge(Int64(labels.count))
                return bits(try Checked.loss(self.attended(object), labels: labels, a.loss()))
            },
            native("backward", 1, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                a.machine.charge(2 * work(object, object.network.exampleCount))
                try Checked.backward(self.attended(object))
                return 0
            },
            native("update", 2, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                a.machine.charge(Int64(object.network.parameterCount / 4))
                try Checked.update(self.attended(object), a.rule())
                return 0
            },
            native("clip", 3) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                a.machine.charge(Int64(object.network.parameterCount / 4))
                let limit = a.double()
                if a.flag() { return bits(try Checked.clipGradients(object.network, length: limit)) }
                try Checked.clipGradients(object.network, size: limit)
                return 0
            },
            native("classes", 5) { (a: inout Arguments) throws(EngineError) in
                let reference = a.nextReference
                guard let object = a.network() else { return 0 }
                let x = a.doubles()
                let rows = a.int()
                a.machine.charge(work(object, rows))
                let network = self.attended(object)
                let shape = Checked.exampleShape(network, ofRows: a.ints())
                guard
                    try self.hasRoom(
                        a.machine, reference, object, rows,
                        { () throws(EngineError) in try Checked.memory(network, x.count, rows: rows, shape: shape) })
                else { return nil }
                let classes = try Checked.predictClasses(network, x, rows: rows, shape: shape)
                return integers(classes, like: a.word(), a.machine)
            },
        ]
    }

    var trainingNatives: [Native] {
        [
            native("source", 6) { (a: inout Arguments) throws(EngineError) in
                let values = a.doubles()
                let inputs = try Checked.tensor(values, shape: a.ints())
                let targetValues = a.doubles()
                let targets = try Checked.tensor(targetValues, shape: a.ints())
                let labels = a.ints()
                a.machine.charge(Int64(values.count + targetValues.count + labels.count))
                let source =
                    a.flag() ? ExampleSource(inputs, nil, labels) : ExampleSource(inputs, targets, nil)
                return a.machine.makeForeign(SourceObject(source), descriptor: self.descriptor)
            },
            native("step", 8) { (a: inout Arguments) throws(EngineError) in
                let reference = a.nextReference
                guard let object = a.network(), let examples = a.source() else { return 0 }
                let start = a.int()
                let end = a.int()
                guard try self.hasRoom(a.machine, reference, object, end - start, examples.source) else { return nil }
                let order = a.ints()
                let loss = a.loss()
                let rule = try a.rule()
                a.machine.charge(3 * work(object, end - start))
                let clip = a.double()
                return bits(
                    try Checked.step(
                        self.attended(object), examples.source, start, end, order, loss: loss, rule: rule,
                        clipLength: clip > 0 ? clip : nil))
            },
            native("score", 3) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let score = Checked.score(object.network, a.loss())
                return Int64(a.int() == 0 ? score.right : score.counted)
            },
            native("evaluate", 4) { (a: inout Arguments) throws(EngineError) in
                let reference = a.nextReference
                guard let object = a.network(), let examples = a.source() else { return 0 }
                a.machine.charge(work(object, examples.source.count))
                let rows = min(examples.source.count, Checked.evaluationBatch)
                guard try self.hasRoom(a.machine, reference, object, rows, examples.source) else { return nil }
                let (value, accuracy) = try Checked.evaluate(object.network, examples.source, a.loss())
                return numbers([value, accuracy ?? 0], like: a.word(), a.machine)
            },
            native("endEpoch", 2, 0) { (a: inout Arguments) throws(EngineError) in
                let index = a.int()
                self.observer?.record(.epoch(RecordedEpoch(index: index, loss: a.double())))
                return 0
            },
            native("gradientCheck", 6) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                let inputs = a.doubles()
                let targets = a.doubles()
                let rows = a.int()
                let loss = a.loss()
                guard rows > 0, inputs.count % rows == 0, targets.count % rows == 0 else {
                    throw .countDiffers(of: "rows of targets", expected: rows, actual: 0)
                }
                a.machine.charge(2 * Int64(object.network.parameterCount) * work(object, rows))
                return bits(
                    try Checked.gradientCheck(
                        object.network, rowsOf(inputs, rows), rowsOf(targets, rows), loss: loss, step: a.double()))
            },
        ]
    }

    /// Counts what a pass of so many examples will take, before it is allocated; false where that is too much.
    private func hasRoom(
        _ machine: Machine, _ reference: Int64, _ object: NetworkObject, _ rows: Int,
        _ bytes: () throws(EngineError) -> Int64
    ) throws(EngineError) -> Bool {
        if rows <= object.mostRows { return true }
        let bytes = try bytes()
        if bytes > object.passBytes {
            guard machine.recount(reference, bytes: bytes) else { return false }
            object.passBytes = bytes
        }
        object.mostRows = rows
        return true
    }

    private func hasRoom(
        _ machine: Machine, _ reference: Int64, _ object: NetworkObject, _ rows: Int, _ examples: ExampleSource
    ) throws(EngineError) -> Bool {
        try hasRoom(machine, reference, object, rows) { () throws(EngineError) in
            try Checked.memory(object.network, examples, rows: rows)
        }
    }

    /// The network, with the session's observer listening, unless the cell asked to trace it.
    private func attended(_ object: NetworkObject) -> Network {
        if object.isUnheard {
            object.network.observer = nil
            return object.network
        }
        if let log = object.log {
            if !object.isTraced { log.next = observer }
            object.network.observer = log
        } else if !object.isTraced {
            object.network.observer = observer
        }
        return object.network
    }
}

/// Multiplications of a forward pass, in units of fuel.
private func work(_ object: NetworkObject, _ rows: Int) -> Int64 {
    Int64(object.network.multiplications) * Int64(rows) / 16
}
