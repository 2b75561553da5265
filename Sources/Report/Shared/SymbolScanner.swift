/// Finds the quantities in the Unicode text of a formula or a generated sentence, so that each gets its colour.
struct SymbolScanner {
    enum Mode: Sendable {
        /// Every lone letter is a symbol.
        case formula
        /// A letter is a symbol where it has a number or an equals sign, since `a` is also a word.
        case sentence
    }

    private let scalars: [Unicode.Scalar]
    private let mode: Mode
    private var position = 0
    private var pieces: [Piece] = []
    private var plain = ""

    static func pieces(_ text: String, _ mode: Mode) -> [Piece] {
        var scanner = SymbolScanner(scalars: Array(text.unicodeScalars), mode: mode)
        scanner.scan()
        return scanner.pieces
    }

    /// A generated sentence, with each value kept on the line of its equals sign.
    static func sentence(_ text: String) -> [Piece] {
        var glued = ""
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            glued.unicodeScalars.append(scalar == " " && previous == "=" ? "\u{A0}" : scalar)
            previous = scalar
        }
        return pieces(glued, .sentence)
    }

    private init(scalars: [Unicode.Scalar], mode: Mode) {
        self.scalars = scalars
        self.mode = mode
    }

    private mutating func scan() {
        while position < scalars.count {
            let scalar = scalars[position]
            if scalar == "∂", let end = slopeEnd() {
                flush()
                emit(to: end, .slope)
            } else if isLetter(scalar) {
                word()
            } else {
                plain.unicodeScalars.append(scalar)
                position += 1
            }
        }
        flush()
    }

    private mutating func word() {
        var end = position
        while end < scalars.count, isLetter(scalars[end]) { end += 1 }
        if end < scalars.count, isDigit(scalars[end]) {
            variable()
            return
        }
        let ink = end == position + 1 ? Ink.ofSymbol(scalars[position]) : .plain
        let attached = attachedEnd(end)
        if ink != .plain, mode == .formula || attached > end || isAssigned(after: end) {
            flush()
            emit(to: attached, ink)
        } else {
            while position < end {
                plain.unicodeScalars.append(scalars[position])
                position += 1
            }
        }
    }

    /// A name of the code, `w1`: its digits belong to it.
    private mutating func variable() {
        var end = position
        var name = ""
        while end < scalars.count, isLetter(scalars[end]) || isDigit(scalars[end]) || scalars[end] == "_" {
            name.unicodeScalars.append(scalars[end])
            end += 1
        }
        let ink = Ink.ofVariable(name)
        if ink == .plain {
            plain += name
            position = end
        } else {
            flush()
            emit(to: end, ink)
        }
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }

    /// `z = …`, and `L` or `z` alone; the word `a` needs its equals sign.
    private func isAssigned(after end: Int) -> Bool {
        if scalars[position] != "a" { return true }
        return end + 1 < scalars.count && scalars[end] == " " && scalars[end + 1] == "="
    }

    /// The end of `∂L/∂w₁`, or of `∂w₁` alone.
    private func slopeEnd() -> Int? {
        guard var end = differentialEnd(position) else { return nil }
        if end + 1 < scalars.count, scalars[end] == "/", let second = differentialEnd(end + 1) { end = second }
        return end
    }

    private func differentialEnd(_ start: Int) -> Int? {
        guard start + 1 < scalars.count, scalars[start] == "∂" else { return nil }
        var index = start + 1
        while index < scalars.count, scalars[index] == "²" { index += 1 }
        guard index < scalars.count, isLetter(scalars[index]) else { return nil }
        return attachedEnd(index + 1)
    }

    /// Past the subscripts, primes and accents of a letter, and past the ends of a weight: `(x₁→h₂)`.
    private func attachedEnd(_ start: Int) -> Int {
        var end = start
        while end < scalars.count {
            switch scalars[end].value {
            case 0x2080...0x209C, 0x2032...0x2034, 0x300...0x36F, 0x1D62...0x1D6A, 0x2C7C: end += 1
            default: return end
            }
        }
        return end
    }

    private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x370...0x3FF, 0x2112: true
        default: false
        }
    }

    private mutating func emit(to end: Int, _ ink: Ink) {
        var text = ""
        while position < end {
            text.unicodeScalars.append(scalars[position])
            position += 1
        }
        pieces.append(Piece(text, ink))
    }

    private mutating func flush() {
        if !plain.isEmpty { pieces.append(Piece(plain)) }
        plain = ""
    }
}
