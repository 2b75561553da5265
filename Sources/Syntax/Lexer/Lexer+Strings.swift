import SourceText

extension Lexer {
    /// At the first quotation mark, after the number signs of a raw string.
    mutating func openString(hashes: Int) {
        let start = position - hashes
        var isMultiline = false
        if byte(position + 1) == 0x22 && byte(position + 2) == 0x22 && !isQuotedQuote(hashes) {
            isMultiline = true
            position += 3
            flags.insert(.multiline)
        } else {
            position += 1
        }
        emit(.stringStart, start, position)
        modes.append(.string(hashes: hashes, isMultiline: isMultiline, token: tokens.count - 1))
    }

    /// `#"""#` is a quotation mark in a raw string, not the start of several lines.
    private func isQuotedQuote(_ hashes: Int) -> Bool {
        guard hashes > 0 else { return false }
        return hasHashes(hashes, at: position + 3)
    }

    private func hasHashes(_ count: Int, at index: Int) -> Bool {
        var offset = 0
        while offset < count {
            if byte(index + offset) != 0x23 { return false }
            offset += 1
        }
        return true
    }

    /// Text up to an interpolation or to the end of the literal.
    mutating func stringPart(hashes: Int, isMultiline: Bool, opening: Int) {
        let begin = position
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x22, closes(hashes, isMultiline) {
                text(begin)
                return closeString((isMultiline ? 3 : 1) + hashes)
            }
            if byte == 0x5C && hasHashes(hashes, at: position + 1) {
                let next = position + 1 + hashes
                if self.byte(next) == 0x28 {
                    text(begin)
                    emit(.interpolationStart, position, next + 1)
                    position = next + 1
                    modes.append(.interpolation(parentheses: 0, isMultiline: isMultiline))
                    return
                }
                // What is escaped cannot end the literal; a line end is left for the check below.
                position = next
                if position < bytes.count && !isLineEnd(bytes[position]) { position += 1 }
                continue
            }
            if !isMultiline && isLineEnd(byte) { break }
            position += 1
        }
        text(begin)
        unterminated(opening, isMultiline)
        flags.insert(.faulty)
        closeString(0)
    }

    /// Inside an interpolation the literal around it is reported instead.
    private mutating func unterminated(_ opening: Int, _ isMultiline: Bool) {
        tokens[opening].flags.insert(.faulty)
        for mode in modes.dropLast() {
            if case .string(_, let isOuterMultiline, _) = mode, !isOuterMultiline || position >= bytes.count { return }
        }
        let start = Int(tokens[opening].lower)
        fault(
            .unterminatedString(isMultiline: isMultiline), start, isMultiline ? Int(tokens[opening].upper) : position)
    }

    private mutating func text(_ begin: Int) {
        if position > begin { emit(.stringText, begin, position) }
    }

    private func closes(_ hashes: Int, _ isMultiline: Bool) -> Bool {
        if isMultiline {
            return byte(position + 1) == 0x22 && byte(position + 2) == 0x22 && hasHashes(hashes, at: position + 3)
        }
        return hasHashes(hashes, at: position + 1)
    }

    private mutating func closeString(_ length: Int) {
        emit(.stringEnd, position, position + length)
        position += length
        modes.removeLast()
    }

    /// A line ended, or the file, inside `\(`: ends every literal that cannot go on.
    mutating func abandonInterpolation() {
        var outermost: Int?
        defer {
            if let outermost {
                fault(.unterminatedInterpolation, Int(tokens[outermost].lower), Int(tokens[outermost].upper))
            }
        }
        while let mode = modes.last {
            switch mode {
            case .interpolation(_, let isMultiline):
                if isMultiline && position < bytes.count { return }
                let kept = flags
                flags = [.faulty]
                emit(.interpolationEnd, position, position)
                flags = kept
                modes.removeLast()
            case .string(_, let isMultiline, let opening):
                if isMultiline && position < bytes.count { return }
                outermost = opening
                tokens[opening].flags.insert(.faulty)
                let kept = flags
                flags = [.faulty]
                emit(.stringEnd, position, position)
                flags = kept
                modes.removeLast()
            }
        }
    }
}
