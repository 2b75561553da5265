extension Formula {
    /// The formula in Unicode on one line, for terminals, headings and labels: `∂L/∂w₁`, `x²`, `σ′(z)`, `(a + b)/2`.
    ///
    /// Parentheses stand only where the line would else read differently. O(length).
    public var plainText: String {
        FormulaTextWriter().text(root)
    }
}

private struct FormulaTextWriter {
    func text(_ node: Formula.Node) -> String {
        switch node {
        case .identifier(let name), .number(let name), .text(let name), .function(let name): return name
        case .symbol(let symbol): return symbol
        case .largeOperator(let symbol): return symbol
        case .row(let nodes): return row(nodes)
        case .fraction(let top, let bottom): return operand(top, below: false) + "/" + operand(bottom, below: true)
        case .binomial(let top, let bottom): return "C(" + text(top) + ", " + text(bottom) + ")"
        case .squareRoot(let inner): return isAtom(inner) ? "√" + text(inner) : "√(" + text(inner) + ")"
        case .root(let inner, let index): return script(text(index), raised: true) + "√" + atom(inner)
        case .script(let base, let sub, let sup): return scripted(base, sub, sup)
        case .limits(let base, let under, let over): return limited(base, under, over)
        case .accent(let base, let accent): return accented(base, accent)
        case .fenced(let open, let inner, let close): return open + text(inner) + close
        case .grid(let grid): return self.grid(grid)
        case .styled(let inner, .bold): return text(inner)  // few terminal faces have the bold letters
        case .styled(let inner, let style): return style.letters(text(inner))
        // Unbreakable, so that they stay as wide as they are.
        case .space(.thin): return ""
        case .space(.doubleQuad): return "\u{A0}\u{A0}\u{A0}\u{A0}"
        case .space: return "\u{A0}\u{A0}"
        }
    }

    // MARK: Rows

    /// Binary operators and relations stand between spaces; signs, and what touches in print, touch here. Beside a
    /// fraction a product shows its dot: `η · ∂L/∂w`, where print has the fraction's own width.
    private func row(_ nodes: [Formula.Node]) -> String {
        var line = ""
        var previous: Formula.Node?
        var endsInMark = false
        for (index, node) in nodes.enumerated() {
            let piece = text(node)
            if piece.isEmpty { continue }
            if isInfix(node), let left = previous, endsOperand(left) {
                let next = index + 1 < nodes.count ? nodes[index + 1] : nil
                let isTight = (piece == "·" || piece == "/") && !isFraction(left) && !isFraction(next)
                line += isTight ? piece : (line.utf8.last == 0x20 ? "" : " ") + piece + " "
            } else if case .symbol(let symbol) = node, symbol == "," || symbol == ";" {
                line += symbol + " "
            } else if multipliesFraction(previous, node) {
                line += " · " + piece
            } else {
                if needsGap(previous, node) || endsInMark && isOperand(node), !line.isEmpty, line.utf8.last != 0x20 {
                    line += " "
                }
                line += line.utf8.last == 0x20 && piece.utf8.first == 0x20 ? String(piece.dropFirst()) : piece
            }
            previous = node
            // A script written with a mark, `∇_θ`, would run into what follows.
            endsInMark = piece.utf8.contains(0x5E) || piece.utf8.contains(0x5F)
        }
        while line.utf8.last == 0x20 { line.removeLast() }
        return line
    }

    private func isFraction(_ node: Formula.Node?) -> Bool {
        if case .fraction = node { return true }
        return false
    }

    private func multipliesFraction(_ left: Formula.Node?, _ right: Formula.Node) -> Bool {
        guard let left, isFraction(left) || isFraction(right) else { return false }
        if isFraction(left), case .symbol(let symbol) = right { return FormulaSymbols.isOpening(symbol) }
        if case .symbol(let symbol) = left { return FormulaSymbols.isClosing(symbol) }
        return isOperand(left) && isOperand(right)
    }

    private func isOperand(_ node: Formula.Node) -> Bool {
        switch node {
        case .symbol, .space, .text, .grid: return false
        default: return !isWord(node)
        }
    }

    private func isInfix(_ node: Formula.Node) -> Bool {
        guard case .symbol(let symbol) = node else { return false }
        return FormulaSymbols.isInfix(symbol)
    }

    /// Whether an operator after the node has a left operand; otherwise it is a sign.
    private func endsOperand(_ node: Formula.Node) -> Bool {
        switch node {
        case .symbol(let symbol):
            return !FormulaSymbols.isInfix(symbol) && !FormulaSymbols.isOpening(symbol)
                && symbol != ","
        case .space, .largeOperator, .function: return false
        default: return true
        }
    }

    /// `log x`, `∑ᵢ wᵢ`, `x log y` and `2 sin x` need a space where print has a thin one.
    private func needsGap(_ left: Formula.Node?, _ right: Formula.Node) -> Bool {
        guard let left else { return false }
        if isWord(right) { return endsOperand(left) || isWord(left) }
        if isLargeOperator(left) { return true }
        guard isWord(left) else { return false }
        switch right {
        case .symbol(let symbol): return !FormulaSymbols.isOpening(symbol) && !FormulaSymbols.isClosing(symbol)
        case .fenced, .space: return false
        default: return true
        }
    }

