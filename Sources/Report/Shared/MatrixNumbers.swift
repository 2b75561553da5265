import LessonModel

/// The numbers of a small grid as texts that compare at a glance: all with as many decimals, two where they lie below
/// one, and fewer the larger they are. A grid of nothing but tiny numbers has two digits of each.
struct MatrixNumbers {
    let texts: [[String]]

    init(_ map: Matrices.Map) {
        var extent = Extent()
        for row in map.values { extent.add(row) }
        let most = extent.isEmpty ? 0 : max(extent.most.magnitude, extent.least.magnitude)
        let isNarrow = (map.values.first?.count ?? 0) > 4
        var areWhole = true
        for row in map.values { for value in row where value.isFinite && value != value.rounded() { areWhole = false } }
        var decimals = most > 1 && isNarrow ? 1 : 2
        if most >= 100 || areWhole { decimals = 0 } else if most >= 10 { decimals = 1 }
        var texts: [[String]] = []
        for row in map.values {
            var line: [String] = []
            for value in row {
                if value.isNaN {
                    line.append("")
                } else if most < 0.01 || most >= 1e6 {
                    line.append(Numbers.brief(value))
                } else {
                    line.append(Numbers.fixed(value, decimals: decimals))
                }
            }
            texts.append(line)
        }
        self.texts = texts
    }
}
