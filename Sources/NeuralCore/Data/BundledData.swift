// Data that lessons bring along, by the name of its file. See `DataFiles` for where it comes from.

/// The table of a bundled CSV file: `loadCSV("iris.csv")`, or `loadCSV("iris")`.
public func loadCSV(_ name: String) -> Table {
    Table(csv: dataText(name.hasSuffix(".csv") ? name : name + ".csv"))
}

extension Dataset {
    /// 150 irises: four lengths in centimetres, and three species as classes (Fisher, 1936).
    public static var iris: Dataset {
        Dataset(
            loadCSV("iris"), inputs: ["sepal_length", "sepal_width", "petal_length", "petal_width"],
            classes: "species")
    }

    /// 1,797 handwritten digits of 8 × 8 pixels, each 0 (paper) to 1 (ink), and ten classes (Alpaydin and Kaynak).
    public static var digits: Dataset {
        let table = loadCSV("digits")
        var pixels: [String] = []
        for name in table.columnNames where name != "label" { pixels.append(name) }
        var inputs = table.rows(pixels)
        for i in 0..<inputs.count {
            for k in 0..<inputs[i].count { inputs[i][k] /= 16 }
        }
        var labels: [Int] = []
        for label in table.numbers("label") { labels.append(Int(label)) }
        return Dataset(inputs: inputs, labels: labels, classes: 10)
    }
}
