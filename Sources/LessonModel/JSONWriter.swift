/// Writes JSON text: members in the order that they are given, strings escaped, two spaces of indentation, or no space
/// at all.
///
/// Numbers that JSON has no literal for become the strings `"NaN"`, `"Infinity"` and `"-Infinity"`.
public struct JSONWriter {
    /// Gives a finite Double its shortest text that reads back as the same bits.
    public typealias NumberText = (Double) -> String

    private var bytes: [UInt8] = []
    private var depth = 0
    /// Whether the next value is the first of its object or array, so that no comma stands before it.
    private var isFirst = true
    private var followsKey = false
    private let numberText: NumberText
    private let isCompact: Bool

    public init(numberText: @escaping NumberText, isCompact: Bool = false) {
        self.numberText = numberText
        self.isCompact = isCompact
    }

    /// A text of one object that begins with the version of its schema.
    static func versioned(
        _ version: Int, numberText: @escaping NumberText, _ body: (inout JSONWriter) -> Void
    ) -> [UInt8] {
        var writer = JSONWriter(numberText: numberText)
        writer.object { writer in
            writer.key("version")
            writer.integer(version)
            body(&writer)
        }
        return writer.result
    }

    /// What has been written, as UTF-8, ending in a line feed.
    public var result: [UInt8] { bytes + [0x0A] }

    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    public mutating func array<Element>(_ elements: [Element], _ body: (inout JSONWriter, Element) -> Void) {
        open(UInt8(ascii: "["))
        for element in elements { body(&self, element) }
        close(UInt8(ascii: "]"))
    }

    public mutating func key(_ name: String) {
        separate()
        quote(name)
        append(isCompact ? ":" : ": ")
        followsKey = true
    }

    public mutating func string(_ text: String) {
        separate()
        quote(text)
    }

    public mutating func integer(_ number: Int64) {
        separate()
        append("\(number)")
    }

    public mutating func integer(_ number: Int) { integer(Int64(number)) }

    /// All 64 bits: a reader that holds numbers as Doubles is exact up to 2⁵³.
    public mutating func unsigned(_ number: UInt64) {
        separate()
        append("\(number)")
    }

    public mutating func number(_ number: Double) {
        separate()
        append(text(number))
    }

    public mutating func bool(_ value: Bool) {
        separate()
        append(value ? "true" : "false")
    }

    public mutating func null() {
        separate()
        append("null")
    }

    /// A list of numbers on one line.
    public mutating func numbers(_ numbers: [Double]) {
        separate()
        append("[")
        for (index, number) in numbers.enumerated() {
            if index > 0 { append(isCompact ? "," : ", ") }
            append(text(number))
        }
        append("]")
    }

    /// Rows of numbers, a line each.
    public mutating func numbers(_ rows: [[Double]]) {
        array(rows) { writer, row in writer.numbers(row) }
    }

    public mutating func strings(_ strings: [String]) {
        separate()
        append("[")
        for (index, string) in strings.enumerated() {
            if index > 0 { append(isCompact ? "," : ", ") }
            quote(string)
        }
        append("]")
    }

    // MARK: Layout

    private mutating func open(_ bracket: UInt8) {
        separate()
        bytes.append(bracket)
        depth += 1
        isFirst = true
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        if !isFirst { newLine() }
        bytes.append(bracket)
        isFirst = false
    }

    private mutating func separate() {
        if followsKey {
            followsKey = false
        } else if depth > 0 {
            if !isFirst { append(",") }
            newLine()
        }
        isFirst = false
    }

    private mutating func newLine() {
        if isCompact { return }
        bytes.append(0x0A)
        for _ in 0..<depth { append("  ") }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private func text(_ number: Double) -> String {
        if number.isNaN { return "\"NaN\"" }
        if number.isInfinite { return number < 0 ? "\"-Infinity\"" : "\"Infinity\"" }
        return numberText(number)
    }

    // MARK: Strings

    /// Control characters are escaped, and so are `<`, `>`, `&` and the two line separators that scripts break at:
    /// the text can then stand in a page's `<script>` as it is.
    private mutating func quote(_ text: String) {
        bytes.append(0x22)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": append("\\\"")
            case "\\": append("\\\\")
            case "\n": append("\\n")
            case "\r": append("\\r")
            case "\t": append("\\t")
            case "\u{0}"..."\u{1F}", "<", ">", "&", "\u{7F}", "\u{2028}", "\u{2029}": escape(scalar.value)
            default: bytes.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
            }
        }
        bytes.append(0x22)
    }

    private mutating func escape(_ value: UInt32) {
        append("\\u")
        for shift in [12, 8, 4, 0] as [UInt32] {
            let digit = UInt8(truncatingIfNeeded: (value >> shift) & 15)
            bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
        }
    }
}
