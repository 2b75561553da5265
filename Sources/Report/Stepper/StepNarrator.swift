import Elementary
import LessonModel

/// Says in one sentence what happens in a step: the same on a terminal, on a page, and for screen readers.
public enum StepNarrator {
    /// The sentence of a frame. The frame shown before it tells what is new; `pass` is the pass of the frame's
    /// `network`, with all that is known of it. `stop` says why the cell ended, where it did. `memory` makes it quicker
    /// for many steps.
    public static func sentence(
        of frame: StepFrame, after before: StepFrame? = nil, pass: TracedPass? = nil, stop: String = "",
        memory: PassMemory? = nil
    ) -> String {
        if frame.kind.isEngine, let place = frame.network {
            if let pass, let sentence = engineSentence(frame.kind, place, pass, memory) { return sentence }
            return epochSentence(place) ?? "The engine works through a layer."
        }
        switch frame.kind {
        case .line: return news(frame, before) + lineSentence(frame)
        case .expression: return expressionSentence(frame)
        case .call: return callSentence(frame)
        case .return: return returnSentence(frame)
        case .trap: return stop.isEmpty ? "The cell stops here." : "The cell stops here: " + stop + "."
        default: return news(frame, before) + "The cell is done."
        }
    }

    // MARK: Code

    private static func lineSentence(_ frame: StepFrame) -> String {
        frame.code.isEmpty ? "Line \(frame.place.line) is next." : "Next: " + cut(frame.code, to: 64)
    }

    /// What has changed: "z is now 1.1."
    private static func news(_ frame: StepFrame, _ before: StepFrame?) -> String {
        guard let before, before.cell == frame.cell, before.step < frame.step else { return "" }
        var changed: [StepVariable] = []
        for (index, scope) in frame.scopes.enumerated() {
            guard index < before.scopes.count, before.scopes[index].name == scope.name else { continue }
            for variable in scope.variables
            where before.scopes[index][variable.name] != variable && !isTypeName(variable) { changed.append(variable) }
        }
        if changed.isEmpty || changed.count > 4 { return "" }
        var parts: [String] = []
        for variable in changed {
            let room = changed.count > 1 ? 20 : 44
            parts.append(variable.name + (parts.isEmpty ? " is now " : " ") + value(variable, room: room))
        }
        let text = parts.joined(separator: ", ")
        return text + (text.unicodeScalars.last == "…" ? " " : ". ")
    }

    static func value(_ variable: StepVariable, room: Int = 44) -> String {
        if let number = variable.number { return written(number, variable.value) }
        return cut(shortened(variable.value), to: room)
    }

    private static func cut(_ text: String, to room: Int) -> String {
        if Columns.of(text) <= room { return text }
        var cut = ""
        for scalar in text.unicodeScalars.prefix(room) { cut.unicodeScalars.append(scalar) }
        return cut + "…"
    }

    /// Whether all that is shown of a value is its type, as of an object: that says nothing new.
    static func isTypeName(_ variable: StepVariable) -> Bool {
        guard let first = variable.value.utf8.first, first >= 0x41, first <= 0x5A else { return false }
        for byte in variable.value.utf8 where !isLetter(byte) && !(byte >= 0x30 && byte <= 0x39) { return false }
        return true
    }

