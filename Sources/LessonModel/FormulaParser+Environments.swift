extension FormulaParser {
    mutating func fenced(_ token: FormulaToken) -> Formula.Node {
        let open = delimiter(after: "left")
        let inner = row(until: .right)
        guard peek().kind == .command("right") else {
            report(token, "`\\left` without its `\\right`", hint: "close it with `\\right)`, or `\\right.` for nothing")
            return .fenced(open: open, inner, close: "")
        }
        position += 1
        return .fenced(open: open, inner, close: delimiter(after: "right"))
    }

    mutating func delimiter(after name: String) -> String {
        let start = position
        let token = take()
        switch token.kind {
        case .character("."): return ""
        case .character("<"): return "⟨"
        case .character(">"): return "⟩"
        case .character(let character):
            if !character.properties.isAlphabetic { return String(Character(character)) }
        case .command(let command):
            if case .node(.symbol(let symbol)) = FormulaCommands.meaning(of: command) { return symbol }
        default: break
        }
        position = start
        report(token, "`\\\(name)` needs a delimiter", hint: "such as `\\\(name)(`")
        return ""
    }

    mutating func environment(_ begin: FormulaToken) -> Formula.Node {
        let name = environmentName()
        guard var grid = Self.emptyGrid(name) else {
            report(
                begin, "`\\begin{\(name)}` is not in the TeX subset", hint: "known: matrix, pmatrix, cases, aligned")
            return .text("\\begin{" + name + "}")
        }
        if name == "array", peek().kind == .open { _ = environmentName() }
        var cells: [Formula.Node] = []
        while true {
            cells.append(row(until: .cell))
            let token = peek()
            switch token.kind {
            case .align: position += 1
            case .newRow:
                position += 1
                grid.rows.append(cells)
                cells = []
            case .command("end"):
                position += 1
                finish(&grid, cells, name, token)
                return .grid(grid)
            case .end, .close, .command("right"):
                report(begin, "`\\begin{\(name)}` without its `\\end{\(name)}`")
                grid.rows.append(cells)
                return .grid(grid)
            default: position += 1
            }
        }
    }

    /// A last row that holds nothing comes from a `\\` before `\end`.
    private mutating func finish(
        _ grid: inout Formula.Grid, _ cells: [Formula.Node], _ name: String, _ end: FormulaToken
    ) {
        if cells != [.row([])] || grid.rows.isEmpty { grid.rows.append(cells) }
        let closing = environmentName()
        if closing != name { report(end, "`\\end{\(closing)}` closes `\\begin{\(name)}`") }
    }

    private mutating func environmentName() -> String {
        guard peek().kind == .open else { return "" }
        position += 1
        var name = ""
        while true {
            let token = peek()
            switch token.kind {
            case .character(let character):
                if character != "*" { name.unicodeScalars.append(character) }
            case .close:
                position += 1
                return name
            default: return name
            }
            position += 1
        }
    }

    private static func emptyGrid(_ name: String) -> Formula.Grid? {
        switch name {
        case "matrix", "smallmatrix", "array": Formula.Grid(kind: .matrix, rows: [])
        case "pmatrix": Formula.Grid(kind: .matrix, open: "(", close: ")", rows: [])
        case "bmatrix": Formula.Grid(kind: .matrix, open: "[", close: "]", rows: [])
        case "Bmatrix": Formula.Grid(kind: .matrix, open: "{", close: "}", rows: [])
        case "vmatrix": Formula.Grid(kind: .matrix, open: "|", close: "|", rows: [])
        case "Vmatrix": Formula.Grid(kind: .matrix, open: "‖", close: "‖", rows: [])
        case "cases": Formula.Grid(kind: .cases, open: "{", rows: [])
        case "aligned", "align", "split", "gathered", "gather", "equation": Formula.Grid(kind: .aligned, rows: [])
        default: nil
        }
    }
}
