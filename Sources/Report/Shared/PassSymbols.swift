import LessonModel

/// The names that a pass's quantities carry in pictures, tables and sentences.
///
/// Neurons and weights are numbered through the network, as in the lessons: w₁ and w₂ lead into the first neuron of
/// the first layer, w₃ and w₄ into its second. A lone neuron has no number.
struct PassSymbols {
    /// Above this many weights a number says nothing to a reader, and a weight is named by its two ends.
    static let numberedWeights = 20

    private let layers: [TracedPass.Layer]
    private let inputNames: [String]
    private var unitStarts: [Int] = []
    private var weightStarts: [Int] = []
    private var unitCount = 0
    private var weightCount = 0

    init(_ pass: TracedPass) {
        layers = pass.layers
        inputNames = pass.inputNames
        for layer in pass.layers {
            unitStarts.append(unitCount)
            weightStarts.append(weightCount)
            unitCount += layer.biases.count
            for row in layer.weights { weightCount += row.count }
        }
    }

    func z(_ layer: Int, _ unit: Int) -> String { "z" + number(layer, unit) }
    func a(_ layer: Int, _ unit: Int) -> String { "a" + number(layer, unit) }
    func b(_ layer: Int, _ unit: Int) -> String { "b" + number(layer, unit) }

    func w(_ layer: Int, _ unit: Int, _ input: Int) -> String {
        if weightCount == 1 { return "w" }
        if weightCount > Self.numberedWeights {
            return "w(" + source(layer, input) + "→" + self.unit(layer, unit) + ")"
        }
        var index = weightStarts[layer] + input + 1
        for row in layers[layer].weights.prefix(unit) { index += row.count }
        return "w" + Self.lowered(index)
    }

    /// The neuron's own name, `h₁`.
    func unit(_ layer: Int, _ unit: Int) -> String {
        let names = layers[layer].unitNames
        if unit < names.count, !names[unit].isEmpty { return Self.subscripted(names[unit]) }
        return "n" + Self.lowered(unitStarts[layer] + unit + 1)
    }

    /// What enters a layer at a place: `x₁` in front of the first one, else an activation.
    func input(_ layer: Int, _ index: Int) -> String {
        if layer > 0 { return a(layer - 1, index) }
        return networkInput(index)
    }

    /// Where a weight begins: an input or a neuron.
    private func source(_ layer: Int, _ index: Int) -> String {
        layer > 0 ? unit(layer - 1, index) : networkInput(index)
    }

    private func networkInput(_ index: Int) -> String {
        if index < inputNames.count, !inputNames[index].isEmpty { return Self.subscripted(inputNames[index]) }
        return "x" + Self.lowered(index + 1)
    }

    private func number(_ layer: Int, _ unit: Int) -> String {
        unitCount == 1 ? "" : Self.lowered(unitStarts[layer] + unit + 1)
    }

    static func lowered(_ number: Int) -> String {
        var text = ""
        for byte in "\(number)".utf8 { text.unicodeScalars.append(Unicode.Scalar(0x2050 + UInt16(byte)) ?? "?") }
        return text
    }

    /// `h1` as `h₁`: the digits at the end of a short name go down.
    static func subscripted(_ name: String) -> String {
        let bytes = Array(name.utf8)
        var end = bytes.count
        while end > 0, bytes[end - 1] >= 0x30, bytes[end - 1] <= 0x39 { end -= 1 }
        guard end > 0, end <= 2, end < bytes.count, bytes.count - end <= 3, bytes[end - 1] < 0x80 else { return name }
        var text = String(decoding: bytes[..<end], as: UTF8.self)
        for byte in bytes[end...] { text.unicodeScalars.append(Unicode.Scalar(0x2050 + UInt16(byte)) ?? "?") }
        return text
    }
}
