extension FormulaParser {
    mutating func command(_ name: String, _ token: FormulaToken) -> Formula.Node? {
        guard let meaning = FormulaCommands.meaning(of: name) else {
            let nearest = hasRoomForErrors ? FormulaCommands.nearest(to: name) : nil
            report(token, "`\\\(name)` is not in the TeX subset", hint: nearest.map { "did you mean `\\\($0)`?" } ?? "")
            return .text("\\" + name)
        }
        switch meaning {
        case .node(let node): return node
        case .nothing: return nil
        case .accent(let accent): return within(token) { .accent($0.argument(of: "\\" + name), accent) } ?? .row([])
        case .style(let style): return within(token) { $0.styled(name, style) } ?? .row([])
        case .words: return words(name, token)
        case .structure: return within(token) { $0.structure(name, token) } ?? .row([])
        }
    }

    /// Commands that take arguments nest as braces do: `\hat\hat\hat …` must not exhaust the stack.
    private mutating func within(
        _ token: FormulaToken, _ body: (inout FormulaParser) -> Formula.Node?
    ) -> Formula.Node? {
        guard enter(token) else { return nil }
        let node = body(&self)
        depth -= 1
        return node
    }

    private mutating func styled(_ name: String, _ style: Formula.Style) -> Formula.Node {
        let inner = argument(of: "\\" + name)
        if style == .upright, let word = letters(inner) { return .text(word) }
        return .styled(inner, style)
    }

    /// The word that a row of single letters and digits spells.
    private func letters(_ node: Formula.Node) -> String? {
        switch node {
        case .identifier(let letter), .number(let letter): return letter
        case .row(let nodes):
            var word = ""
            for node in nodes {
                guard let letter = letters(node) else { return nil }
                word += letter
            }
            return word
        default: return nil
        }
    }

    /// The group after `\text` with its spaces, which the tokens no longer have: so they are read off the gaps.
    private mutating func words(_ name: String, _ token: FormulaToken) -> Formula.Node {
        guard peek().kind == .open else {
            report(token, "`\\\(name)` needs braces", hint: "write `\\\(name){words}`")
            return .row([])
        }
        var end = take().upper
        var text = ""
        var level = 0
        while true {
            let piece = take()
            if piece.kind == .end {
                report(token, "`{` is never closed")
                break
            }
            if piece.lower > end { text += " " }
            end = piece.upper
            if piece.kind == .close, level == 0 { break }
            if piece.kind == .open {
                level += 1
            } else if piece.kind == .close {
                level -= 1
            } else {
                text += words(piece)
            }
        }
        return name == "operatorname" ? .function(text) : .text(text)
    }

    private func words(_ token: FormulaToken) -> String {
        guard case .command(let name) = token.kind else { return spelling(token) }
        switch FormulaCommands.meaning(of: name) {
        case .node(.symbol(let text)), .node(.identifier(let text)): return text
        case .node(.space): return " "
        default: return "\\" + name
        }
    }

    private mutating func structure(_ name: String, _ token: FormulaToken) -> Formula.Node? {
        switch name {
        case "frac", "dfrac", "tfrac":
            let top = argument(of: "\\" + name)
            return .fraction(top, argument(of: "\\" + name))
        case "binom":
            let top = argument(of: "\\binom")
            return .binomial(top, argument(of: "\\binom"))
        case "sqrt": return squareRoot()
        case "left": return fenced(token)
        case "begin": return environment(token)
        case "not": return negated(token)
        case "overset", "stackrel":
            let over = argument(of: "\\" + name)
            return .limits(argument(of: "\\" + name), under: nil, over: over)
        case "underset":
            let under = argument(of: "\\underset")
            return .limits(argument(of: "\\underset"), under: under, over: nil)
        case "boxed": return argument(of: "\\boxed")
        case "argmax", "argmin": return .function(name)
        case "bmod": return .symbol("mod")
        case "pmod": return .row([.symbol("("), .function("mod"), argument(of: "\\pmod"), .symbol(")")])
        case "right", "end": return nil
        default: return .symbol(delimiter(after: name))
        }
    }

    private mutating func squareRoot() -> Formula.Node {
        guard peek().kind == .character("[") else { return .squareRoot(argument(of: "\\sqrt")) }
        let bracket = take()
        let index = row(until: .bracket)
        close(with: .character("]"), "`[` is never closed", openedAt: bracket)
        return .root(argument(of: "\\sqrt"), index: index)
    }

    private mutating func negated(_ token: FormulaToken) -> Formula.Node {
        let inner = argument(of: "\\not")
        guard case .symbol(let symbol) = inner else { return inner }
        switch symbol {
        case "=": return .symbol("≠")
        case "∈": return .symbol("∉")
        default: return .symbol(symbol + "\u{338}")
        }
    }
}
