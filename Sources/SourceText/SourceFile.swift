/// A range of UTF-8 offsets in one `SourceFile`: half-open, `lower ... upper - 1`.
public struct Span: Equatable, Hashable, Sendable {
    public var lower: Int32
    public var upper: Int32

    @inlinable
    public init(_ lower: Int, _ upper: Int) {
        self.lower = Int32(truncatingIfNeeded: lower)
        self.upper = Int32(truncatingIfNeeded: upper)
    }

    /// The smallest span that holds both.
    @inlinable
    public func union(_ other: Span) -> Span {
        Span(Int(min(lower, other.lower)), Int(max(upper, other.upper)))
    }

    public static let none = Span(0, 0)
}

/// A place for a human: both numbers count from 1; the column counts UTF-8 bytes, as clang and swiftc do.
public struct Location: Equatable, Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// The text of one compilation input, held as UTF-8, with its line starts.
///
/// A cell of a lesson is a `SourceFile` whose `firstLine` is the cell's place in the lesson file, so that every
/// position shown to a user is one in the file that they edit.
public final class SourceFile: Sendable {
    /// What diagnostics call it: `lesson3.md`, `program.swift`, `Prelude/Array.swift`.
    public let name: String
    public let bytes: [UInt8]
    /// The line that offset 0 lies on, in the file that the user sees; counts from 1.
    public let firstLine: Int
    /// How many columns the text was indented by in the file that the user sees.
    public let columnOffset: Int
    private let lineStarts: [Int32]

    public init(name: String, bytes: [UInt8], firstLine: Int = 1, columnOffset: Int = 0) {
        self.name = name
        self.bytes = bytes
        self.firstLine = firstLine
        self.columnOffset = columnOffset
        var starts: [Int32] = [0]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0A {
                starts.append(Int32(truncatingIfNeeded: index))
            } else if byte == 0x0D {
                if index < bytes.count && bytes[index] == 0x0A { index += 1 }
                starts.append(Int32(truncatingIfNeeded: index))
            }
        }
        lineStarts = starts
    }

    public convenience init(name: String, text: String, firstLine: Int = 1, columnOffset: Int = 0) {
        self.init(name: name, bytes: Array(text.utf8), firstLine: firstLine, columnOffset: columnOffset)
    }

    /// The line index (from 0, within this text) of an offset. O(log lines).
    public func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }

    public func location(of offset: Int) -> Location {
        let line = lineIndex(of: offset)
        return Location(line: firstLine + line, column: columnOffset + offset - Int(lineStarts[line]) + 1)
    }

    /// The UTF-8 bytes of a line (index from 0), without its line ending.
    public func line(at index: Int) -> ArraySlice<UInt8> {
        let start = Int(lineStarts[index])
        var end = index + 1 < lineStarts.count ? Int(lineStarts[index + 1]) : bytes.count
        while end > start && (bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D) { end -= 1 }
        return bytes[start..<end]
    }

    public var lineCount: Int { lineStarts.count }

    public func text(_ span: Span) -> String {
        let lower = max(0, min(Int(span.lower), bytes.count))
        let upper = max(lower, min(Int(span.upper), bytes.count))
        return String(decoding: bytes[lower..<upper], as: UTF8.self)
    }
}