    private func isLargeOperator(_ node: Formula.Node) -> Bool {
        switch node {
        case .largeOperator: return true
        case .script(let base, _, _): return isLargeOperator(base)
        case .limits(let base, _, _): return isLargeOperator(base)
        default: return false
        }
    }

    private func isWord(_ node: Formula.Node) -> Bool {
        switch node {
        case .function, .largeOperator: return true
        case .script(let base, _, _): return isWord(base)
        case .limits(let base, _, _): return isWord(base)
        default: return false
        }
    }

    // MARK: Fractions

    /// Products stay bare above the line (`∂L/∂w`, `2x/3`); below it only what reads as one quantity does.
    private func operand(_ node: Formula.Node, below: Bool) -> String {
        let line = text(node)
        if isAtom(node) { return line }
        guard case .row(let nodes) = node else { return "(" + line + ")" }
        if isDifferential(nodes) { return line }
        if !below && isProduct(nodes) { return line }
        return "(" + line + ")"
    }

    private func atom(_ node: Formula.Node) -> String {
        isAtom(node) ? text(node) : "(" + text(node) + ")"
    }

    private func isAtom(_ node: Formula.Node) -> Bool {
        switch node {
        case .identifier, .number, .text, .function, .binomial, .squareRoot, .accent, .styled: return true
        case .fenced(let open, _, let close): return !open.isEmpty && !close.isEmpty
        case .script(let base, _, _): return isAtom(base)
        case .row(let nodes): return nodes.count == 1 && isAtom(nodes[0])
        default: return false
        }
    }

    /// `∂L`, `∂w₁`, `dx`, `∂²L`: a differential sign and one quantity.
    private func isDifferential(_ nodes: [Formula.Node]) -> Bool {
        guard nodes.count == 2, isAtom(nodes[1]) else { return false }
        switch nodes[0] {
        case .identifier(let name): return name == "∂" || name == "d" || name == "∇" || name == "Δ"
        case .script(.identifier(let name), nil, _): return name == "∂" || name == "d" || name == "∇"
        default: return false
        }
    }

    private func isProduct(_ nodes: [Formula.Node]) -> Bool {
        for node in nodes where !isAtom(node) {
            guard case .symbol(let symbol) = node, symbol == "·" else { return false }
        }
        return true
    }

    // MARK: Scripts, limits, accents

    private func scripted(_ base: Formula.Node, _ sub: Formula.Node?, _ sup: Formula.Node?) -> String {
        var line = isAtom(base) || isWord(base) || isLone(base) ? text(base) : "(" + text(base) + ")"
        if let sub { line += script(text(sub), raised: false) }
        if let sup { line += script(text(sup), raised: true) }
        return line
    }

    /// A single symbol, such as a closing parenthesis that carries an exponent.
    private func isLone(_ node: Formula.Node) -> Bool {
        if case .symbol = node { return true }
        if case .row(let nodes) = node { return nodes.isEmpty }
        return false
    }

    private func script(_ line: String, raised: Bool) -> String {
        if let small = FormulaSymbols.small(line, raised: raised) { return small }
        let mark = raised ? "^" : "_"
        return line.unicodeScalars.count == 1 ? mark + line : mark + "(" + line + ")"
    }

    private func limited(_ base: Formula.Node, _ under: Formula.Node?, _ over: Formula.Node?) -> String {
        switch base {
        case .accent(let inner, .underbrace): return text(inner) + label(under)
        case .accent(let inner, .overbrace): return text(inner) + label(over)
        default: return scripted(base, under, over)
        }
    }

    private func label(_ node: Formula.Node?) -> String {
        guard let node else { return "" }
        return " [" + text(node) + "]"
    }

    private func accented(_ base: Formula.Node, _ accent: Formula.Accent) -> String {
        let line = text(base)
        guard let mark = accent.combining else { return line }
        if line.unicodeScalars.count == 1 { return line + mark }
        return FormulaSymbols.accentName(accent) + "(" + line + ")"
    }

    // MARK: Grids

    private func grid(_ grid: Formula.Grid) -> String {
        var rows: [String] = []
        for row in grid.rows {
            var cells: [String] = []
            for cell in row { cells.append(text(cell)) }
            rows.append(joined(cells, grid.kind == .aligned ? " " : grid.kind == .cases ? "  " : ", "))
        }
        switch grid.kind {
        case .aligned: return joined(rows, "\n")
        case .cases: return "{ " + joined(rows, "; ")
        case .matrix:
            return (grid.open.isEmpty ? "[" : grid.open) + joined(rows, "; ")
                + (grid.close.isEmpty ? "]" : grid.close)
        }
    }

    private func joined(_ pieces: [String], _ separator: String) -> String {
        var line = ""
        for (index, piece) in pieces.enumerated() { line += index == 0 ? piece : separator + piece }
        return line
    }
}
