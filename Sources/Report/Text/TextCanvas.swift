/// A grid of characters to draw on, such as a network or a chart. What lies outside is left out.
struct TextCanvas {
    let width: Int
    let height: Int
    private let style: TextStyle
    private var cells: [(scalar: Unicode.Scalar, ink: Ink)]

    init(width: Int, height: Int, style: TextStyle) {
        self.width = width
        self.height = height
        self.style = style
        cells = [(scalar: Unicode.Scalar, ink: Ink)](repeating: (" ", .plain), count: width * height)
    }

    /// Writes a text of characters that are one column wide; others leave a gap.
    mutating func put(_ text: String, _ x: Int, _ y: Int, _ ink: Ink = .plain) {
        var column = x
        for scalar in style.fold(text).unicodeScalars {
            if Columns.width(of: scalar) == 0 { continue }
            set(scalar, column, y, ink)
            column += Columns.width(of: scalar)
        }
    }

    mutating func put(_ pieces: [Piece], _ x: Int, _ y: Int) {
        var column = x
        for piece in pieces {
            put(piece.text, column, y, piece.ink)
            column += Columns.of(style.fold(piece.text))
        }
    }

    mutating func set(_ scalar: Unicode.Scalar, _ x: Int, _ y: Int, _ ink: Ink = .plain) {
        guard x >= 0, x < width, y >= 0, y < height else { return }
        let wide = Columns.width(of: scalar) == 2
        cells[y * width + x] = (wide ? "?" : scalar, ink)
    }

    /// What was drawn, without the empty rows below it.
    var lines: [TextLine] {
        var lines: [TextLine] = []
        var height = self.height
        while height > 0, isBlank(row: height - 1) { height -= 1 }
        for y in 0..<height {
            var line = TextLine()
            for x in 0..<width {
                let cell = cells[y * width + x]
                line.append(String(Character(cell.scalar)), cell.scalar == " " ? .plain : cell.ink)
            }
            lines.append(line)
        }
        return lines
    }

    private func isBlank(row: Int) -> Bool {
        for x in 0..<width where cells[row * width + x].scalar != " " { return false }
        return true
    }
}
