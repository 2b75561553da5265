import Elementary

/// The fields of comma-separated values, column by column: what `Table` is made of.
public struct CSVFields: Equatable, Sendable {
    struct Column: Equatable, Sendable {
        var name = ""
        var numbers: [Double] = []
        /// Empty where all fields are numbers.
        var texts: [String] = []
    }
    private(set) var columns: [Column] = []
    /// How many rows there are below the names.
    public private(set) var rowCount = 0

    /// Reads RFC 4180: a line of names, then rows of as many fields; a field with commas, quotes or line ends stands in quotes.
    /// Traps on rows of another length and on quotes that never end.
    public init(_ text: String) {
        self = trapping { () throws(EngineError) in try CSVFields(checking: Array(text.utf8)) }
    }

    /// How many columns there are.
    public var columnCount: Int { columns.count }
    /// A column's name.
    public func name(_ column: Int) -> String { columns[column].name }
    /// The numbers of a column, or none.
    public func numbers(_ column: Int) -> [Double] { columns[column].numbers }
    /// The texts of a column, or none where it has numbers.
    public func texts(_ column: Int) -> [String] { columns[column].texts }

    /// Reads UTF-8 text by RFC 4180, with any line ends; a byte-order mark and blank lines are passed over.
    public init(checking bytes: [UInt8]) throws(EngineError) {
        var reader = CSVReader(bytes)
        guard let header = try reader.record() else { throw .empty(operation: "CSV") }
        var fields = [[[UInt8]]](repeating: [], count: header.count)
        while let record = try reader.record() {
            guard record.count == header.count else {
                throw .raggedRows(expected: header.count, actual: record.count, row: rowCount)
            }
            for (i, field) in record.enumerated() { fields[i].append(field) }
            rowCount += 1
        }
        for (i, name) in header.enumerated() {
            var column = Column(name: String(decoding: name, as: UTF8.self))
            if let numbers = Self.numbers(fields[i]) {
                column.numbers = numbers
            } else {
                for field in fields[i] { column.texts.append(String(decoding: field, as: UTF8.self)) }
            }
            columns.append(column)
        }
    }

    /// The fields as numbers, an empty one as NaN; nil where one is text or all are empty.
    private static func numbers(_ fields: [[UInt8]]) -> [Double]? {
        var numbers: [Double] = []
        numbers.reserveCapacity(fields.count)
        var hasNumber = fields.isEmpty
        for field in fields {
            if field.isEmpty {
                numbers.append(.nan)
            } else {
                guard let number = Elementary.parseDouble(utf8: field) else { return nil }
                numbers.append(number)
                hasNumber = true
            }
        }
        return hasNumber ? numbers : nil
    }
}

/// Takes records of fields from bytes.
private struct CSVReader {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    /// The next record, blanks around unquoted fields left out; nil at the end.
    mutating func record() throws(EngineError) -> [[UInt8]]? {
        while at < bytes.count, isLineEnd(bytes[at]) { step() }
        guard at < bytes.count else { return nil }
        var fields: [[UInt8]] = []
        while true {
            fields.append(try field())
            guard at < bytes.count, bytes[at] == UInt8(ascii: ",") else { return fields }
            step()
        }
    }

    private mutating func field() throws(EngineError) -> [UInt8] {
        while at < bytes.count, bytes[at] == UInt8(ascii: " ") { step() }
        if at < bytes.count, bytes[at] == UInt8(ascii: "\"") { return try quotedField() }
        var field: [UInt8] = []
        while at < bytes.count, bytes[at] != UInt8(ascii: ","), !isLineEnd(bytes[at]) {
            field.append(bytes[at])
            step()
        }
        while field.last == UInt8(ascii: " ") { field.removeLast() }
        return field
    }

    private mutating func quotedField() throws(EngineError) -> [UInt8] {
        let start = line
        var field: [UInt8] = []
        step()
        while at < bytes.count {
            let byte = bytes[at]
            step()
            if byte == UInt8(ascii: "\"") {
                guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
                    while at < bytes.count, bytes[at] == UInt8(ascii: " ") { step() }
                    guard at == bytes.count || bytes[at] == UInt8(ascii: ",") || isLineEnd(bytes[at]) else {
                        throw .badArgument(name: "line \(line) of the CSV", reason: "has text behind a closing quote")
                    }
                    return field
                }
                step()
            }
            field.append(byte)
        }
        throw .badArgument(name: "line \(start) of the CSV", reason: "has a quote that is not closed")
    }

    private func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

    private mutating func step() {
        if bytes[at] == 10 { line += 1 }
        at += 1
    }
}
