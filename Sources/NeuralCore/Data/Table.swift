import Elementary

/// A table with named columns, each of numbers or of text: what a CSV file holds.
///
///     let iris = loadCSV("iris.csv")
///     iris.numbers("petal_length")
///     iris.rows(["petal_length", "petal_width"])
///     iris.categories("species")          // ["setosa", "versicolor", "virginica"]
public struct Table: Equatable, Sendable, CustomStringConvertible {
    /// The names of the columns, from left to right.
    public let columnNames: [String]
    /// How many rows there are.
    public let count: Int
    /// The numbers of each column; none where it has text.
    private let numbers: [[Double]]
    /// The texts of each column; none where it has numbers.
    private let texts: [[String]]

    /// Reads comma-separated values (RFC 4180): the first line names the columns. A column whose fields are all numbers
    /// or empty is a column of numbers, an empty field being NaN.
    public init(csv text: String) {
        let fields = CSVFields(text)
        var names: [String] = []
        var numbers: [[Double]] = []
        var texts: [[String]] = []
        for column in 0..<fields.columnCount {
            names.append(fields.name(column))
            numbers.append(fields.numbers(column))
            texts.append(fields.texts(column))
        }
        columnNames = names
        count = fields.rowCount
        self.numbers = numbers
        self.texts = texts
    }

    /// Whether a column has numbers.
    public func isNumeric(_ column: String) -> Bool { texts[place(of: column)].isEmpty }

    /// The numbers of a column.
    public func numbers(_ column: String) -> [Double] {
        let place = place(of: column)
        if !texts[place].isEmpty {
            EngineError.badArgument(name: "column `" + column + "`", reason: "has text, not numbers").stop()
        }
        return numbers[place]
    }

    /// The fields of a column as text.
    public func texts(_ column: String) -> [String] {
        let place = place(of: column)
        if !texts[place].isEmpty { return texts[place] }
        var result: [String] = []
        for number in numbers[place] { result.append(short(number)) }
        return result
    }

    /// The rows of some columns of numbers, in this order.
    public func rows(_ columns: [String]) -> [[Double]] {
        var chosen: [[Double]] = []
        for column in columns { chosen.append(numbers(column)) }
        var rows: [[Double]] = []
        rows.reserveCapacity(count)
        for i in 0..<count {
            var row: [Double] = []
            row.reserveCapacity(columns.count)
            for column in chosen { row.append(column[i]) }
            rows.append(row)
        }
        return rows
    }

    /// The different texts of a column, in the order in which they first occur.
    public func categories(_ column: String) -> [String] {
        var names: [String] = []
        for text in texts(column) where !names.contains(text) { names.append(text) }
        return names
    }

    /// The number of each row's category in `categories`: the labels of a classification.
    public func labels(_ column: String) -> [Int] {
        var names: [String] = []
        var labels: [Int] = []
        for text in texts(column) {
            if let label = names.firstIndex(of: text) {
                labels.append(label)
            } else {
                labels.append(names.count)
                names.append(text)
            }
        }
        return labels
    }

    private func place(of column: String) -> Int {
        for i in 0..<columnNames.count where columnNames[i] == column { return i }
        var names = ""
        for i in 0..<columnNames.count where i < 8 { names += (i == 0 ? "" : ", ") + columnNames[i] }
        if columnNames.count > 8 { names += " …" }
        EngineError.badArgument(name: "column `" + column + "`", reason: "does not exist; there are " + names).stop()
    }

    /// The head of the table, aligned: up to eight columns and five rows.
    public var description: String {
        let columns = columnNames.count > 8 ? 8 : columnNames.count
        let shown = count > 5 ? 5 : count
        var lines = [String](repeating: "", count: shown + 1)
        for column in 0..<columns {
            let isText = !texts[column].isEmpty
            var cells = [columnNames[column]]
            for row in 0..<shown { cells.append(isText ? texts[column][row] : short(numbers[column][row])) }
            var width = 0
            for cell in cells where cell.count > width { width = cell.count }
            for i in 0..<cells.count {
                let blanks = String(repeating: " ", count: width - cells[i].count)
                if column > 0 { lines[i] += "  " }
                lines[i] += isText ? cells[i] + (column == columns - 1 ? "" : blanks) : blanks + cells[i]
            }
        }
        var text = ""
        for line in lines { text += line + (columns < columnNames.count ? "  …" : "") + "\n" }
        return text + String(count) + " rows, " + String(columnNames.count) + " columns"
    }

    /// A whole number without its decimals.
    private func short(_ number: Double) -> String {
        if number == number.rounded() && number.magnitude < 1e15 { return String(Int(number)) }
        return Elementary.describe(number)
    }
}

extension Dataset {
    /// Examples of a table: some columns as inputs, another column of numbers as the target.
    public init(_ table: Table, inputs: [String], target: String) {
        var targets: [[Double]] = []
        for value in table.numbers(target) { targets.append([value]) }
        self.init(inputs: table.rows(inputs), targets: targets)
    }

    /// Examples of a table: some columns as inputs, the categories of another as classes. Targets have a 1 at the place of
    /// the category in `table.categories(classes)`.
    public init(_ table: Table, inputs: [String], classes: String) {
        self.init(
            inputs: table.rows(inputs), labels: table.labels(classes), classes: table.categories(classes).count)
    }
}
