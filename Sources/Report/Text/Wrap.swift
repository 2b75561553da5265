/// Breaks pieces of text into lines of a width, at spaces.
struct Wrap {
    private let width: Int
    private var lines: [TextLine] = []
    private var line = TextLine()
    private var word: [Piece] = []
    private var wordWidth = 0

    /// The lines of the pieces; a piece that is a newline breaks one. A word longer than a line is cut.
    static func lines(_ pieces: [Piece], width: Int) -> [TextLine] {
        var wrap = Wrap(width: max(1, width))
        for piece in pieces { wrap.add(piece) }
        wrap.endWord()
        wrap.endLine()
        return wrap.lines
    }

    /// Cuts a line at its width wherever that is, as code and output need it, which have no words to spare.
    static func cut(_ pieces: [Piece], width: Int) -> [TextLine] {
        var lines: [TextLine] = []
        var line = TextLine()
        for piece in pieces {
            var run = ""
            var used = line.width
            for scalar in piece.text.unicodeScalars {
                let columns = Columns.width(of: scalar)
                if used + columns > max(2, width) {
                    line.append(run, piece.ink)
                    lines.append(line)
                    line = TextLine()
                    run = ""
                    used = 0
                }
                run.unicodeScalars.append(scalar)
                used += columns
            }
            line.append(run, piece.ink)
        }
        lines.append(line)
        return lines
    }

    /// Cuts a line of output at its width, where it can between two words: a number cut in two reads as two.
    static func output(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var rest = text.unicodeScalars[...]
        while true {
            var end = rest.startIndex
            var space: String.UnicodeScalarView.Index?
            var used = 0
            while end < rest.endIndex, used + Columns.width(of: rest[end]) <= max(2, width) {
                used += Columns.width(of: rest[end])
                if rest[end] == " ", 2 * used > width { space = end }
                end = rest.index(after: end)
            }
            if end == rest.endIndex { break }
            if rest[end] == " " { space = end }
            let cut = space ?? end
            lines.append(String(rest[..<cut]))
            rest = rest[(space == nil ? cut : rest.index(after: cut))...]
        }
        lines.append(String(rest))
        return lines
    }

    private init(width: Int) { self.width = width }

    private mutating func add(_ piece: Piece) {
        if piece.text == "\n" {
            endWord()
            endLine()
            return
        }
        var run = ""
        for scalar in piece.text.unicodeScalars {
            if scalar == " " {
                addToWord(run, piece.ink)
                run = ""
                endWord()
            } else {
                run.unicodeScalars.append(scalar)
            }
        }
        addToWord(run, piece.ink)
    }

    private mutating func addToWord(_ text: String, _ ink: Ink) {
        if text.isEmpty { return }
        word.append(Piece(text, ink))
        wordWidth += Columns.of(text)
    }

    private mutating func endWord() {
        if word.isEmpty { return }
        if line.width > 0, line.width + 1 + wordWidth > width { endLine() }
        if line.width > 0 { line.append(" ") }
        if wordWidth <= width {
            for piece in word { line.append(piece.text, piece.ink) }
        } else {
            var parts = Wrap.cut(word, width: width)
            let last = parts.removeLast()
            lines += parts
            line = last
        }
        word = []
        wordWidth = 0
    }

    private mutating func endLine() {
        lines.append(line)
        line = TextLine()
    }
}
