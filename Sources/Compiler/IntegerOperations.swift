import Machine
import Semantics

/// `int.*` and the family `integer.*`, whose width is that of `Self`.
extension NativeForm {
    var integerKind: IntegerKind {
        switch self {
        case .integer(8, true): .signed8
        case .integer(16, true): .signed16
        case .integer(32, true): .signed32
        case .integer(8, false): .unsigned8
        case .integer(16, false): .unsigned16
        case .integer(32, false): .unsigned32
        case .integer(_, false): .unsigned64
        default: .signed64
        }
    }
}

extension IntegerKind {
    var isUnsigned: Bool { rawValue >= IntegerKind.unsigned8.rawValue }
    var bits: Int { 8 << (Int(rawValue) & 3) }
    /// As a word: that of `UInt64.max` is −1.
    var greatest: Int64 { isUnsigned ? (bits == 64 ? -1 : 1 << Int64(bits) - 1) : Int64.max >> Int64(64 - bits) }
    var least: Int64 { isUnsigned ? 0 : Int64.min >> Int64(64 - bits) }
}

extension FunctionCompiler {
    func integerOperation(
        _ name: String, _ form: NativeForm, _ reference: FunctionReference, _ operands: [Operand], _ register: Int
    ) -> Bool {
        let kind = form.integerKind
        return arithmetic(name, kind, operands, register) || comparison(name, kind, operands, register)
            || bitOperation(name, kind, operands, register)
            || integerConversion(name, kind, reference, operands, register)
    }

    private func arithmetic(_ name: String, _ kind: IntegerKind, _ operands: [Operand], _ register: Int) -> Bool {
        let assigns = name.hasSuffix("Assign")
        let destination = assigns ? operands[0].register : register
        func checked(_ signed: Opcode, _ unsigned: Opcode, _ wrapping: Opcode, _ symbol: ArithmeticOperator) {
            let isWide = kind.bits == 64
            binary(isWide ? (kind.isUnsigned ? unsigned : signed) : wrapping, operands, register, assigns: assigns)
            if !isWide {
                emit(.narrow, a: destination, b: destination, c: Int(symbol.rawValue) + 1, x: Int(kind.rawValue))
            }
        }
        switch name {
        case "add", "addAssign": checked(.addInt, .addUnsigned, .addWrapping, .add)
        case "subtract", "subtractAssign": checked(.subtractInt, .subtractUnsigned, .subtractWrapping, .subtract)
        case "multiply", "multiplyAssign": checked(.multiplyInt, .multiplyUnsigned, .multiplyWrapping, .multiply)
        case "divide", "divideAssign": checked(.divideInt, .divideUnsigned, .divideInt, .divide)
        case "remainder", "remainderAssign": checked(.remainderInt, .remainderUnsigned, .remainderInt, .remainder)
        case "negate":
            emit(.negateInt, a: register, b: operands[0].register)
            if kind.bits < 64 {
                emit(
                    .narrow, a: register, b: register, c: Int(ArithmeticOperator.negate.rawValue) + 1,
                    x: Int(kind.rawValue))
            }
        case "wrappingAdd": wrapping(.addWrapping, kind, operands, register)
        case "wrappingSubtract": wrapping(.subtractWrapping, kind, operands, register)
        case "wrappingMultiply": wrapping(.multiplyWrapping, kind, operands, register)
        default: return false
        }
        return true
    }

    private func wrapping(_ opcode: Opcode, _ kind: IntegerKind, _ operands: [Operand], _ register: Int) {
        binary(opcode, operands, register)
        wrap(register, kind)
    }

    private func wrap(_ register: Int, _ kind: IntegerKind) {
        if kind.bits < 64 { emit(.wrap, a: register, b: register, x: Int(kind.rawValue)) }
    }

    private func comparison(_ name: String, _ kind: IntegerKind, _ operands: [Operand], _ register: Int) -> Bool {
        let isWideUnsigned = kind == .unsigned64
        switch name {
        case "equal": binary(.equalInt, operands, register)
        case "notEqual": binary(.notEqualInt, operands, register)
        case "less": binary(isWideUnsigned ? .lessUnsigned : .lessInt, operands, register)
        case "lessOrEqual": binary(isWideUnsigned ? .lessEqualUnsigned : .lessEqualInt, operands, register)
        case "greater": binary(isWideUnsigned ? .lessUnsigned : .lessInt, operands, register, swapped: true)
        case "greaterOrEqual":
            binary(isWideUnsigned ? .lessEqualUnsigned : .lessEqualInt, operands, register, swapped: true)
        default: return false
        }
        return true
    }

