import LessonModel

/// A pass as a row of key frames, one for each number that the engine made: forward, the loss, the slopes back, the
/// update. Page and terminal show them; nothing here runs anything.
struct Playback {
    struct Frame {
        var phase: Phase
        /// The quantity that the frame gives a value; empty for the first frame.
        var name = ""
        /// What it is made of, in symbols and in numbers; empty where no short formula gives it.
        var formula = ""
        var numbers = ""
        var sentence: String
        /// What lights up: quantities, neurons (`n1`) and the loss (`L`).
        var lit: [String]
    }

    enum Phase: UInt8, Sendable {
        case start, forward, backward, update

        var word: String {
            switch self {
            case .start: "start"
            case .forward: "forward"
            case .backward: "backward"
            case .update: "update"
            }
        }
    }

    /// A page holds so many frames of one pass.
    static let frameLimit = 300

    private(set) var frames: [Frame] = []
    /// For each quantity the frames that give it a value, in their order; parameters begin before frame 0.
    private(set) var changes: [String: [(frame: Int, value: Double)]] = [:]
    /// How each quantity is written.
    private(set) var glyphs: [String: String] = [:]
    /// The most instructive frame: the slope furthest from the loss.
    private(set) var rest = 0
    /// How many frames were left out.
    private(set) var leftOut = 0
    let pass: TracedPass
    let quantities: PassQuantities

    /// Of a sound pass. O(weights).
    init(_ pass: TracedPass) {
        self.pass = pass
        quantities = PassQuantities(pass)
        var maker = PlaybackMaker(pass, quantities)
        maker.make()
        frames = maker.frames
        changes = maker.changes
        glyphs = maker.glyphs
        bound()
        rest = restingFrame()
        if frames.indices.contains(rest), frames[rest].phase == .backward { lightPath() }
    }

    /// The value of a quantity at a frame; nil where it has none yet.
    func value(_ name: String, at frame: Int) -> Double? {
        var found: Double?
        for change in changes[name] ?? [] where change.frame <= frame { found = change.value }
        return found
    }

    /// The last frame before the update: everything that the pass made, over the weights that made it.
    var settled: Int {
        var last = 0
        for (index, frame) in frames.enumerated() where frame.phase != .update { last = index }
        return last
    }

    /// A handful of frames that tell the story: the first activation, the loss, the first slope, a slope whose sign
    /// turns, the frame at rest, and the last one.
    var keyFrames: [Int] {
        var keys: [Int] = []
        func add(_ frame: Int?) {
            if let frame, !keys.contains(frame) { keys.append(frame) }
        }
        add(frames.firstIndex { $0.name.utf8.first == 0x61 })
        add(frames.firstIndex { $0.name == "loss" })
        let slope = frames.firstIndex { $0.phase == .backward && $0.name.utf8.starts(with: "dz".utf8) }
        add(slope)
        if let slope { add(turn(after: slope)) }
        add(rest)
        add(frames.count - 1)
        return keys.sorted()
    }

    /// The first slope of an activation that has the other sign than the slope that it was made from.
    private func turn(after slope: Int) -> Int? {
        guard let start = value(frames[slope].name, at: slope) else { return nil }
        for index in frames.indices where index > slope && frames[index].name.utf8.starts(with: "da".utf8) {
            if let value = value(frames[index].name, at: index), (value < 0) != (start < 0), value != 0 { return index }
        }
        return nil
    }

    // MARK: Bounds

    /// Of a large network the first and last frames stay, and what lies between is thinned by phase.
    private mutating func bound() {
        guard frames.count > Self.frameLimit else { return }
        leftOut = frames.count - Self.frameLimit
        let head = Self.frameLimit - 60
        var kept = Array(0..<head)
        kept += Array((frames.count - 60)..<frames.count)
        var moved: [Int: Int] = [:]
        var shown: [Frame] = []
        for (place, index) in kept.enumerated() {
            moved[index] = place
            shown.append(frames[index])
        }
        for name in changes.keys.sorted() {
            var own: [(frame: Int, value: Double)] = []
            for change in changes[name] ?? [] {
                if change.frame < 0 {
                    own.append(change)
                } else if let place = moved[change.frame] {
                    own.append((place, change.value))
                } else {
                    // What a left-out frame made is there from the next shown frame on.
                    own.append((head, change.value))
                }
            }
            changes[name] = own
        }
        frames = shown
    }

    // MARK: Rest

    private func restingFrame() -> Int {
        var best: Int?
        let names = pass.layers.first?.weights.first?.indices.map { "d" + quantities.w(0, 0, $0) } ?? []
        for (index, frame) in frames.enumerated() where frame.phase == .backward && names.contains(frame.name) {
            if let value = value(frame.name, at: index), value != 0 { return index }
            if best == nil { best = index }
        }
        if let best { return best }
        var last = 0
        for (index, frame) in frames.enumerated() where frame.phase == .forward { last = index }
        return last
    }

    /// At rest the whole way of the slope is lit, not one wire.
    private mutating func lightPath() {
        var lit = frames[rest].lit + ["L"]
        for layer in pass.layers.indices {
            for unit in pass.layers[layer].biases.indices where layer > 0 || unit == 0 {
                lit += ["d" + quantities.a(layer, unit), "d" + quantities.z(layer, unit)]
                if layer > 0 {
                    for input in pass.layers[layer].weights[unit].indices where layer > 1 || input == 0 {
                        lit.append(quantities.w(layer, unit, input))
                    }
                }
            }
        }
        lit.append(String(frames[rest].name.dropFirst()))
        frames[rest].lit = lit
    }
}
