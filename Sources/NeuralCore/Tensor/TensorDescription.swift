import Elementary

extension Tensor: CustomStringConvertible {
    /// The numbers in brackets, a row a line, aligned, with as many decimals as the numbers need and at most four;
    /// very large or small numbers with four significant digits. Long axes show their first and last three entries, and
    /// only what is shown is looked at.
    public var description: String {
        if values.isEmpty { return "[]" }
        var shown: [Double] = []
        collect(axis: 0, offset: 0, into: &shown)
        var texts = Self.texts(of: shown)
        var width = 0
        for text in texts { width = Swift.max(width, text.utf8.count) }
        if shape.isEmpty { return texts[0] }
        texts.reverse()
        return block(&texts, width: width, axis: 0)
    }

    /// The numbers that are shown, in their order.
    private func collect(axis: Int, offset: Int, into shown: inout [Double]) {
        if axis == shape.count {
            shown.append(values[offset])
            return
        }
        var stride = 1
        for size in shape[(axis + 1)...] { stride *= size }
        for place in shownPlaces(axis) { collect(axis: axis + 1, offset: offset + place * stride, into: &shown) }
    }

    /// The places of an axis that are shown.
    private func shownPlaces(_ axis: Int) -> [Int] {
        let size = shape[axis]
        return size > 12 ? [0, 1, 2, size - 3, size - 2, size - 1] : [Int](0..<size)
    }

    /// Takes the texts of what is shown from the end of the list.
    private func block(_ texts: inout [String], width: Int, axis: Int) -> String {
        if axis == shape.count {
            let text = texts.removeLast()
            return String(repeating: " ", count: width - text.utf8.count) + text
        }
        let isLast = axis == shape.count - 1
        let blank =
            isLast
            ? " " : String(repeating: "\n", count: shape.count - 1 - axis) + String(repeating: " ", count: axis + 1)
        var text = "["
        var previous = -1
        for place in shownPlaces(axis) {
            if place > 0 { text += "," + blank }
            if place > previous + 1 { text += "…," + blank }
            text += block(&texts, width: width, axis: axis + 1)
            previous = place
        }
        return text + "]"
    }

    private static func texts(of values: [Double]) -> [String] {
        var largest = 0.0
        var smallest = Double.infinity
        for x in values where x != 0 && x.isFinite {
            largest = Swift.max(largest, x.magnitude)
            smallest = Swift.min(smallest, x.magnitude)
        }
        var texts: [String] = []
        texts.reserveCapacity(values.count)
        if largest >= 1e6 || smallest < 1e-4 {
            for x in values { texts.append(Elementary.format(x, significant: 4)) }
            return texts
        }
        let decimals = neededDecimals(values)
        for x in values { texts.append(Elementary.format(x, decimals: decimals)) }
        return texts
    }

    /// The fewest decimals, 1 to 4, that show every number as four decimals would.
    private static func neededDecimals(_ values: [Double]) -> Int {
        var needed = 1
        for x in values where x.isFinite {
            let scaled = Elementary.rint(x * 10000)
            while needed < 4 {
                let step: Double = needed == 1 ? 1000 : (needed == 2 ? 100 : 10)
                if Elementary.fmod(scaled, step) == 0 { break }
                needed += 1
            }
        }
        return needed
    }
}
