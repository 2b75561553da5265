import SourceText

/// Guards against the two inputs that libcmark 0.30 takes quadratic time for.
enum ParseCost {
    private static let depthTimesLines = 20_000_000
    private static let picturesInParagraph = 1_000

    /// What to refuse the lesson for; nil for a lesson that cmark reads in linear time. O(bytes).
    static func refusal(of text: MappedText) -> (line: MappedText.Line, message: String)? {
        var deepest = 0
        var deepestLine = 0
        var pictures = 0
        for index in text.lines.indices {
            let depth = possibleDepth(text.content(ofLine: index))
            if depth > deepest { (deepest, deepestLine) = (depth, index) }
            pictures = text.isBlank(line: index) ? 0 : pictures + pictureCount(text.content(ofLine: index))
            if pictures > picturesInParagraph {
                return (text.lines[index], "more than \(picturesInParagraph) pictures stand in one paragraph")
            }
        }
        // cmark looks at each open list and quote on each line, and a blank line closes none of the lists.
        if deepest > 300, deepest * text.lines.count > depthTimesLines {
            return (text.lines[deepestLine], "lists and quotes lie too deep in one another")
        }
        return nil
    }

    /// How many containers a line may lie in: no more than the bytes of its marks and its indentation.
    private static func possibleDepth(_ line: ArraySlice<UInt8>) -> Int {
        guard line.count > 300 else { return 0 }
        return line.prefix { byte in
            switch byte {
            case 0x20, 0x09, UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"),
                UInt8(ascii: "."), UInt8(ascii: ")"), 0x30...0x39:
                true
            default: false
            }
        }.count
    }

    private static func pictureCount(_ line: ArraySlice<UInt8>) -> Int {
        var count = 0
        var isAfterMark = false
        for byte in line {
            if isAfterMark, byte == UInt8(ascii: "[") { count += 1 }
            isAfterMark = byte == UInt8(ascii: "!")
        }
        return count
    }
}
