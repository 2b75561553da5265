extension Lexer {
    /// Spaces, line ends and comments; leaves in `flags` what the next token has in front of it.
    mutating func skipBlanks() {
        let start = position
        loop: while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0B, 0x0C:
                position += 1
            case 0x0A, 0x0D:
                flags.insert(.afterNewline)
                position += 1
            case 0x2F:
                let next = byte(position + 1)
                if next == 0x2F {
                    lineComment()
                } else if next == 0x2A {
                    blockComment()
                } else {
                    break loop
                }
            default:
                break loop
            }
        }
        if position > start {
            flags.insert(.afterSpace)
            if !tokens.isEmpty { tokens[tokens.count - 1].flags.insert(.beforeSpace) }
        }
    }

    private mutating func lineComment() {
        let start = position
        while position < bytes.count && !isLineEnd(bytes[position]) { position += 1 }
        if keepsComments { comment(.lineComment, start) }
    }

    private mutating func comment(_ kind: Token.Kind, _ start: Int) {
        let kept = flags
        emit(kind, start, position)
        flags = kept
    }

    /// `/* … */`, which nest.
    private mutating func blockComment() {
        let start = position
        var depth = 1
        position += 2
        while depth > 0 {
            if position >= bytes.count {
                fault(.unterminatedComment, start, start + 2)
                break
            }
            let byte = bytes[position]
            if byte == 0x2A && self.byte(position + 1) == 0x2F {
                depth -= 1
                position += 2
            } else if byte == 0x2F && self.byte(position + 1) == 0x2A {
                depth += 1
                position += 2
            } else {
                if isLineEnd(byte) { flags.insert(.afterNewline) }
                position += 1
            }
        }
        if keepsComments { comment(.blockComment, start) }
    }
}
