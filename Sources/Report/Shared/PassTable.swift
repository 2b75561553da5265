import LessonModel

/// All traced values of a pass, a neuron in each row; a further row for each further weight of a neuron.
struct PassTable {
    /// Above these many, neurons and the weights of one neuron are counted instead of listed.
    static let shownUnits = 16
    static let shownWeights = 8

    private(set) var columns: [(name: String, ink: Ink)] = [("neuron", .plain), ("z", .z), ("a", .a)]
    private(set) var rows: [[String]] = []
    /// Whether a row begins a neuron.
    private(set) var startsNeuron: [Bool] = []
    private var leftOut = 0
    private let decimals: Int
    private let hasSlopes: Bool

    init(_ pass: TracedPass, decimals: Int = 7) {
        self.decimals = decimals
        var hasSlopes = false
        for layer in pass.layers where !layer.dZ.isEmpty { hasSlopes = true }
        self.hasSlopes = hasSlopes
        if hasSlopes {
            columns += [("∂L/∂a", .slope), ("∂L/∂z", .slope), ("∂L/∂W", .slope), ("∂L/∂b", .slope)]
        }
        let symbols = PassSymbols(pass)
        for (layer, here) in pass.layers.enumerated() {
            for unit in here.biases.indices {
                if startsNeuron.reduce(0, { $0 + ($1 ? 1 : 0) }) >= Self.shownUnits {
                    leftOut += 1
                    continue
                }
                add(here, unit, named: symbols.unit(layer, unit))
            }
        }
    }

    private mutating func add(_ layer: TracedPass.Layer, _ unit: Int, named name: String) {
        var row = [name, number(layer.z, unit), number(layer.a, unit)]
        guard hasSlopes else {
            add(row, isFirst: true)
            return
        }
        let weights = layer.dW.indices.contains(unit) ? layer.dW[unit] : []
        row += [number(layer.dA, unit), number(layer.dZ, unit), number(weights, 0), number(layer.db, unit)]
        add(row, isFirst: true)
        for index in 1..<max(1, min(weights.count, Self.shownWeights)) {
            add(["", "", "", "", "", number(weights, index), ""], isFirst: false)
        }
        if weights.count > Self.shownWeights {
            add(["", "", "", "", "", "… \(weights.count - Self.shownWeights) more", ""], isFirst: false)
        }
    }

    private mutating func add(_ row: [String], isFirst: Bool) {
        rows.append(row)
        startsNeuron.append(isFirst)
    }

    private func number(_ values: [Double], _ index: Int) -> String {
        values.indices.contains(index) ? Numbers.table(values[index], decimals: decimals) : "·"
    }

    /// How many rows a neuron takes that begins in a row.
    func rowCount(ofNeuronAt row: Int) -> Int {
        var count = 1
        while row + count < rows.count, !startsNeuron[row + count] { count += 1 }
        return count
    }

    /// How many columns the table takes with a gap of two.
    var width: Int {
        var total = 2 * (columns.count - 1)
        for (index, column) in columns.enumerated() {
            var widest = Columns.of(column.name)
            for row in rows { widest = max(widest, Columns.of(row[index])) }
            total += widest
        }
        return total
    }

    /// What is not in the table.
    var note: String? {
        leftOut == 0 ? nil : "and \(leftOut) more neurons; the recording has them all"
    }
}
