import SourceText

/// Bytes to tokens, in one pass and linear time.
///
/// A string literal becomes several tokens, with the tokens of its interpolations between them, so that nothing is
/// ever read twice. Faults are collected and the lexer goes on: what it cannot read it leaves out.
public struct Lexer {
    /// A string literal that is open, or an interpolation in it.
    enum Mode {
        case string(hashes: Int, isMultiline: Bool, token: Int)
        /// How many parentheses are open inside `\( … )`.
        case interpolation(parentheses: Int, isMultiline: Bool)
    }

    let bytes: UnsafeBufferPointer<UInt8>
    let keepsComments: Bool
    var position = 0
    /// The flags of the token that comes next.
    var flags: Token.Flags = [.afterNewline, .afterSpace]
    var tokens: [Token] = []
    var faults: [Fault] = []
    var modes: [Mode] = []
    let words = WordTable.shared

    init(_ bytes: UnsafeBufferPointer<UInt8>, keepsComments: Bool) {
        self.bytes = bytes
        self.keepsComments = keepsComments
        tokens.reserveCapacity(bytes.count / 4 + 8)
    }

    /// Every token of a file, comments included and in order, for colouring source: nothing is refused here, `#if`
    /// is not evaluated, and what is unreadable is left out. Linear in the size of the file.
    public static func tokens(of file: SourceFile) -> [Token] {
        scan(file.bytes, keepsComments: true).tokens
    }

    static func scan(_ bytes: [UInt8], keepsComments: Bool) -> (tokens: [Token], faults: [Fault]) {
        let checked = Encoding.checked(bytes)
        return (checked.repaired ?? bytes).withUnsafeBufferPointer { buffer in
            var lexer = Lexer(buffer, keepsComments: keepsComments)
            lexer.faults = checked.faults
            lexer.run()
            return (lexer.tokens, lexer.faults)
        }
    }

    private mutating func run() {
        skipPreamble()
        while true {
            if case .string(let hashes, let isMultiline, let opening)? = modes.last {
                stringPart(hashes: hashes, isMultiline: isMultiline, opening: opening)
                continue
            }
            skipBlanks()
            if position >= bytes.count { break }
            if isNewline(in: flags), case .interpolation(_, false)? = modes.last { abandonInterpolation() }
            token()
        }
        if !modes.isEmpty { abandonInterpolation() }
        emit(.endOfFile, position, position)
    }

    private func isNewline(in flags: Token.Flags) -> Bool { flags.contains(.afterNewline) }

    /// A byte-order mark, then a `#!` line.
    private mutating func skipPreamble() {
        if byte(0) == 0xEF && byte(1) == 0xBB && byte(2) == 0xBF { position = 3 }
        if byte(position) == 0x23 && byte(position + 1) == 0x21 {
            let start = position
            while position < bytes.count && !isLineEnd(bytes[position]) { position += 1 }
            if keepsComments { emit(.lineComment, start, position) }
            flags = [.afterNewline, .afterSpace]
        }
    }

    /// 0 past the end.
    @inline(__always)
    func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    @inline(__always)
    func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

    @inline(__always)
    mutating func emit(_ kind: Token.Kind, _ lower: Int, _ upper: Int, _ word: Word = .none) {
        tokens.append(
            Token(
                kind: kind, flags: flags, word: word, lower: Int32(truncatingIfNeeded: lower),
                upper: Int32(truncatingIfNeeded: upper)))
        flags = []
    }

    mutating func fault(_ error: SyntaxError, _ lower: Int, _ upper: Int) {
        if faults.count < Fault.limit { faults.append(Fault(error, Span(lower, upper))) }
    }

    private mutating func single(_ kind: Token.Kind) {
        emit(kind, position, position + 1)
        position += 1
    }

    private mutating func token() {
        switch bytes[position] {
        case 0x61...0x7A, 0x41...0x5A, 0x5F: identifier()
        case 0x30...0x39: number()
        case 0x28:
            if case .interpolation(let count, let isMultiline)? = modes.last {
                modes[modes.count - 1] = .interpolation(parentheses: count + 1, isMultiline: isMultiline)
            }
            single(.leftParen)
        case 0x29: rightParen()
        case 0x5B: single(.leftBracket)
        case 0x5D: single(.rightBracket)
        case 0x7B: single(.leftBrace)
        case 0x7D: single(.rightBrace)
        case 0x2C: single(.comma)
        case 0x3B: single(.semicolon)
        case 0x3A: single(.colon)
        case 0x40: single(.at)
        case 0x5C: single(.backslash)
        case 0x22: openString(hashes: 0)
        case 0x23: numberSign()
        case 0x24: dollar()
        case 0x60: quotedIdentifier()
        case 0x2E: period()
        case 0x21 where isLeftBound(position): single(.postfixExclaim)
        case 0x3F where isLeftBound(position): single(.postfixQuestion)
        case 0x27: apostrophe()
        default:
            if Scalars.isOperatorByte(bytes[position]) { operatorToken() } else { unusual() }
        }
    }

    private mutating func rightParen() {
        if case .interpolation(let count, let isMultiline)? = modes.last {
            if count == 0 {
                modes.removeLast()
                single(.interpolationEnd)
                return
            }
            modes[modes.count - 1] = .interpolation(parentheses: count - 1, isMultiline: isMultiline)
        }
        single(.rightParen)
    }

    /// A non-ASCII name or operator, or a character that belongs nowhere.
    private mutating func unusual() {
        let (value, length) = scalar(at: position)
        if Scalars.startsIdentifier(value) { return identifier() }
        if Scalars.startsOperator(value) { return operatorToken() }
        fault(.invalidCharacter(value), position, position + length)
        position += length
        flags.insert(.afterSpace)
    }

    /// `'a'` from other languages: read to the closing mark, so that only this is reported.
    private mutating func apostrophe() {
        let start = position
        position += 1
        while position < bytes.count && !isLineEnd(bytes[position]) && bytes[position] != 0x27 { position += 1 }
        if byte(position) == 0x27 {
            position += 1
        } else {
            position = start + 1
        }
        fault(.singleQuotes, start, position)
        flags.insert(.faulty)
        emit(.integer, start, position)
    }

    /// The scalar that begins at a place, with its length in bytes. The bytes have been checked before.
    func scalar(at index: Int) -> (value: UInt32, length: Int) {
        let first = UInt32(bytes[index])
        func tail(_ offset: Int) -> UInt32 { UInt32(byte(index + offset)) & 0x3F }
        if first < 0x80 { return (first, 1) }
        if first < 0xE0 { return ((first & 0x1F) << 6 | tail(1), 2) }
        if first < 0xF0 { return ((first & 0x0F) << 12 | tail(1) << 6 | tail(2), 3) }
        return ((first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4)
    }
}
