import LessonModel

/// Formulas as MathML Core, which browsers draw themselves. Quantities carry the class of their colour.
extension HTMLWriter {
    mutating func math(_ formula: Formula) {
        open("math", formula.isDisplay ? [("display", "block")] : [])
        math(formula.root)
        close("math")
    }

    /// One child element, as scripts and fractions need it.
    private mutating func group(_ node: Formula.Node) {
        if case .row(let nodes) = node, nodes.count != 1 {
            element("mrow") { $0.row(nodes) }
        } else {
            math(node)
        }
    }

    private mutating func math(_ node: Formula.Node) {
        switch node {
        case .identifier(let name): element("mi", inkClass(node) + lone(name), text: name)
        case .number(let digits): element("mn", text: digits)
        case .symbol(let symbol): self.symbol(symbol)
        case .function(let name): element("mi", text: name)
        case .largeOperator(let symbol): element("mo", text: symbol)
        case .text(let words): element("mtext", text: words)
        case .row(let nodes): element("mrow") { $0.row(nodes) }
        case .fraction(let top, let bottom): fraction(top, bottom)
        case .binomial(let top, let bottom): binomial(top, bottom)
        case .squareRoot(let inner): element("msqrt") { $0.group(inner) }
        case .root(let inner, let index):
            element("mroot") {
                $0.group(inner)
                $0.group(index)
            }
        case .script(let base, let sub, let sup): script(base, sub, sup)
        case .limits(let base, let under, let over): limits(base, under, over)
        case .accent(let base, let accent): self.accent(base, accent)
        case .fenced(let open, let inner, let close): fenced(open, inner, close)
        case .grid(let grid): self.grid(grid)
        case .styled(let inner, let style): styled(inner, style)
        case .space(let space): element("mspace", [("width", width(of: space))]) { _ in }
        }
    }

    // MARK: Rows

    private mutating func row(_ nodes: [Formula.Node]) {
        var next = 0
        for (index, node) in nodes.enumerated() where index >= next {
            if let slope = slope(nodes[index...]) {
                element("mrow", [("class", "d")] + named(slope)) {
                    for part in nodes[index..<index + 5] { $0.math(part) }
                }
                next = index + 5
                continue
            }
            math(node)
            if isWord(node), index + 1 < nodes.count, needsSpace(nodes[index + 1]) {
                element("mspace", [("width", "0.167em")]) { _ in }
            }
        }
    }

    /// A slope on one line, `∂L/∂w`, is one quantity as the fraction is.
    private func slope(_ nodes: ArraySlice<Formula.Node>) -> Formula.Node? {
        guard nodes.count >= 5, isDifferential(nodes[nodes.startIndex]), isDifferential(nodes[nodes.startIndex + 3]),
            case .symbol("/") = nodes[nodes.startIndex + 2]
        else { return nil }
        let parts = Array(nodes.prefix(5))
        return .fraction(.row([parts[0], parts[1]]), .row([parts[3], parts[4]]))
    }

    private func isWord(_ node: Formula.Node) -> Bool {
        switch node {
        case .function: true
        case .script(let base, _, _): isWord(base)
        case .limits(let base, _, _): isWord(base)
        default: false
        }
    }

    /// `log x` needs a space; `log(x)` does not, and operators bring their own.
    private func needsSpace(_ node: Formula.Node) -> Bool {
        switch node {
        case .symbol, .fenced, .space: false
        default: true
        }
    }

    private mutating func symbol(_ symbol: String) {
        switch symbol {
        case "(", ")", "[", "]", "{", "}", "|", "‖", "⟨", "⟩", "⌈", "⌉", "⌊", "⌋", "/":
            element("mo", [("stretchy", "false")], text: symbol)
        default: element("mo", text: symbol)
        }
    }

    private func width(of space: Formula.Space) -> String {
        switch space {
        case .thin: "0.167em"
        case .medium: "0.278em"
        case .quad: "1em"
        case .doubleQuad: "2em"
        }
    }

    // MARK: Colour

    private func inkClass(_ node: Formula.Node) -> Attributes {
        guard case .identifier(let name) = node, let letter = name.unicodeScalars.first,
            name.unicodeScalars.count == 1, let className = Ink.ofSymbol(letter).className
        else { return [] }
        return [("class", className)]
    }

    /// The name by which a quantity lights up wherever it stands on the page.
    private func named(_ node: Formula.Node) -> Attributes {
        Self.symbol(PassQuantities.name(ofSymbol: Formula(source: "", root: node).plainText))
    }

    private func lone(_ name: String) -> Attributes {
        Self.symbol(PassQuantities.name(ofSymbol: name))
    }

