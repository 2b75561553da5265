import LessonModel

/// What the shades of a heat map stand for.
struct HeatScale {
    let lower: Double
    let upper: Double
    /// The value at which a class changes; nil where there is none.
    let boundary: Double?
    /// Whether the values are classes, more than two of them: whole numbers from 0.
    let areClasses: Bool

    /// Values from 0 to 1 are taken for answers with the boundary at one half; values of both signs are shown
    /// symmetric about 0.
    init(_ map: HeatMap) {
        var extent = Extent()
        for row in map.values { extent.add(row) }
        areClasses = extent.most >= 2 && Self.areWhole(map.values) && !map.points.isEmpty
        if extent.isEmpty || (extent.least >= 0 && extent.most <= 1) {
            lower = 0
            upper = 1
            boundary = 0.5
        } else if extent.least < 0 && extent.most > 0 {
            let size = max(-extent.least, extent.most)
            lower = -size
            upper = size
            boundary = 0
        } else {
            lower = extent.least
            upper = extent.most == extent.least ? extent.least + 1 : extent.most
            boundary = nil
        }
    }

    private static func areWhole(_ values: [[Double]]) -> Bool {
        for row in values {
            for value in row where !(value >= 0 && value < 100 && value == value.rounded()) { return false }
        }
        return true
    }

    /// Which of `count` equal classes a value falls in; nil for one that is not finite.
    func level(_ value: Double, of count: Int) -> Int? {
        let share = (value - lower) / (upper - lower)
        guard share.isFinite else { return nil }
        return Int(min(Double(count - 1), max(0, share * Double(count))))
    }

    /// The value at a place of the map from 0 to 1, counted from the left and from the top; nil for an empty map.
    static func value(_ map: HeatMap, x: Double, y: Double) -> Double? {
        guard !map.values.isEmpty else { return nil }
        let row = map.values[min(map.values.count - 1, Int(y * Double(map.values.count)))]
        guard !row.isEmpty else { return nil }
        return row[min(row.count - 1, Int(x * Double(row.count)))]
    }
}
