import SourceText

/// One token: what it is and where it stands. 12 bytes; the text is read from the file when it is wanted.
public struct Token: Sendable, Equatable {
    public enum Kind: UInt8, Sendable {
        case endOfFile
        /// `x`, `` `class` ``, and the contextual keywords (`get`, `mutating`, `any`): see `word`.
        case identifier
        /// `$0`
        case dollarIdentifier
        case keyword
        /// `#if`, `#available`, `#anything`
        case pound
        case integer, float
        /// An opening quote with its number signs; then come texts and interpolations, then `stringEnd`.
        case stringStart, stringText
        /// `\(`; ordinary tokens follow up to `interpolationEnd`, which is the closing parenthesis.
        case interpolationStart, interpolationEnd
        case stringEnd
        case leftParen, rightParen, leftBracket, rightBracket, leftBrace, rightBrace
        case comma, semicolon, colon, at, backslash
        /// `.` with the same on both sides; `prefixPeriod` has something on its right only.
        case period, prefixPeriod
        case equal, arrow
        /// `?` and `!` that touch what is on their left.
        case postfixQuestion, postfixExclaim
        case infixQuestion
        /// `&` in front of an operand.
        case prefixAmpersand
        case binaryOperator, prefixOperator, postfixOperator
        /// Only `Lexer.tokens(of:)` hands out comments.
        case lineComment, blockComment
    }

    /// Where the token stands among blanks, which is part of Swift's grammar.
    public struct Flags: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }
        /// First on its line, comments aside.
        public static let afterNewline = Flags(rawValue: 1 << 0)
        /// A blank, a comment or a newline stands in front.
        public static let afterSpace = Flags(rawValue: 1 << 1)
        /// A blank, a comment or the end of the file follows.
        public static let beforeSpace = Flags(rawValue: 1 << 2)
        /// A literal or a name that the lexer has already complained about.
        public static let faulty = Flags(rawValue: 1 << 3)
        /// Of `<`: a generic argument list was tried here and is not there.
        static let notGeneric = Flags(rawValue: 1 << 4)
        /// An identifier in backticks; its span includes them.
        public static let quoted = Flags(rawValue: 1 << 5)
        /// A string that runs over several lines: `"""`.
        public static let multiline = Flags(rawValue: 1 << 6)
    }

    public internal(set) var kind: Kind
    public internal(set) var flags: Flags
    /// Which keyword, which contextual keyword or which directive; `.none` for every other token.
    public internal(set) var word: Word
    var lower: Int32
    var upper: Int32

    public var span: Span {
        var span = Span.none
        span.lower = lower
        span.upper = upper
        return span
    }

    var isAfterNewline: Bool { flags.contains(.afterNewline) }
    var isOperator: Bool {
        switch kind {
        case .binaryOperator, .prefixOperator, .postfixOperator, .prefixAmpersand: true
        default: false
        }
    }
}
