import SourceText

/// The body of a function of a large, trusted file that is read only when somebody asks for it.
///
/// The library has some thousand functions, of which a program uses a few dozen: reading the rest would be a third of a
/// short program's time. Reading a body again gives an equal tree each time; nothing is kept, so that trees can be
/// shared.
struct DeferredBody: Sendable {
    let tokens: TokenStore
    /// The token of the opening brace.
    let index: Int

    func parse() -> Block {
        var parser = Parser(tokens, at: index)
        return (try? parser.block()) ?? Block(statements: [], span: .none)
    }
}

/// The tokens of a file for the bodies that are read later; set once, when the rest of the file has been read.
final class TokenStore: @unchecked Sendable {
    let file: SourceFile
    fileprivate(set) var tokens: [Token] = []
    fileprivate(set) var partners: [Int32] = []

    init(_ file: SourceFile) { self.file = file }

    func set(_ parser: Parser) {
        tokens = parser.tokens
        partners = parser.partners
    }
}

extension Block {
    /// The block with its statements, which are read now if they were passed over. O(size of the body).
    public var read: Block { deferred?.parse() ?? self }
}

extension Parser {
    /// The body of a function: now, or later where `store` says so.
    mutating func body() throws(Unparsed) -> Block {
        guard let store, kind == .leftBrace, partners[index] >= 0 else { return try block() }
        let open = index
        index = Int(partners[open])
        advance()
        return Block(
            statements: [], span: span(from: tokens[open].lower), deferred: DeferredBody(tokens: store, index: open))
    }
}
