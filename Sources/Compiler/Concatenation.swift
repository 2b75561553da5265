import Machine
import Semantics

/// `a + b + c` of strings, without a string for each `+`; and `s += a + String(n)`, without any besides `s`.
extension FunctionCompiler {
    /// What is joined: a string, or the Int whose text it is.
    private struct Piece {
        var value: TypedExpression
        var isNumber: Bool
    }

    /// Nil where there is only one `+`, between strings, or a stepper wants to see each.
    func concatenation(_ values: [TypedExpression], _ result: ValueLayout, _ target: Int?) -> Operand? {
        guard !isStepping, values.count == 2 else { return nil }
        let pieces = pieces(of: values[0]) + [piece(values[1])]
        guard pieces.count > 2 || pieces.contains(where: { $0.isNumber }) else { return nil }
        let register = target ?? allocate(1)
        let mark = next
        let depth = cleanups.count
        let operands = operands(pieces.map { $0.value })
        let joined = join(pieces, operands)
        popCleanups(to: depth)
        next = mark
        emit(.move, a: register, b: joined)
        return own(register, result)
    }

    /// `s += …` on a variable in a register. False, and nothing emitted, where the whole has to be made first.
    func appendParts(of value: TypedExpression, to register: Int) -> Bool {
        guard !isStepping else { return false }
        let pieces = pieces(of: value)
        guard pieces.count > 1 || pieces[0].isNumber else { return false }
        let operands = operands(pieces.map { $0.value })
        // What is borrowed from elsewhere might be the very text that changes.
        let areApart = zip(pieces, operands).allSatisfy { piece, operand in
            if piece.isNumber || operand.hold == .owned { return true }
            if case .string = piece.value.kind { return true }
            guard case .variable(let variable) = piece.value.kind, case .registers(let other) = home(of: variable)
            else { return false }
            return other != register && operand.register == other
        }
        if areApart {
            for (piece, operand) in zip(pieces, operands) { append(piece, operand, to: register) }
        } else {
            let joined = join(pieces, operands)
            emit(.stringAppend, a: register, b: joined)
            emit(.release, a: joined)
        }
        return true
    }

    /// An owned string in a register that nothing else uses.
    private func join(_ pieces: [Piece], _ operands: [Operand]) -> Int {
        let register = allocate(1)
        var done = 1
        if pieces[0].isNumber {
            emit(.describe, a: register, b: operands[0].register, x: Int(Describable.int.rawValue))
        } else if pieces.count > 1 && !pieces[1].isNumber {
            emit(.stringConcatenate, a: register, b: operands[0].register, c: operands[1].register)
            done = 2
        } else {
            emit(.copyReference, a: register, b: operands[0].register)
        }
        for index in done..<pieces.count { append(pieces[index], operands[index], to: register) }
        return register
    }

    private func append(_ piece: Piece, _ operand: Operand, to register: Int) {
        if piece.isNumber {
            emit(.stringAppendValue, a: register, b: operand.register, x: Int(Describable.int.rawValue))
        } else {
            emit(.stringAppend, a: register, b: operand.register)
        }
    }

    /// The operands of the `+`s on the left of an expression, in order.
    private func pieces(of expression: TypedExpression) -> [Piece] {
        var pieces: [Piece] = []
        var rest = expression
        while let (native, arguments) = nativeCall(rest), native == "string.concatenate", arguments.count == 2,
            case .value(let left) = arguments[0], case .value(let right) = arguments[1]
        {
            pieces.append(piece(right))
            rest = left
        }
        pieces.append(piece(rest))
        return pieces.reversed()
    }

    private func piece(_ expression: TypedExpression) -> Piece {
        if case .call(.initializer(let reference, _), let arguments) = expression.kind,
            reference.decl.native == "int.description", case .value(let number)? = arguments.first
        {
            return Piece(value: number, isNumber: true)
        }
        return Piece(value: expression, isNumber: false)
    }
}
