import LessonModel

/// The key frames of one cell made ready for the page: each with its line and the stretch of it that is worked out, the
/// variables that changed, and the moment of the engine's pass that the drawing shows.
struct CellSteps {
    struct Step {
        var frame: StepFrame
        var phase: Playback.Phase
        /// The pass, and the frame of its playback.
        var moment: (pass: Int, frame: Int)
        /// Variables that got a value or a new one, and those that went away.
        var set: [(name: String, text: String)]
        var removed: [String]
        /// Whether the drawing shows just this step.
        var isDrawn = false
    }

    /// Of so many passes the drawing has the values.
    private static let passLimit = 3

    private(set) var steps: [Step] = []
    private(set) var playbacks: [Playback] = []
    /// The most instructive step.
    private(set) var rest = 0
    /// For each variable the line of the cell that gives it its value.
    private(set) var homes: [String: Int] = [:]

    /// nil for a cell of which the trace holds too little to walk through.
    init?(_ cell: Cell, frames: [StepFrame], passes: [TracedPass]) {
        guard frames.count > 2 else { return nil }
        let finder = LineFinder(cell)
        var places: [Int: Int] = [:]
        var shown: [String: StepVariable] = [:]
        var moment = (pass: 0, frame: 0)
        var shape: [Int]?
        var line = 0
        for frame in frames {
            var isDrawn = false
            if let place = frame.network, passes.indices.contains(place.pass) {
                let pass = passes[place.pass].sound
                let own = Self.shape(of: pass)
                if NetworkSVG.isDrawable(pass), shape == nil || shape == own,
                    places.count < Self.passLimit || places[place.pass] != nil
                {
                    shape = own
                    if places[place.pass] == nil {
                        places[place.pass] = playbacks.count
                        playbacks.append(Playback(pass))
                    }
                    let index = places[place.pass] ?? 0
                    if let own = Self.frame(of: frame, place, in: playbacks[index]) {
                        moment = (index, own)
                        isDrawn = true
                    } else if index != moment.pass {
                        moment = (index, 0)
                    }
                }
            }
            let visible = Self.visible(frame)
            // What the cell begins with, other cells have made.
            if steps.isEmpty { shown = visible }
            var step = Step(frame: frame, phase: Self.phase(frame.kind), moment: moment, set: [], removed: [])
            step.isDrawn = isDrawn
            for name in visible.keys.sorted() where shown[name] != visible[name] {
                step.set.append((name, visible[name].map { SafeText.line(StepNarrator.value($0)) } ?? ""))
                if homes[name] == nil { homes[name] = finder.line(of: name, near: line) }
            }
            for name in shown.keys.sorted() where visible[name] == nil { step.removed.append(name) }
            shown = visible
            if !frame.kind.isEngine { line = frame.place.line }
            steps.append(step)
        }
        rest = restingStep()
    }

    /// What the innermost call sees: its own variables over those outside functions.
    private static func visible(_ frame: StepFrame) -> [String: StepVariable] {
        var visible: [String: StepVariable] = [:]
        for (index, scope) in frame.scopes.enumerated() where index == 0 || index == frame.scopes.count - 1 {
            for variable in scope.variables where !StepNarrator.isTypeName(variable) {
                visible[variable.name] = variable
            }
        }
        return visible
    }

    private static func phase(_ kind: StepFrame.Kind) -> Playback.Phase {
        switch kind {
        case .z, .a, .loss, .layer, .epoch: .forward
        case .dA, .dZ, .dW, .dB: .backward
        case .update: .update
        default: .start
        }
    }

    private static func shape(of pass: TracedPass) -> [Int] {
        var shape = [pass.layers.first?.weights.first?.count ?? 0]
        for layer in pass.layers { shape.append(layer.biases.count) }
        return shape
    }

    private static func frame(of frame: StepFrame, _ place: NetworkPlace, in playback: Playback) -> Int? {
        if let update = place.update {
            var seen = -1
            for (index, own) in playback.frames.enumerated() where own.phase == .update {
                seen += 1
                if seen == update { return index }
            }
            return nil
        }
        if frame.kind == .loss { return playback.frames.firstIndex { $0.name == "loss" } }
        guard let layer = place.layer, let unit = place.unit, playback.pass.layers.indices.contains(layer),
            playback.pass.layers[layer].biases.indices.contains(unit)
        else { return nil }
        let names = playback.quantities
        let name: String
        switch frame.kind {
        case .z: name = names.z(layer, unit)
        case .a: name = names.a(layer, unit)
        case .dA: name = "d" + names.a(layer, unit)
        case .dZ: name = "d" + names.z(layer, unit)
        case .dB: name = "d" + names.b(layer, unit)
        case .dW:
            guard let input = place.input else { return nil }
            name = "d" + names.w(layer, unit, input)
        default: return nil
        }
        return playback.frames.firstIndex { $0.name == name && $0.phase != .update }
    }

    /// The slope furthest from the loss; in a cell without an engine the last time that a sign turns, else the last
    /// part of an expression that is worked out outside functions.
    private func restingStep() -> Int {
        if let playback = playbacks.first, playback.frames.indices.contains(playback.rest) {
            for (index, step) in steps.enumerated()
            where step.isDrawn && step.moment.pass == 0 && step.moment.frame == playback.rest {
                return index
            }
        }
        if let turn = steps.lastIndex(where: { $0.frame.turnsSign }) { return turn }
        return steps.lastIndex { $0.frame.reduction != nil && $0.frame.scopes.count < 2 } ?? 0
    }
}

/// Finds the line of a cell that gives a variable its value.
private struct LineFinder {
    private var lines: [(line: Int, words: Set<String>)] = []

    init(_ cell: Cell) {
        for (index, text) in CodeColours.plainLines(of: cell.source).enumerated() {
            var words: Set<String> = []
            var word = ""
            for piece in text {
                for scalar in piece.text.unicodeScalars {
                    if scalar.properties.isXIDContinue {
                        word.unicodeScalars.append(scalar)
                    } else if !word.isEmpty {
                        words.insert(word)
                        word = ""
                    }
                }
            }
            if !word.isEmpty { words.insert(word) }
            lines.append((cell.firstLine + index, words))
        }
    }

    /// The line that ran last, where it names the variable, else the first one that does.
    func line(of name: String, near last: Int) -> Int? {
        for entry in lines where entry.line == last && entry.words.contains(name) { return last }
        for entry in lines where entry.words.contains(name) { return entry.line }
        return nil
    }
}
