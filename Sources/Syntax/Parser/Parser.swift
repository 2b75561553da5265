import SourceText

/// Thrown inside the parser up to the statement that it gives up; the fault has been recorded by then.
struct Unparsed: Error {}

/// Tokens to a tree, by recursive descent.
///
/// - A statement that cannot be parsed is reported once and passed over; parsing goes on with the next one.
/// - Nesting and the height of the tree are bounded, so neither building nor releasing a tree can overflow the
///   native stack. See `Limits`.
/// - Linear in the size of the input: look-ahead goes by `Brackets`, and a generic argument list that turned out to be
///   a comparison is never tried twice.
public struct Parser: Sendable {
    enum Limits {
        /// Brackets, types, prefix operators in each other; statements and strings count twice, since they take
        /// twice the stack. 200 levels of anything fit 512 KiB in a release build.
        static let depth = 200
        /// Of the tree, in which `a.b.c` is three high.
        static let height = 1_000
        /// Operators in one expression without brackets.
        static let operators = 10_000
    }

    let file: SourceFile
    let bytes: [UInt8]
    var tokens: [Token]
    let partners: [Int32]
    var index = 0
    var faults: [Fault]
    var depth = 0
    /// The height of the tallest finished part of what is being parsed.
    var height = 0
    var isSpeculating = false
    /// Tokens as they were before speculation split them.
    var splits: [(index: Int, token: Token)] = []
    /// False in the header of `if`, `while`, `for`, `switch`, `guard`, where `{` begins the body.
    var allowsTrailingClosure = true
    /// False in a pattern before `=`.
    var allowsAssignment = true
    var isInProtocol = false
    /// In the braces of what the machine provides, where accessors have no bodies.
    var mayLackBody = false
    /// After a limit has been hit everything else is left unread.
    var isAborted = false
    /// Once braces are known not to match, other words about them would only repeat it.
    var areBracesBroken = false
    /// One word about statements in a type is enough for each type.
    var saysStatementInType = false
    /// Where the bodies of functions are read later, what they will be read from.
    let store: TokenStore?

    /// - Parameter defersBodies: Whether the bodies of functions are read only when somebody asks (`Block.read`): for
    ///   a file that is known to be free of errors, since those in such a body are not reported.
    public init(file: SourceFile, defersBodies: Bool = false) {
        store = defersBodies ? TokenStore(file) : nil
        self.file = file
        bytes = file.bytes
        var (tokens, faults) = Lexer.scan(file.bytes, keepsComments: false)
        if let directives = Directives(tokens, bytes: file.bytes) {
            tokens = directives.kept
            faults += directives.faults
        }
        self.tokens = tokens
        self.faults = faults
        partners = Brackets(tokens).partners
    }

    /// At a token of a file whose tokens are known.
    init(_ known: TokenStore, at index: Int) {
        file = known.file
        bytes = file.bytes
        tokens = known.tokens
        partners = known.partners
        faults = []
        store = nil
        self.index = index
    }

    /// The statements of the file, with `error` where one could not be parsed, and what was wrong in order of place.
    /// At most `Fault.limit` diagnostics. O(size of the file).
    public func parse() -> (statements: [Statement], diagnostics: [Diagnostic]) {
        var parser = self
        let statements = parser.topLevel()
        store?.set(parser)
        return (statements, parser.diagnostics())
    }

    private func diagnostics() -> [Diagnostic] {
        var ordered = faults
        ordered.sort { $0.span.lower < $1.span.lower }
        var diagnostics: [Diagnostic] = []
        for fault in ordered.prefix(Fault.limit) { diagnostics.append(fault.diagnostic(in: file)) }
        return diagnostics
    }

    // MARK: Tokens

    var token: Token { tokens[index] }
    var kind: Token.Kind { tokens[index].kind }
    var word: Word { tokens[index].word }
    var lower: Int32 { tokens[index].lower }

    func peek(_ distance: Int = 1) -> Token { tokens[min(index + distance, tokens.count - 1)] }

    mutating func advance() {
        if index < tokens.count - 1 { index += 1 }
    }

    /// From a place up to the end of the token before this one.
    func span(from lower: Int32) -> Span {
        var span = Span.none
        span.lower = lower
        span.upper = max(lower, index > 0 ? tokens[index - 1].upper : lower)
        return span
    }

    func isKeyword(_ word: Word) -> Bool { tokens[index].word == word && tokens[index].kind == .keyword }

    /// A contextual keyword.
    func isContextual(_ word: Word) -> Bool {
        tokens[index].word == word && tokens[index].kind == .identifier
    }

    mutating func skip(_ kind: Token.Kind) -> Bool {
        guard self.kind == kind else { return false }
        advance()
        return true
    }

    mutating func skipKeyword(_ word: Word) -> Bool {
        guard isKeyword(word) else { return false }
        advance()
        return true
    }

    mutating func expect(_ kind: Token.Kind, _ expected: Expected) throws(Unparsed) {
        guard self.kind == kind else { throw unexpected(expected) }
        advance()
    }

    /// The token's text; without the backticks of a quoted name.
    func text(_ token: Token) -> String {
        let trim = token.flags.contains(.quoted) ? 1 : 0
        return text(Int(token.lower) + trim, Int(token.upper) - trim)
    }

    @inline(never)
    func text(_ lower: Int, _ upper: Int) -> String {
        bytes.withUnsafeBufferPointer { buffer in
            guard lower < upper, upper <= buffer.count else { return "" }
            return String(decoding: UnsafeBufferPointer(rebasing: buffer[lower..<upper]), as: UTF8.self)
        }
    }

