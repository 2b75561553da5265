/// Something in a formula that is not in the TeX subset; offsets are bytes of the formula's source.
public struct FormulaError: Sendable, Equatable {
    public var lower: Int
    public var upper: Int
    public var message: String
    public var hint: String
}

/// Reads the TeX subset: letters, numbers, operators, fractions, roots, scripts, accents, styles, named functions,
/// sums with limits, `\left … \right`, matrices, `cases` and `aligned`.
///
/// It never fails: what it does not know becomes text, with an error that says where. O(length).
public struct FormulaParser {
    /// How deep groups may lie in one another.
    public static let depthLimit = 48
    private static let errorLimit = 8

    var tokens: [FormulaToken]
    var position = 0
    var depth = 0
    private var errors: [FormulaError] = []

    public static func parse(
        _ source: String, isDisplay: Bool = false
    ) -> (formula: Formula, errors: [FormulaError]) {
        var lexer = FormulaLexer(source)
        var parser = FormulaParser(tokens: lexer.tokens())
        let root = parser.topLevel()
        return (Formula(source: source, root: root, isDisplay: isDisplay), parser.errors)
    }

    private init(tokens: [FormulaToken]) { self.tokens = tokens }

    // MARK: Rows

    /// What ends the row that is being read.
    enum Stop {
        case end, group, bracket, right, cell
    }

    /// Lines broken by `\\` outside of an environment are taken for aligned ones, as editors preview them.
    private mutating func topLevel() -> Formula.Node {
        var rows: [[Formula.Node]] = []
        var cells: [Formula.Node] = []
        while true {
            cells.append(row(until: .cell))
            let token = take()
            switch token.kind {
            case .align: continue
            case .newRow:
                rows.append(cells)
                cells = []
            case .end:
                rows.append(cells)
                if rows.count == 1, cells.count == 1 { return cells[0] }
                return .grid(Formula.Grid(kind: .aligned, rows: rows))
            default: report(token, "this `\(spelling(token))` closes nothing")
            }
        }
    }

    mutating func row(until stop: Stop) -> Formula.Node {
        var nodes: [Formula.Node] = []
        while !ends(peek(), stop) {
            if let node = scripted() { nodes.append(node) }
        }
        return nodes.count == 1 ? nodes[0] : .row(nodes)
    }

    private func ends(_ token: FormulaToken, _ stop: Stop) -> Bool {
        switch token.kind {
        case .end, .close, .newRow, .align, .command("right"), .command("end"): return true
        case .character("]"): return stop == .bracket
        default: return false
        }
    }

    // MARK: Scripts

    /// One atom with its subscript, superscript and primes; nil for a command that draws nothing.
    private mutating func scripted() -> Formula.Node? {
        let first = peek()
        var base: Formula.Node?
        switch first.kind {
        case .sub, .sup, .prime: base = .row([])
        default: base = atom()
        }
        guard let base else { return nil }
        var sub: Formula.Node?
        var sup: Formula.Node?
        while true {
            let token = peek()
            switch token.kind {
            case .command("limits"), .command("nolimits"): position += 1
            case .sub:
                position += 1
                if sub != nil { report(token, "a second subscript", hint: "put both in braces: `x_{i j}`") }
                sub = argument(of: "_")
            case .sup:
                position += 1
                let exponent = argument(of: "^")
                if let primes = sup, !isPrimes(primes) {
                    report(token, "a second superscript", hint: "put both in braces: `x^{a b}`")
                    sup = exponent
                } else {
                    sup = joined(sup, exponent)
                }
            case .prime(let count):
                position += 1
                sup = joined(sup, .symbol(primes(count)))
            default: return attached(base, sub, sup)
            }
        }
    }

    private func attached(_ base: Formula.Node, _ sub: Formula.Node?, _ sup: Formula.Node?) -> Formula.Node {
        guard sub != nil || sup != nil else { return base }
        return takesLimits(base) ? .limits(base, under: sub, over: sup) : .script(base, sub: sub, sup: sup)
    }

    private func takesLimits(_ node: Formula.Node) -> Bool {
        switch node {
        case .largeOperator(let symbol): return !"∫∬∮".unicodeScalars.contains(symbol.unicodeScalars.first ?? " ")
        case .function(let name):
            switch name {
            case "lim", "liminf", "limsup", "max", "min", "sup", "inf", "argmax", "argmin", "det", "Pr": return true
            default: return false
            }
        case .accent(_, let accent): return accent == .overbrace || accent == .underbrace
        default: return false
        }
    }

    private func primes(_ count: Int) -> String {
        switch count {
        case 1: return "′"
        case 2: return "″"
        case 3: return "‴"
        default: return String(repeating: "′", count: min(count, 16))
        }
    }

