import Elementary

extension Tensor: CustomStringConvertible {
    /// The numbers in brackets, a row a line, aligned, with as many decimals as the numbers need and at most four;
    /// very large or small numbers with four significant digits. Long axes show their first and last three entries.
    public var description: String {
        if values.isEmpty { return "[]" }
        let texts = numberTexts()
        var width = 0
        for text in texts { width = Swift.max(width, text.utf8.count) }
        if shape.isEmpty { return texts[0] }
        return block(texts, width: width, axis: 0, offset: 0)
    }

    private func block(_ texts: [String], width: Int, axis: Int, offset: Int) -> String {
        if axis == shape.count {
            let text = texts[offset]
            return String(repeating: " ", count: width - text.utf8.count) + text
        }
        var stride = 1
        for size in shape[(axis + 1)...] { stride *= size }
        let isLast = axis == shape.count - 1
        let blank =
            isLast
            ? " " : String(repeating: "\n", count: shape.count - 1 - axis) + String(repeating: " ", count: axis + 1)
        var text = "["
        for i in 0..<shape[axis] {
            if shape[axis] > 12 && i >= 3 && i < shape[axis] - 3 {
                if i == 3 { text += "," + blank + "…" }
                continue
            }
            if i > 0 { text += "," + blank }
            text += block(texts, width: width, axis: axis + 1, offset: offset + i * stride)
        }
        return text + "]"
    }

    private func numberTexts() -> [String] {
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
        let decimals = neededDecimals()
        for x in values { texts.append(Elementary.format(x, decimals: decimals)) }
        return texts
    }

    /// The fewest decimals, 1 to 4, that show every number as four decimals would.
    private func neededDecimals() -> Int {
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