    private func bitOperation(_ name: String, _ kind: IntegerKind, _ operands: [Operand], _ register: Int) -> Bool {
        let assigns = name.hasSuffix("Assign")
        switch name {
        case "and", "andAssign": binary(.and, operands, register, assigns: assigns)
        case "or", "orAssign": binary(.or, operands, register, assigns: assigns)
        case "xor", "xorAssign": binary(.xor, operands, register, assigns: assigns)
        case "not":
            emit(.complement, a: register, b: operands[0].register)
            wrap(register, kind)
        case "shiftLeft":
            binary(.shiftLeft, operands, register)
            wrap(register, kind)
        case "shiftRight":
            binary(kind.isUnsigned ? .shiftRightUnsigned : .shiftRight, operands, register)
            wrap(register, kind)
        case "bitWidth": loadConstant(Int64(kind.bits), into: register)
        case "max": loadConstant(kind.greatest, into: register)
        case "min": loadConstant(kind.least, into: register)
        case "magnitude":
            let end = assembler.newLabel()
            let answer = allocate(1)
            move(1, from: operands[0].register, to: answer)
            assembler.branch(.branchGreaterEqualImmediate, a: answer, b: 0, to: end)
            emit(.complement, a: answer, b: answer)
            emit(.addWrapping, a: answer, b: answer, c: constant(1))
            assembler.place(end)
            move(1, from: answer, to: register)
        case "description":
            emit(
                .describe, a: register, b: operands[0].register,
                x: Int((kind == .unsigned64 ? Describable.unsigned : .int).rawValue))
        case "leadingZeroBitCount", "trailingZeroBitCount", "nonzeroBitCount", "addOverflows", "subtractOverflows",
            "multiplyOverflows", "multiplyHigh":
            return bitNative(name, kind, operands, register)
        default: return false
        }
        return true
    }

    /// A constant in a register of its own.
    func constant(_ word: Int64) -> Int {
        let register = allocate(1)
        loadConstant(word, into: register)
        return register
    }

    /// The host's operation, with the kind of integer as a last argument.
    private func bitNative(_ name: String, _ kind: IntegerKind, _ operands: [Operand], _ register: Int) -> Bool {
        let int = session.intLayout
        let selector = Operand(register: constant(Int64(kind.rawValue)), layout: int, hold: .lasting)
        return hostOperation("integer.\(name)", operands + [selector], register, int)
    }

    private func integerConversion(
        _ name: String, _ kind: IntegerKind, _ reference: FunctionReference, _ operands: [Operand], _ register: Int
    ) -> Bool {
        let source = operands.first?.register ?? 0
        let other = reference.arguments.count > 1 ? session.native(reference.arguments[1]) : nil
        switch name {
        case "literal": narrow(source, .signed64, kind, register)
        case "convert": narrow(source, other?.integerKind ?? .signed64, kind, register)
        case "truncate":
            move(1, from: source, to: register)
            wrap(register, kind)
        case "clamp": clamp(source, other?.integerKind ?? .signed64, kind, register)
        case "exactly": exactly(source, other?.integerKind ?? .signed64, kind, register)
        case "fromFloating", "fromDouble":
            if kind == .unsigned64 {
                emit(.doubleToUnsigned, a: register, b: source)
            } else {
                emit(.doubleToInt, a: register, b: source)
                if kind.bits < 64 { emit(.narrow, a: register, b: register, x: Int(kind.rawValue)) }
            }
        case "exactlyFloating", "parse": return bitNativeOptional(name, kind, operands, register)
        default: return false
        }
        return true
    }

    /// Gives 1 and the number, or 0 and 0.
    private func bitNativeOptional(_ name: String, _ kind: IntegerKind, _ operands: [Operand], _ register: Int) -> Bool
    {
        let int = session.intLayout
        let selector = Operand(register: constant(Int64(kind.rawValue)), layout: int, hold: .lasting)
        let pair = ValueLayout(session.checker.types.void, .metatype, [.raw, .raw])
        return hostOperation("integer.\(name)", operands + [selector], register, pair)
    }

    private func narrow(_ source: Int, _ from: IntegerKind, _ to: IntegerKind, _ register: Int) {
        if from == to || fits(from, to) {
            move(1, from: source, to: register)
        } else {
            emit(.narrow, a: register, b: source, x: Int(to.rawValue))
        }
    }

    private func fits(_ from: IntegerKind, _ to: IntegerKind) -> Bool {
        if from.isUnsigned == to.isUnsigned { return from.bits <= to.bits }
        return from.isUnsigned && from.bits < to.bits
    }

    private func clamp(_ source: Int, _ from: IntegerKind, _ to: IntegerKind, _ register: Int) {
        if fits(from, to) { return move(1, from: source, to: register) }
        let answer = allocate(1)
        let end = assembler.newLabel()
        let low = assembler.newLabel()
        move(1, from: source, to: answer)
        if from == .unsigned64 {
            // Words above the signed range are negative here; all of them are above any other kind's range.
            let limit = constant(to.greatest)
            let fine = assembler.newLabel()
            let test = allocate(1)
            emit(.lessEqualUnsigned, a: test, b: source, c: limit)
            assembler.branchWide(.branchNonZero, a: test, to: fine)
            move(1, from: limit, to: answer)
            assembler.place(fine)
            return move(1, from: answer, to: register)
        }
        if to != .unsigned64 {
            let limit = constant(to.greatest)
            assembler.branch(.branchLessEqual, a: source, b: limit, to: low)
            move(1, from: limit, to: answer)
            assembler.branchWide(.jump, to: end)
        }
        assembler.place(low)
        let least = constant(to.least)
        assembler.branch(.branchLessEqual, a: least, b: source, to: end)
        move(1, from: least, to: answer)
        assembler.place(end)
        move(1, from: answer, to: register)
    }

    /// 1 and the number where it fits; else 0.
    private func exactly(_ source: Int, _ from: IntegerKind, _ to: IntegerKind, _ register: Int) {
        let clamped = allocate(1)
        clamp(source, from, to, clamped)
        let value = allocate(1)
        move(1, from: source, to: value)
        emit(.equalInt, a: register, b: clamped, c: value)
        move(1, from: value, to: register + 1)
    }
}
