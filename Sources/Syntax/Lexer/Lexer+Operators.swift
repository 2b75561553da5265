/// Swift decides by the blanks around an operator whether it is prefix, postfix or infix ("Operators", The Swift
/// Programming Language): bound on both sides or on neither is infix.
extension Lexer {
    /// Whether what stands in front of a place touches it.
    func isLeftBound(_ index: Int) -> Bool {
        if index == 0 { return false }
        switch bytes[index - 1] {
        case 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x28, 0x5B, 0x7B, 0x2C, 0x3B, 0x3A: return false
        case 0x2F:
            // The end of a comment counts as a blank.
            return !(index >= 2 && bytes[index - 2] == 0x2A && flags.contains(.afterSpace))
        default: return !(index == 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF)
        }
    }

    /// Whether what follows touches it. `end` is one past the operator.
    func isRightBound(_ end: Int, isLeftBound: Bool) -> Bool {
        switch byte(end) {
        case 0, 0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x29, 0x5D, 0x7D, 0x2C, 0x3B, 0x3A: return false
        case 0x2E: return !isLeftBound
        case 0x2F: return byte(end + 1) != 0x2F && byte(end + 1) != 0x2A
        default: return true
        }
    }

    /// `.`, or an operator that begins with a dot.
    mutating func period() {
        let next = byte(position + 1)
        if next == 0x2E || Scalars.isOperatorByte(next) && !startsComment(position + 1) {
            if next != 0x21 && next != 0x3F { return operatorToken() }
        }
        let left = isLeftBound(position)
        let right = isRightBound(position + 1, isLeftBound: left)
        if left && !right && !isLineEnd(byte(position + 1)) && byte(position + 1) == 0x20 {
            fault(.spaceAfterPeriod, position, position + 1)
        }
        emit(left ? .period : .prefixPeriod, position, position + 1)
        position += 1
    }

    private func startsComment(_ index: Int) -> Bool {
        byte(index) == 0x2F && (byte(index + 1) == 0x2F || byte(index + 1) == 0x2A)
    }

    mutating func operatorToken() {
        let start = position
        let mayHoldPeriods = bytes[position] == 0x2E
        while position < bytes.count {
            let byte = bytes[position]
            if byte >= 0x80 {
                let (value, length) = scalar(at: position)
                guard Scalars.continuesOperator(value) else { break }
                position += length
            } else if Scalars.isOperatorByte(byte) || byte == 0x2E && mayHoldPeriods {
                if startsComment(position) && position > start { break }
                if byte == 0x2A && self.byte(position + 1) == 0x2F && position == start { return strayCommentEnd() }
                position += 1
            } else {
                break
            }
        }
        classify(start)
    }

    private mutating func strayCommentEnd() {
        fault(.strayCommentEnd, position, position + 2)
        position += 2
        flags.insert(.afterSpace)
    }

    private mutating func classify(_ start: Int) {
        let left = isLeftBound(start)
        let right = isRightBound(position, isLeftBound: left)
        let length = position - start
        if length == 1 {
            switch bytes[start] {
            case 0x3D:
                if left != right { fault(.unevenSpacesAroundEqual, start, position) }
                return emit(.equal, start, position)
            case 0x26 where !left && right: return emit(.prefixAmpersand, start, position)
            case 0x3F: return emit(.infixQuestion, start, position)
            default: break
            }
        } else if length == 2 && bytes[start] == 0x2D && bytes[start + 1] == 0x3E {
            return emit(.arrow, start, position)
        }
        emit(left == right ? .binaryOperator : left ? .postfixOperator : .prefixOperator, start, position)
    }
}
