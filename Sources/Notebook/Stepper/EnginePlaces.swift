import LessonModel
import NeuralCore

/// Which quantity of which pass a step of the engine speaks of.
struct EngineStep {
    var kind: StepFrame.Kind
    /// `place.pass` is 0: there is one pass.
    var place: NetworkPlace
    var pass: TracedPass
    /// The clock at which its forward pass began: tells passes apart.
    var passClock: Int64
}

extension EngineEar {
    /// The step at a moment of the clock, if the engine made it.
    func step(at moment: Int64, line: Int) -> EngineStep? {
        guard let index = index(at: moment) else { return nil }
        let heard = memory.trail[index]
        guard let (pass, clock, rows, layers) = pass(through: index, line: line) else { return nil }
        let (kind, found) = place(of: heard.event, Int(moment - heard.clock - 1), rows: rows, layers: layers)
        return EngineStep(kind: kind, place: found, pass: pass, passClock: clock)
    }

    /// The latest pass, if it began after a moment.
    func latestPass(since start: Int64, line: Int) -> TracedPass? {
        guard !memory.trail.isEmpty, let (pass, clock, _, _) = pass(through: memory.trail.count - 1, line: line),
            clock >= start
        else { return nil }
        return pass
    }

    private struct Open {
        var draft: PassDraft
        var clock: Int64
        var rows: Int
    }

    /// The pass that an event belongs to, with all that was heard of it by then.
    private func pass(
        through last: Int, line: Int
    ) -> (pass: TracedPass, clock: Int64, rows: Int, layers: [RecordedLayer])? {
        var open: [Open] = []
        var touched: Int?
        for heard in memory.trail[...last] {
            touched = nil
            switch heard.event {
            case .forward(let pass):
                open.append(Open(draft: PassDraft(line: line, pass: pass), clock: heard.clock, rows: pass.rows))
                touched = open.count - 1
            case .layer(let layer):
                guard !open.isEmpty else { continue }
                open[open.count - 1].draft.add(layer)
                touched = open.count - 1
            case .loss(let loss):
                touched = open.lastIndex { $0.draft.accepts(loss) }
                if let touched { open[touched].draft.add(loss) }
            case .gradients(let back):
                touched = open.lastIndex { $0.draft.accepts(back) }
                if let touched { open[touched].draft.add(back) }
            case .update(let update):
                touched = open.lastIndex { $0.draft.accepts(update) }
                if let touched { open[touched].draft.add(update) }
            case .epoch: touched = open.isEmpty ? nil : open.count - 1
            }
        }
        guard let touched else { return nil }
        let found = open[touched]
        // A forward pass is one operation: its other layers are known by now, and make the picture whole.
        if found.draft.loss == nil {
            for heard in memory.trail[(last + 1)...] {
                guard case .layer(let layer) = heard.event, layer.index == found.draft.layers.count else { break }
                found.draft.add(layer)
            }
        }
        guard !found.draft.layers.isEmpty else { return nil }
        return (found.draft.partial(), found.clock, found.rows, found.draft.layers)
    }

    private func place(
        of event: EngineEvent, _ step: Int, rows: Int, layers: [RecordedLayer]
    ) -> (StepFrame.Kind, NetworkPlace) {
        var place = NetworkPlace(pass: 0, rows: rows)
        switch event {
        case .forward: return (.layer, place)
        case .layer(let layer):
            place.layer = layer.index
            guard EngineSteps.isSmall(layer.inputCount, layer.outputCount) else { return (.layer, place) }
            place.unit = step / 2
            return (step % 2 == 0 ? .z : .a, place)
        case .loss: return (.loss, place)
        case .gradients(let back):
            place.layer = back.index
            guard EngineSteps.isByWeight(back) else { return (.layer, place) }
            let head = back.rows == 1 ? 2 : 0
            let length = back.inputCount + head + 1
            place.unit = step / length
            let part = step % length
            if part < head { return (part == 0 ? .dA : .dZ, place) }
            if part == length - 1 { return (.dB, place) }
            place.input = part - head
            return (.dW, place)
        case .update(let update):
            place.layer = update.index
            guard EngineSteps.isSmall(update.inputCount, update.outputCount) else { return (.layer, place) }
            var before = 0
            for layer in layers.prefix(update.index) { before += layer.weights.count + layer.biases.count }
            place.update = before + step
            return (.update, place)
        case .epoch(let epoch):
            place.epoch = epoch.index
            place.loss = epoch.loss
            return (.epoch, place)
        }
    }
}