    /// Whether the token is this one ASCII character.
    func isExactly(_ token: Token, _ byte: UInt8) -> Bool {
        token.upper - token.lower == 1 && bytes[Int(token.lower)] == byte
    }

    /// Takes the first character off a token: `>` off `>>`, `?` off `??`.
    mutating func splitFirst() {
        let token = tokens[index]
        if token.upper - token.lower <= 1 { return advance() }
        if isSpeculating { splits.append((index, token)) }
        tokens[index].lower += 1
        tokens[index].flags.subtract([.afterNewline, .afterSpace])
        let rest = Int(token.lower) + 1
        switch bytes[rest] {
        case 0x3F: tokens[index].kind = .postfixQuestion
        case 0x21: tokens[index].kind = .postfixExclaim
        case 0x3D where token.upper - token.lower == 2: tokens[index].kind = .equal
        case 0x2D where token.upper - token.lower == 3 && bytes[rest + 1] == 0x3E: tokens[index].kind = .arrow
        default: break
        }
    }

    // MARK: Depth

    /// Goes one level deeper. Give the result to `leave`.
    mutating func enter() throws(Unparsed) -> Int {
        if depth >= Limits.depth { throw abort(.tooDeep) }
        depth += 1
        let outer = height
        height = 0
        return outer
    }

    mutating func leave(_ outer: Int) {
        depth -= 1
        height = max(outer, height + 1)
    }

    /// One more node around what was parsed last.
    mutating func wrap() throws(Unparsed) {
        height += 1
        if height > Limits.height { throw abort(.tooHigh) }
    }

    // MARK: Faults

    @inline(never)
    mutating func report(_ error: SyntaxError, _ span: Span) {
        if isSpeculating || isAborted || faults.count >= Fault.limit { return }
        faults.append(Fault(error, span))
    }

    @inline(never)
    mutating func fail(_ error: SyntaxError, _ span: Span) -> Unparsed {
        report(error, span)
        return Unparsed()
    }

    /// The token at hand is not what is expected. The fault lies behind the previous token where the line ends there, since
    /// that is where something is missing.
    @inline(never)
    mutating func unexpected(_ expected: Expected) -> Unparsed {
        if isSpeculating || isAborted { return Unparsed() }
        let token = self.token
        if token.flags.contains(.faulty) { return Unparsed() }
        switch expected {
        case .body, .elseBody, .functionBody, .typeBody, .switchBody: areBracesBroken = true
        default: break
        }
        return fail(.expected(expected, found: found(token)), placeOfAbsence())
    }

    private func placeOfAbsence() -> Span {
        guard index > 0, token.isAfterNewline || token.kind == .endOfFile else { return token.span }
        let end = Int(tokens[index - 1].upper)
        return Span(end, end)
    }

    @inline(never)
    func found(_ token: Token) -> Found {
        switch token.kind {
        case .endOfFile: .endOfFile
        case .keyword: token.isAfterNewline && index > 0 ? .endOfLine : .keyword(text(token))
        case .binaryOperator, .prefixOperator, .postfixOperator:
            token.isAfterNewline && index > 0 ? .endOfLine : .sign(text(token))
        case .stringStart: token.isAfterNewline ? .endOfLine : .string
        default: token.isAfterNewline && index > 0 ? .endOfLine : .text(text(token))
        }
    }

    /// Behind what stands in the bracket at `open`.
    mutating func close(_ open: Int, _ closer: Token.Kind) throws(Unparsed) {
        guard kind == closer else { throw missingCloser(open, closer) }
        advance()
    }

    @inline(never)
    private mutating func missingCloser(_ open: Int, _ closer: Token.Kind) -> Unparsed {
        if isSpeculating || isAborted || token.flags.contains(.faulty) { return Unparsed() }
        if closer == .interpolationEnd && kind == .endOfFile { return Unparsed() }
        let opener = tokens[open]
        if partners[open] < 0 {
            if kind == .endOfFile { return fail(.unclosed(text(opener)), opener.span) }
            report(.missingCloser(text(opener), found(token)), placeOfAbsence())
            faults[faults.count - 1].opener = opener.span
            return Unparsed()
        }
        switch kind {
        case .prefixOperator: return fail(.unevenOperator(text(token)), token.span)
        case .identifier, .integer, .float, .stringStart, .dollarIdentifier:
            return fail(.missingComma, token.span)
        default: return unexpected(closer == .rightBracket ? .closingBracket : .closingParenthesis)
        }
    }

    /// Past a limit: nothing more is read, and nothing more is said.
    @inline(never)
    mutating func abort(_ error: SyntaxError) -> Unparsed {
        if isSpeculating { return Unparsed() }
        report(error, token.span)
        isAborted = true
        index = tokens.count - 1
        return Unparsed()
    }

    /// About braces, or about what stands outside of braces that are missing: said once.
    mutating func reportBrace(_ error: SyntaxError, _ span: Span) {
        if isSpeculating || areBracesBroken { return }
        areBracesBroken = true
        report(error, span)
    }

    // MARK: Names

    mutating func name(_ expected: Expected) throws(Unparsed) -> String {
        guard kind == .identifier else {
            if kind == .keyword && !token.isAfterNewline && word != .wildcard {
                throw fail(.keywordAsName(text(token)), token.span)
            }
            throw unexpected(expected)
        }
        let name = text(token)
        advance()
        return name
    }

    /// Whether a token can be an argument label: every word but `inout`.
    func isLabel(_ token: Token) -> Bool {
        token.kind == .identifier || token.kind == .keyword && token.word != .inout
    }
}