    private func isDifferential(_ node: Formula.Node) -> Bool {
        switch node {
        case .identifier(let name): name == "∂"
        case .row(let nodes): nodes.first.map { isDifferential($0) } ?? false
        case .script(let base, _, _): isDifferential(base)
        default: false
        }
    }

    // MARK: Fractions, scripts, limits

    /// A slope is one quantity in one colour.
    private mutating func fraction(_ top: Formula.Node, _ bottom: Formula.Node) {
        let isSlope = isDifferential(top) && isDifferential(bottom)
        element("mfrac", isSlope ? [("class", "d")] + named(.fraction(top, bottom)) : []) {
            $0.group(top)
            $0.group(bottom)
        }
    }

    private mutating func binomial(_ top: Formula.Node, _ bottom: Formula.Node) {
        element("mrow") {
            $0.element("mo", text: "(")
            $0.element("mfrac", [("linethickness", "0")]) {
                $0.group(top)
                $0.group(bottom)
            }
            $0.element("mo", text: ")")
        }
    }

    private mutating func script(_ base: Formula.Node, _ sub: Formula.Node?, _ sup: Formula.Node?) {
        let ink = inkClass(base) + (sub == nil ? [] : named(.script(base, sub: sub, sup: nil)))
        if let sub, let sup {
            element("msubsup", ink) {
                $0.scriptBase(base)
                $0.group(sub)
                $0.group(sup)
            }
        } else if let sub {
            element("msub", ink) {
                $0.scriptBase(base)
                $0.group(sub)
            }
        } else if let sup {
            element("msup") {
                $0.scriptBase(base)
                $0.group(sup)
            }
        } else {
            group(base)
        }
    }

    /// The base of a script is no quantity of its own: `w₁` lights up, not `w`.
    private mutating func scriptBase(_ node: Formula.Node) {
        if case .identifier(let name) = node {
            element("mi", inkClass(node), text: name)
        } else {
            group(node)
        }
    }

    private mutating func limits(_ base: Formula.Node, _ under: Formula.Node?, _ over: Formula.Node?) {
        if let under, let over {
            element("munderover") {
                $0.group(base)
                $0.group(under)
                $0.group(over)
            }
        } else if let under {
            element("munder") {
                $0.group(base)
                $0.group(under)
            }
        } else if let over {
            element("mover") {
                $0.group(base)
                $0.group(over)
            }
        } else {
            group(base)
        }
    }

    private mutating func accent(_ base: Formula.Node, _ accent: Formula.Accent) {
        if accent.isBelow {
            element("munder", [("accentunder", "true")]) {
                $0.group(base)
                $0.element("mo", text: accent.character)
            }
        } else {
            let isWide = accent == .overline || accent == .overbrace
            element("mover", [("accent", "true")]) {
                $0.group(base)
                $0.element("mo", isWide ? [] : [("stretchy", "false")], text: accent.character)
            }
        }
    }

    // MARK: Groups

    private mutating func fenced(_ open: String, _ inner: Formula.Node, _ close: String) {
        element("mrow") {
            if !open.isEmpty { $0.element("mo", [("form", "prefix"), ("stretchy", "true")], text: open) }
            $0.group(inner)
            if !close.isEmpty { $0.element("mo", [("form", "postfix"), ("stretchy", "true")], text: close) }
        }
    }

    private mutating func grid(_ grid: Formula.Grid) {
        let open = grid.kind == .cases ? "{" : grid.open
        element("mrow") {
            if !open.isEmpty { $0.element("mo", [("form", "prefix"), ("stretchy", "true")], text: open) }
            $0.element("mtable", grid.kind == .aligned ? [("class", "aligned")] : []) {
                for row in grid.rows {
                    $0.element("mtr") {
                        for cell in row { $0.element("mtd") { $0.group(cell) } }
                    }
                }
            }
            if !grid.close.isEmpty, grid.kind == .matrix {
                $0.element("mo", [("form", "postfix"), ("stretchy", "true")], text: grid.close)
            }
        }
    }

    private mutating func styled(_ node: Formula.Node, _ style: Formula.Style) {
        switch node {
        case .identifier(let name):
            let isUpright = style != .italic
            element("mi", isUpright ? [("mathvariant", "normal")] : [], text: style.letters(name))
        case .number(let digits): element("mn", text: style.letters(digits))
        case .row(let nodes):
            element("mrow") { for inner in nodes { $0.styled(inner, style) } }
        case .script(let base, let sub, let sup): script(.styled(base, style), sub, sup)
        default: math(node)
        }
    }
}
