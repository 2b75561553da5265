import SourceText

/// Text for cmark whose lines know where they come from. Lines end in `\n`, all of them.
struct MappedText {
    struct Line {
        /// Where the line begins in `bytes`.
        var start: Int
        /// The line of the lesson file, from 1.
        var number: Int
        /// Where the line's first byte stands in the lesson file.
        var fileOffset: Int
    }

    var bytes: [UInt8] = []
    var lines: [Line] = []
    /// The line of the lesson file behind the last one.
    var endNumber = 1

    init() {}

    /// The lines of a file from an index on, with their endings made one.
    init(file: SourceFile, fromLine first: Int) {
        bytes.reserveCapacity(file.bytes.count)
        for index in first..<max(first, file.lineCount) {
            let line = file.line(at: index)
            // Behind the last line ending there is no line.
            if line.isEmpty, index == file.lineCount - 1 { break }
            append(line, number: file.firstLine + index, fileOffset: line.startIndex)
        }
    }

    mutating func append(_ content: some Sequence<UInt8>, number: Int, fileOffset: Int) {
        lines.append(Line(start: bytes.count, number: number, fileOffset: fileOffset))
        bytes += content
        bytes.append(0x0A)
        endNumber = number + 1
    }

    mutating func append(_ content: some Sequence<UInt8>, as line: Line) {
        append(content, number: line.number, fileOffset: line.fileOffset)
    }

    /// The offsets of a line without its `\n`.
    func range(ofLine index: Int) -> Range<Int> {
        let end = index + 1 < lines.count ? lines[index + 1].start : bytes.count
        return lines[index].start..<max(lines[index].start, end - 1)
    }

    func content(ofLine index: Int) -> ArraySlice<UInt8> { bytes[range(ofLine: index)] }

    func isBlank(line index: Int) -> Bool {
        for byte in content(ofLine: index) where byte != 0x20 && byte != 0x09 { return false }
        return true
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The lesson's offset of a byte on a line that stands in this text as it does in the file.
    func fileOffset(of offset: Int, line index: Int) -> Int {
        lines[index].fileOffset + offset - lines[index].start
    }

    /// The line that an offset lies on. O(log lines).
    func lineIndex(of offset: Int) -> Int {
        var low = 0
        var high = lines.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The last line of the lesson that a line of this text stands for: several where lines have been run together.
    func lastNumber(ofLine index: Int) -> Int {
        let next = index + 1 < lines.count ? lines[index + 1].number : endNumber
        return max(lines[index].number, next - 1)
    }

    /// The line's content behind the marks of its containers: spaces, tabs, and as many `>` as quotes are open.
    func contentStart(ofLine index: Int, quoteDepth: Int) -> Int {
        let range = range(ofLine: index)
        var offset = range.lowerBound
        var quotes = 0
        while offset < range.upperBound {
            let byte = bytes[offset]
            if byte == UInt8(ascii: ">"), quotes < quoteDepth {
                quotes += 1
            } else if byte != 0x20 && byte != 0x09 {
                break
            }
            offset += 1
        }
        return offset
    }
}
