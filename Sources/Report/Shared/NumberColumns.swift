import LessonModel

/// The entries of a table of numbers as text, aligned at the point: all numbers of a column have the same count of
/// decimals, no more than its figures need and seven at most.
struct NumberColumns {
    private(set) var rows: [[String]] = []
    /// Whether a column holds numbers only, which stand at the right.
    private(set) var areNumbers: [Bool] = []

    init(_ table: NumberTable) {
        var decimals: [Int] = []
        for column in table.columns.indices {
            var needed = 0
            var isNumber = !table.rows.isEmpty
            for row in table.rows where column < row.count {
                switch row[column] {
                case .number(let value): needed = max(needed, Self.decimals(value))
                case .text: isNumber = false
                }
            }
            decimals.append(needed)
            areNumbers.append(isNumber)
        }
        for row in table.rows {
            var texts: [String] = []
            for column in table.columns.indices {
                guard column < row.count else {
                    texts.append("")
                    continue
                }
                switch row[column] {
                case .number(let value): texts.append(Numbers.table(value, decimals: decimals[column]))
                case .text(let text): texts.append(text)
                }
            }
            rows.append(texts)
        }
    }

    private static func decimals(_ value: Double) -> Int {
        guard value.isFinite, value.magnitude < 1e9 else { return 0 }
        let bytes = Array(Numbers.table(value, decimals: 7).utf8)
        var needed = 7
        while needed > 0, bytes[bytes.count - 8 + needed] == 0x30 { needed -= 1 }
        return needed
    }
}
