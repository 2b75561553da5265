import LessonModel

/// The frame of a pass's playback that a step of the engine is: its sentence, formula and numbers.
struct EngineFrame {
    let frame: Playback.Frame
    /// How the quantity is written, `∂L/∂w₁`, and its value.
    let glyph: String
    let value: Double

    /// Nil where the pass does not go that far, or the step is not of one quantity.
    init?(_ kind: StepFrame.Kind, _ place: NetworkPlace, _ pass: TracedPass, _ memory: PassMemory? = nil) {
        let playback = memory?.playback(of: pass) ?? Playback(pass.sound)
        guard let (name, phase) = Self.name(kind, place, playback),
            let index = playback.frames.firstIndex(where: { $0.name == name && $0.phase == phase })
        else { return nil }
        frame = playback.frames[index]
        glyph = name == "loss" ? "L" : playback.glyphs[name] ?? name
        value = playback.value(name, at: index) ?? .nan
    }

    private static func name(
        _ kind: StepFrame.Kind, _ place: NetworkPlace, _ playback: Playback
    ) -> (String, Playback.Phase)? {
        let names = playback.quantities
        let layers = playback.pass.layers
        if kind == .loss { return ("loss", .forward) }
        if kind == .update {
            guard let index = place.update else { return nil }
            return parameter(index, names, layers).map { ($0, .update) }
        }
        guard let layer = place.layer, let unit = place.unit, layers.indices.contains(layer),
            layers[layer].biases.indices.contains(unit)
        else { return nil }
        switch kind {
        case .z: return (names.z(layer, unit), .forward)
        case .a: return (names.a(layer, unit), .forward)
        case .dA: return ("d" + names.a(layer, unit), .backward)
        case .dZ: return ("d" + names.z(layer, unit), .backward)
        case .dW:
            guard let input = place.input, layers[layer].weights[unit].indices.contains(input) else { return nil }
            return ("d" + names.w(layer, unit, input), .backward)
        case .dB: return ("d" + names.b(layer, unit), .backward)
        default: return nil
        }
    }

    /// Updates come layer by layer: the weights, neuron by neuron, then the biases.
    private static func parameter(_ index: Int, _ names: PassQuantities, _ layers: [TracedPass.Layer]) -> String? {
        var rest = index
        for (layer, here) in layers.enumerated() {
            for unit in here.weights.indices {
                if rest < here.weights[unit].count { return names.w(layer, unit, rest) }
                rest -= here.weights[unit].count
            }
            if rest < here.biases.count { return names.b(layer, rest) }
            rest -= here.biases.count
        }
        return nil
    }
}

/// Remembers what was made of the latest pass, since steps that follow one another are mostly of one.
public final class PassMemory {
    private var latest: (pass: TracedPass, playback: Playback)?

    public init() {}

    func playback(of pass: TracedPass) -> Playback {
        if let latest, latest.pass == pass { return latest.playback }
        let playback = Playback(pass.sound)
        latest = (pass, playback)
        return playback
    }
}
