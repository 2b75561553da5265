/// For every opening bracket the index of the token that closes it, found once: the parser looks behind a pair of
/// brackets, and leaves a faulty one, without reading what is between.
struct Brackets {
    private struct Open {
        var index: Int32
        var kind: Token.Kind
        /// Parentheses and square brackets that are open since the last brace, this one included.
        var parentheses: Int32
        var squares: Int32
    }
    /// -1 for an opening bracket that is never closed and for every other token.
    private(set) var partners: [Int32]

    init(_ tokens: [Token]) {
        partners = [Int32](repeating: -1, count: tokens.count)
        var stack: [Open] = []
        var index: Int32 = 0
        for token in tokens {
            switch token.kind {
            case .leftParen, .leftBracket, .leftBrace, .interpolationStart:
                let isWall = token.kind == .leftBrace || token.kind == .interpolationStart
                var open = Open(index: index, kind: token.kind, parentheses: 0, squares: 0)
                if !isWall, let last = stack.last {
                    open.parentheses = last.parentheses
                    open.squares = last.squares
                }
                if token.kind == .leftParen { open.parentheses += 1 }
                if token.kind == .leftBracket { open.squares += 1 }
                stack.append(open)
            case .rightParen where (stack.last?.parentheses ?? 0) > 0: close(.leftParen, index, &stack)
            case .rightBracket where (stack.last?.squares ?? 0) > 0: close(.leftBracket, index, &stack)
            case .rightBrace: closeBrace(index, &stack)
            case .interpolationEnd: close(.interpolationStart, index, &stack)
            default: break
            }
            index += 1
        }
    }

    private mutating func close(_ kind: Token.Kind, _ index: Int32, _ stack: inout [Open]) {
        while let open = stack.popLast() {
            if open.kind == kind {
                partners[Int(open.index)] = index
                return
            }
        }
    }

    /// A brace closes past forgotten parentheses, but never past the start of an interpolation.
    private mutating func closeBrace(_ index: Int32, _ stack: inout [Open]) {
        var depth = stack.count
        while depth > 0 && stack[depth - 1].kind != .leftBrace && stack[depth - 1].kind != .interpolationStart {
            depth -= 1
        }
        guard depth > 0 else {
            stack.removeAll(keepingCapacity: true)
            return
        }
        stack.removeLast(stack.count - depth)
        if stack[depth - 1].kind == .leftBrace {
            partners[Int(stack[depth - 1].index)] = index
            stack.removeLast()
        }
    }
}