    private func isPrimes(_ node: Formula.Node) -> Bool {
        if case .symbol(let symbol) = node {
            return symbol.unicodeScalars.first.map { "′″‴".unicodeScalars.contains($0) } ?? false
        }
        return false
    }

    private func joined(_ first: Formula.Node?, _ second: Formula.Node) -> Formula.Node {
        guard let first else { return second }
        if case .row(let nodes) = second { return .row([first] + nodes) }
        return .row([first, second])
    }

    // MARK: Atoms

    private mutating func atom() -> Formula.Node? {
        let token = take()
        switch token.kind {
        case .number(let digits): return .number(digits)
        case .character(let character): return node(for: character)
        case .open: return group(openedBy: token)
        case .command(let name): return command(name, token)
        case .prime, .sub, .sup, .close, .align, .newRow, .end:
            report(token, "`\(spelling(token))` has nothing to stand on")
            return nil
        }
    }

    /// The rest of a group whose brace has been taken.
    private mutating func group(openedBy brace: FormulaToken) -> Formula.Node {
        guard enter(brace) else { return .row([]) }
        defer { depth -= 1 }
        let inner = row(until: .group)
        close(with: .close, "`{` is never closed", openedAt: brace)
        return inner
    }

    mutating func enter(_ token: FormulaToken) -> Bool {
        guard depth < Self.depthLimit else {
            report(token, "the formula is nested more than \(Self.depthLimit) deep")
            position = tokens.count - 1
            return false
        }
        depth += 1
        return true
    }

    /// Takes the closing token. Another closer in its place is reported and left to whom it belongs.
    mutating func close(with kind: FormulaToken.Kind, _ message: String, openedAt token: FormulaToken) {
        if peek().kind == kind {
            position += 1
        } else {
            report(token, message)
        }
    }

    private func node(for scalar: Unicode.Scalar) -> Formula.Node? {
        switch scalar {
        case "-": return .symbol("−")
        case "*": return .symbol("∗")
        case "~": return .space(.medium)
        case "∑", "∏", "∫": return .largeOperator(String(Character(scalar)))
        case "∂", "∇", "∞", "ℓ", "ℝ", "…", "∅", "′": return .identifier(String(Character(scalar)))
        default:
            let text = String(Character(scalar))
            return scalar.properties.isAlphabetic ? .identifier(text) : .symbol(text)
        }
    }

    /// What `^`, `_`, `\frac` or an accent applies to: a group, or the next single token.
    mutating func argument(of owner: String) -> Formula.Node {
        let token = peek()
        switch token.kind {
        case .end, .close, .align, .newRow, .sub, .sup, .prime, .command("right"), .command("end"):
            report(token, "`\(owner)` needs something after it", hint: "write `\(owner){…}`")
            return .row([])
        case .number(let digits):
            // TeX takes one digit: \frac12 is one half, and x^12 is x¹2, which nobody means.
            guard digits.utf8.count > 1 else { break }
            if owner.utf8.first == UInt8(ascii: "\\") { return firstDigit(of: digits) }
            report(token, "only the first digit belongs to `\(owner)`", hint: "write `\(owner){\(digits)}`")
        default: break
        }
        return atom() ?? .row([])
    }

    /// Takes the first digit off the number that comes next.
    private mutating func firstDigit(of digits: String) -> Formula.Node {
        tokens[position].kind = .number(String(digits.dropFirst()))
        tokens[position].lower += 1
        return .number(String(digits.prefix(1)))
    }

    // MARK: Tokens

    func peek() -> FormulaToken { tokens[position] }

    /// The next token; the end is never passed.
    mutating func take() -> FormulaToken {
        let token = tokens[position]
        if position + 1 < tokens.count { position += 1 }
        return token
    }

    /// Past the limit nothing is reported, and no time spent on hints.
    var hasRoomForErrors: Bool { errors.count < Self.errorLimit }

    mutating func report(_ token: FormulaToken, _ message: String, hint: String = "") {
        guard hasRoomForErrors else { return }
        errors.append(FormulaError(lower: token.lower, upper: token.upper, message: message, hint: hint))
    }

    func spelling(_ token: FormulaToken) -> String {
        switch token.kind {
        case .command(let name): return "\\" + name
        case .number(let digits): return digits
        case .character(let character): return String(Character(character))
        case .open: return "{"
        case .close: return "}"
        case .sub: return "_"
        case .sup: return "^"
        case .align: return "&"
        case .newRow: return "\\\\"
        case .prime(let count): return String(repeating: "'", count: min(count, 16))
        case .end: return "end of the formula"
        }
    }
}
