import Machine
import Semantics
import SourceText

/// Forms of common operations that one instruction does: an immediate operand, multiply and add, a change of an element.
extension FunctionCompiler {
    /// The literal of an Int expression that fits an instruction's immediate.
    private func immediate(_ expression: TypedExpression, negated: Bool = false) -> Int? {
        guard case .integer(let number) = expression.kind else { return nil }
        let value = negated ? 0 &- number : number
        return value == Int64(Int16(truncatingIfNeeded: value)) ? Int(value) : nil
    }

    func quickOperation(
        _ native: String, _ reference: FunctionReference, _ values: [TypedExpression], _ result: ValueLayout,
        _ target: Int?
    ) -> Operand? {
        guard values.count == 2 else { return nil }
        switch native {
        case "int.add":
            if let number = immediate(values[1]) {
                return withImmediate(.addImmediate, values[0], number, result, target)
            }
            if let number = immediate(values[0]) {
                return withImmediate(.addImmediate, values[1], number, result, target)
            }
            return multiplyAdd("int.multiply", .multiplyAddInt, values[1], values[0], result, target)
                ?? multiplyAdd("int.multiply", .multiplyAddInt, values[0], values[1], result, target)
        case "int.subtract":
            guard let number = immediate(values[1], negated: true) else { return nil }
            return withImmediate(.addImmediate, values[0], number, result, target)
        case "int.multiply":
            if let number = immediate(values[1]) {
                return withImmediate(.multiplyImmediate, values[0], number, result, target)
            }
            if let number = immediate(values[0]) {
                return withImmediate(.multiplyImmediate, values[1], number, result, target)
            }
            return nil
        case "int.divide", "int.remainder":
            // Division by a literal cannot trap; the instruction knows nothing of 0 and −1.
            guard let number = immediate(values[1]), number > 0 else { return nil }
            return withImmediate(
                native == "int.divide" ? .divideImmediate : .remainderImmediate, values[0], number, result, target)
        case "string.concatenate": return concatenation(values, result, target)
        case "int.equal":
            guard let number = immediate(values[1]) else { return nil }
            return withImmediate(.equalImmediate, values[0], number, result, target)
        case "double.add":
            return multiplyAdd("double.multiply", .multiplyAddDouble, values[1], values[0], result, target)
                ?? multiplyAdd("double.multiply", .multiplyAddDouble, values[0], values[1], result, target)
        case "double.subtract":
            return multiplyAdd("double.multiply", .multiplySubtractDouble, values[1], values[0], result, target)
        default: return nil
        }
    }

    private func withImmediate(
        _ opcode: Opcode, _ value: TypedExpression, _ number: Int, _ result: ValueLayout, _ target: Int?
    ) -> Operand {
        let register = target ?? allocate(1)
        let mark = next
        let depth = cleanups.count
        let operand = self.value(value)
        emit(opcode, a: register, b: operand.register, c: number)
        popCleanups(to: depth)
        next = mark
        return Operand(register: register, layout: result, hold: .lasting)
    }

    /// `sum + p * q`. Only where nothing can change between the reads, since the order of evaluation changes.
    private func multiplyAdd(
        _ multiply: String, _ opcode: Opcode, _ product: TypedExpression, _ sum: TypedExpression,
        _ result: ValueLayout, _ target: Int?
    ) -> Operand? {
        // A stepper shows the product on its own.
        guard !isStepping, let (native, arguments) = nativeCall(product), native == multiply,
            case .value(let p)? = arguments.first, case .value(let q)? = arguments.last, arguments.count == 2,
            isInert(sum), isInert(p), isInert(q)
        else { return nil }
        let register = target ?? allocate(1)
        let mark = next
        let depth = cleanups.count
        let addend = value(sum)
        guard addend.register < 256 else {
            // The addend has no place in the instruction; evaluate again the plain way.
            let first = value(p)
            let second = value(q)
            let between = allocate(1)
            emit(
                opcode == .multiplyAddInt ? .multiplyInt : .multiplyDouble, a: between, b: first.register,
                c: second.register)
            let plain: Opcode =
                opcode == .multiplyAddInt ? .addInt : opcode == .multiplyAddDouble ? .addDouble : .subtractDouble
            emit(plain, a: register, b: addend.register, c: between)
            popCleanups(to: depth)
            next = mark
            return Operand(register: register, layout: result, hold: .lasting)
        }
        let first = value(p)
        let second = value(q)
        emit(opcode, a: register, b: first.register, c: second.register, x: addend.register)
        popCleanups(to: depth)
        next = mark
        return Operand(register: register, layout: result, hold: .lasting)
    }

    // MARK: Assignments

    /// `x += 1` on a variable, `x += a * b`.
    func quickAssignment(_ native: String, _ place: Place, _ values: [TypedExpression]) -> Bool {
        guard case .registers(let register, let layout) = place, let value = values.first, layout.width == 1 else {
            return false
        }
        switch native {
        case "string.appendAssign": return appendParts(of: value, to: register)
        case "int.addAssign":
            if let number = immediate(value) {
                emit(.addImmediate, a: register, b: register, c: number)
                return true
            }
            return addProduct("int.multiply", .multiplyAddInt, value, register)
        case "int.subtractAssign":
            guard let number = immediate(value, negated: true) else { return false }
            emit(.addImmediate, a: register, b: register, c: number)
            return true
        case "int.multiplyAssign":
            guard let number = immediate(value) else { return false }
            emit(.multiplyImmediate, a: register, b: register, c: number)
            return true
        case "double.addAssign": return addProduct("double.multiply", .multiplyAddDouble, value, register)
        case "double.subtractAssign": return addProduct("double.multiply", .multiplySubtractDouble, value, register)
        default: return false
        }
    }

    private func addProduct(_ multiply: String, _ opcode: Opcode, _ value: TypedExpression, _ register: Int) -> Bool {
        guard !isStepping, register < 256, let (native, arguments) = nativeCall(value), native == multiply,
            arguments.count == 2,
            case .value(let p)? = arguments.first, case .value(let q)? = arguments.last, isInert(p), isInert(q)
        else { return false }
        let first = self.value(p)
        let second = self.value(q)
        emit(opcode, a: register, b: first.register, c: second.register, x: register)
        return true
    }

    /// `a[i] += v`, `a[i].x -= v`, in place.
    func elementAssignment(_ native: String, _ place: Place, _ operands: [Operand]) -> Bool {
        guard case .element(let array, let index, let offset, let layout, let whole) = place, operands.count == 1,
            layout.width == 1
        else { return false }
        let opcode: Opcode
        if whole.width == 1 {
            switch native {
            case "int.addAssign": opcode = .arrayAddInt
            case "double.addAssign": opcode = .arrayAddDouble
            case "double.subtractAssign": opcode = .arraySubtractDouble
            case "double.multiplyAssign": opcode = .arrayMultiplyDouble
            default: return false
            }
        } else {
            switch native {
            case "double.addAssign": opcode = .arrayAddDoubleField
            case "double.subtractAssign": opcode = .arraySubtractDoubleField
            default: return false
            }
        }
        changeInPlace(array) { register in
            self.emit(opcode, a: register, b: index, c: operands[0].register, x: whole.width == 1 ? 0 : offset)
        }
        return true
    }
}
