import LessonModel
import SourceText

/// Takes displayed formulas over several lines out before cmark sees their lines, which it could take for lists,
/// headings and the like. Formulas on one line are left to `InlineScanner`.
enum DisplayMathematics {
    static func extract(from text: MappedText, context: ReadingContext) -> MappedText {
        guard mayContain(text.bytes) else { return text }
        let code = codeLines(text)
        var result = MappedText()
        result.bytes.reserveCapacity(text.bytes.count)
        var index = 0
        while index < text.lines.count {
            if !code[index], let formula = formula(at: index, in: text, code) {
                let line = text.content(ofLine: index)
                let mark = context.mark(formula.piece.read(context))
                result.append(line[..<formula.start] + mark, as: text.lines[index])
                index = formula.lastLine + 1
            } else {
                result.append(text.content(ofLine: index), as: text.lines[index])
                index += 1
            }
        }
        result.endNumber = text.endNumber
        return result
    }

    private static func mayContain(_ bytes: [UInt8]) -> Bool {
        var isAfterDollar = false
        for byte in bytes {
            if byte == UInt8(ascii: "$"), isAfterDollar { return true }
            isAfterDollar = byte == UInt8(ascii: "$")
        }
        return false
    }

    /// Which lines cmark takes for code.
    private static func codeLines(_ text: MappedText) -> [Bool] {
        var code = Array(repeating: false, count: text.lines.count)
        for leaf in MarkdownTree(text.bytes).leaves() where leaf.isCode {
            for line in max(0, leaf.firstLine)..<max(leaf.firstLine, min(leaf.lastLine + 1, code.count)) {
                code[line] = true
            }
        }
        return code
    }

    private struct Found {
        var piece: FormulaPiece
        /// Where the opening dollars stand.
        var start: Int
        var lastLine: Int
    }

    /// A formula that opens at the start of this line and closes at the end of a later one of the same paragraph.
    private static func formula(at index: Int, in text: MappedText, _ code: [Bool]) -> Found? {
        let start = text.contentStart(ofLine: index, quoteDepth: .max)
        let range = text.range(ofLine: index)
        guard start + 1 < range.upperBound, isDoubleDollar(text.bytes, start),
            closing(text.bytes, start + 2..<range.upperBound) == nil
        else { return nil }
        let quoteDepth = text.bytes[range.lowerBound..<start].count { $0 == UInt8(ascii: ">") }
        var line = index + 1
        while line < text.lines.count, !code[line], !text.isBlank(line: line) {
            let range = text.range(ofLine: line)
            if let close = closing(text.bytes, range) {
                guard isBlank(text.bytes[close + 2..<range.upperBound]) else { return nil }
                let piece = FormulaPiece(
                    text: text, range: start + 2..<close, quoteDepth: quoteDepth, isDisplay: true)
                return Found(piece: piece, start: start, lastLine: line)
            }
            line += 1
        }
        return nil
    }

    private static func closing(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index + 1 < range.upperBound {
            if bytes[index] == UInt8(ascii: "\\") {
                index += 2
            } else if isDoubleDollar(bytes, index) {
                return index
            } else {
                index += 1
            }
        }
        return nil
    }

    private static func isDoubleDollar(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "$") && bytes[index + 1] == UInt8(ascii: "$")
    }

    private static func isBlank(_ bytes: ArraySlice<UInt8>) -> Bool {
        for byte in bytes where byte != 0x20 && byte != 0x09 { return false }
        return true
    }
}