    /// The Doubles within a longer value with three digits each.
    static func shortened(_ text: String) -> String {
        let bytes = Array(text.utf8)
        if bytes.first == 0x22 { return text }
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            var end = index
            if bytes[end] == 0x2D { end += 1 }
            let digits = end
            while end < bytes.count, isPartOfNumber(bytes, end, from: digits) { end += 1 }
            let isWord = index > 0 && (isLetter(bytes[index - 1]) || bytes[index - 1] == 0x2E)
            if end > digits, !isWord, bytes[digits..<end].contains(0x2E),
                let number = Elementary.parseDouble(utf8: bytes[index..<end])
            {
                result += Array(Numbers.filled(number).utf8)
                index = end
            } else {
                let next = max(end, index + 1)
                result += bytes[index..<next]
                index = next
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x41 && byte <= 0x5A || byte >= 0x61 && byte <= 0x7A || byte >= 0x80 || byte == 0x5F
    }

    /// Digits, a point between digits, an exponent.
    private static func isPartOfNumber(_ bytes: [UInt8], _ place: Int, from start: Int) -> Bool {
        switch bytes[place] {
        case 0x30...0x39: true
        case 0x2E: place > start && place + 1 < bytes.count && bytes[place + 1] >= 0x30 && bytes[place + 1] <= 0x39
        case 0x65: place > start
        case 0x2D, 0x2B: place > start && bytes[place - 1] == 0x65
        default: false
        }
    }

    /// A whole number as it stands, so that an Int is not drawn as a Double; all others with three digits.
    static func written(_ number: Double, _ text: String) -> String {
        for byte in text.utf8 where byte == 0x2E || byte == 0x65 || byte == 0x6E { return Numbers.filled(number) }
        return text.utf8.first == 0x2D
            ? Numbers.minus + String(decoding: Array(text.utf8).dropFirst(), as: UTF8.self)
            : text
    }

    static func text(_ pieces: [StepReduction.Piece]) -> String {
        var text = ""
        for piece in pieces { text += piece.number.map { written($0, piece.text) } ?? piece.text }
        return text
    }

    static func value(_ reduction: StepReduction) -> String {
        value(StepVariable(name: "", value: reduction.value, number: reduction.number))
    }

    private static func expressionSentence(_ frame: StepFrame) -> String {
        guard let reduction = frame.reduction else { return "A part of line \(frame.place.line) has its value." }
        let filled = text(reduction.partFilled)
        let value = value(reduction)
        // `-z` with its value filled in is the value, but for the sign's form.
        if filled == reduction.part || filled == value || Numbers.minus + filled.dropFirst() == value
            || Columns.of(filled) > 80
        {
            return reduction.part + " is " + value + "."
        }
        return reduction.part + " is " + filled + ", and that is " + value + "."
    }

    private static func callSentence(_ frame: StepFrame) -> String {
        var text = frame.functionName + " begins"
        let variables = frame.scopes.last?.variables ?? []
        for (index, variable) in variables.prefix(4).enumerated() {
            text += (index == 0 ? ", with " : ", ") + variable.name + " = " + value(variable)
        }
        return text + "."
    }

    private static func returnSentence(_ frame: StepFrame) -> String {
        guard let reduction = frame.reduction else { return frame.functionName + " ends." }
        return frame.functionName + " gives back " + value(reduction) + "."
    }

    // MARK: Engine

    private static func epochSentence(_ place: NetworkPlace) -> String? {
        guard let epoch = place.epoch else { return nil }
        let loss = place.loss.map { ": the mean loss was " + Numbers.filled($0) } ?? ""
        return "Epoch \(epoch) is done" + loss + "."
    }

    private static func engineSentence(
        _ kind: StepFrame.Kind, _ place: NetworkPlace, _ pass: TracedPass, _ memory: PassMemory?
    ) -> String? {
        if kind == .epoch { return epochSentence(place) }
        if kind == .layer {
            guard let layer = place.layer, pass.layers.indices.contains(layer) else { return nil }
            let here = pass.layers[layer]
            return "The layer " + here.name + " has done its work: \(here.biases.count) neurons."
        }
        guard let engine = EngineFrame(kind, place, pass, memory) else { return nil }
        if place.rows <= 1 || kind == .update { return engine.frame.sentence }
        return batchSentence(kind, place, engine)
    }

    /// Of several examples at once: a neuron's values are the first one's, loss and slopes the batch's.
    private static func batchSentence(
        _ kind: StepFrame.Kind, _ place: NetworkPlace, _ engine: EngineFrame
    ) -> String {
        let value = Numbers.short(engine.value)
        switch kind {
        case .loss: return "Over the \(place.rows) examples the loss is " + value + "."
        case .dW, .dB:
            let name = String(engine.glyph.unicodeScalars.dropFirst(4))
            let effect = engine.value < 0 ? "lower" : "raise"
            let end = engine.value == 0 ? "" : " Raising " + name + " would " + effect + " the loss."
            return "Over the \(place.rows) examples the slope of L by " + name + " is " + value + "." + end
        default: return "The first of \(place.rows) examples: " + engine.frame.sentence
        }
    }
}
