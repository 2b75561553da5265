import LessonModel

/// The quantities of a pass by names that a program would give them, `w1`, `z2`, `dw1`, `loss`: what joins a symbol of
/// a formula, a variable of the code and a place of the drawing.
struct PassQuantities {
    let symbols: PassSymbols
    private let unitStarts: [Int]
    private let weightStarts: [[Int]]
    private let isLoneUnit: Bool
    private let isLoneWeight: Bool
    private let isLoneInput: Bool

    init(_ pass: TracedPass) {
        symbols = PassSymbols(pass)
        var units = 0
        var weights = 0
        var unitStarts: [Int] = []
        var weightStarts: [[Int]] = []
        for layer in pass.layers {
            unitStarts.append(units)
            units += layer.biases.count
            var starts: [Int] = []
            for row in layer.weights {
                starts.append(weights)
                weights += row.count
            }
            weightStarts.append(starts)
        }
        self.unitStarts = unitStarts
        self.weightStarts = weightStarts
        isLoneUnit = units == 1
        isLoneWeight = weights == 1
        isLoneInput = (pass.layers.first?.weights.first?.count ?? 0) == 1
    }

    func z(_ layer: Int, _ unit: Int) -> String { "z" + number(layer, unit) }
    func a(_ layer: Int, _ unit: Int) -> String { "a" + number(layer, unit) }
    func b(_ layer: Int, _ unit: Int) -> String { "b" + number(layer, unit) }
    func w(_ layer: Int, _ unit: Int, _ input: Int) -> String {
        isLoneWeight ? "w" : "w\(weightStarts[layer][unit] + input + 1)"
    }
    func x(_ index: Int) -> String { isLoneInput ? "x" : "x\(index + 1)" }

    /// What enters a layer: an input of the network, or an activation.
    func input(_ layer: Int, _ index: Int) -> String { layer == 0 ? x(index) : a(layer - 1, index) }

    /// The slope of the loss by a quantity.
    static func slope(_ name: String) -> String { "d" + name }

    private func number(_ layer: Int, _ unit: Int) -> String { isLoneUnit ? "" : "\(unitStarts[layer] + unit + 1)" }

    /// The name that a symbol of a formula or a sentence has: `w₁` is `w1`, `∂L/∂w₁` is `dw1`, `L` is `loss`; nil for
    /// what no pass has.
    static func name(ofSymbol text: String) -> String? {
        var scalars = Array(text.unicodeScalars)
        if scalars == ["L"] { return "loss" }
        var prefix = ""
        let head: [Unicode.Scalar] = ["∂", "L", "/", "∂"]
        if scalars.count > 4, Array(scalars[..<4]) == head {
            prefix = "d"
            scalars.removeFirst(4)
        }
        guard let letter = scalars.first else { return nil }
        switch letter {
        case "z", "a", "w", "b": break
        case "x" where prefix.isEmpty: break
        default: return nil
        }
        var name = prefix
        name.unicodeScalars.append(letter)
        for scalar in scalars.dropFirst() {
            guard scalar.value >= 0x2080, scalar.value <= 0x2089,
                let digit = Unicode.Scalar(scalar.value - 0x2050)
            else { return nil }
            name.unicodeScalars.append(digit)
        }
        return name
    }
}
