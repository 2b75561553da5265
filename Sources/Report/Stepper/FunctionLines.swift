import LessonModel

/// Which lines of a cell belong to one function.
enum FunctionLines {
    /// Whether two lines stand in the same function, or both in none: told by their braces.
    static func contains(_ first: Int, and second: Int, in cell: Cell) -> Bool {
        let owner = owners(cell)
        let a = first - cell.firstLine
        let b = second - cell.firstLine
        guard owner.indices.contains(a), owner.indices.contains(b) else { return false }
        return owner[a] == owner[b] && owner[a] != 0
    }

    /// Whether a line stands in no function.
    static func isOutside(_ line: Int, in cell: Cell) -> Bool {
        let owner = owners(cell)
        let index = line - cell.firstLine
        return !owner.indices.contains(index) || owner[index] == 0
    }

    /// The code of the function that a line of the lesson stands in, or, outside functions, of its cell without them.
    static func source(around line: Int, in document: Document) -> String? {
        for cell in document.cells {
            let lines = SafeText.lines(cell.source)
            let index = line - cell.firstLine
            guard lines.indices.contains(index) else { continue }
            let owners = owners(cell)
            var text = ""
            for (place, content) in lines.enumerated() where owners.indices.contains(place) {
                if owners[place] == owners[index] { text += content + "\n" }
            }
            return text
        }
        return nil
    }

    /// For each line the number of the function around it, from 1; 0 outside.
    private static func owners(_ cell: Cell) -> [Int] {
        var owners: [Int] = []
        var depth = 0
        var function = 0
        var count = 0
        for pieces in CodeColours.lines(of: cell.source) {
            var isHead = false
            for piece in pieces where piece.ink == .strong && piece.text == "func" { isHead = true }
            if isHead, depth == 0 {
                count += 1
                function = count
            }
            owners.append(function)
            for piece in pieces where piece.ink != .soft {
                for byte in piece.text.utf8 {
                    if byte == 0x7B { depth += 1 }
                    if byte == 0x7D { depth -= 1 }
                }
            }
            if depth <= 0 {
                depth = 0
                function = 0
            }
        }
        return owners
    }
}
