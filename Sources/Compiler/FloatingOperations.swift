import Machine
import Semantics

/// `double.*`, `float.*` and the family `floating.*`.
extension FunctionCompiler {
    func floatingOperation(
        _ name: String, _ form: NativeForm, _ reference: FunctionReference, _ operands: [Operand], _ register: Int
    ) -> Bool {
        let isFloat = form == .float
        return floatingArithmetic(name, isFloat, operands, register)
            || floatingComparison(name, operands, register)
            || floatingProperty(name, isFloat, operands, register)
            || floatingConversion(name, isFloat, reference, operands, register)
    }

    private func floatingArithmetic(_ name: String, _ isFloat: Bool, _ operands: [Operand], _ register: Int) -> Bool {
        let assigns = name.hasSuffix("Assign")
        let destination = assigns ? operands[0].register : register
        switch name {
        case "add", "addAssign": binary(.addDouble, operands, register, assigns: assigns)
        case "subtract", "subtractAssign": binary(.subtractDouble, operands, register, assigns: assigns)
        case "multiply", "multiplyAssign": binary(.multiplyDouble, operands, register, assigns: assigns)
        case "divide", "divideAssign": binary(.divideDouble, operands, register, assigns: assigns)
        case "negate": emit(.negateDouble, a: register, b: operands[0].register)
        case "squareRoot": emit(.squareRoot, a: register, b: operands[0].register)
        default: return false
        }
        if isFloat { emit(.roundToFloat, a: destination, b: destination) }
        return true
    }

    private func floatingComparison(_ name: String, _ operands: [Operand], _ register: Int) -> Bool {
        switch name {
        case "equal": binary(.equalDouble, operands, register)
        case "notEqual": binary(.notEqualDouble, operands, register)
        case "less": binary(.lessDouble, operands, register)
        case "lessOrEqual": binary(.lessEqualDouble, operands, register)
        case "greater": binary(.lessDouble, operands, register, swapped: true)
        case "greaterOrEqual": binary(.lessEqualDouble, operands, register, swapped: true)
        default: return false
        }
        return true
    }

    private func loadDouble(_ value: Double, into register: Int) {
        loadConstant(Int64(bitPattern: value.bitPattern), into: register)
    }

    private func math(_ function: MathFunction, _ operands: [Operand], _ register: Int) {
        emit(
            .mathDouble, a: register, b: operands[0].register, c: operands.count > 1 ? operands[1].register : 0,
            x: Int(function.rawValue))
    }

    private func floatingProperty(_ name: String, _ isFloat: Bool, _ operands: [Operand], _ register: Int) -> Bool {
        switch name {
        case "infinity": loadDouble(.infinity, into: register)
        case "nan": loadDouble(.nan, into: register)
        // Float's π is rounded towards zero, as the real library's.
        case "pi": loadDouble(isFloat ? Double(Float.pi) : .pi, into: register)
        case "ulpOfOne": loadDouble(isFloat ? Double(Float.ulpOfOne) : .ulpOfOne, into: register)
        case "greatestFiniteMagnitude":
            loadDouble(isFloat ? Double(Float.greatestFiniteMagnitude) : .greatestFiniteMagnitude, into: register)
        case "leastNormalMagnitude":
            loadDouble(isFloat ? Double(Float.leastNormalMagnitude) : .leastNormalMagnitude, into: register)
        case "leastNonzeroMagnitude":
            loadDouble(isFloat ? Double(Float.leastNonzeroMagnitude) : .leastNonzeroMagnitude, into: register)
        case "isNaN": emit(.notEqualDouble, a: register, b: operands[0].register, c: operands[0].register)
        case "isInfinite", "isFinite":
            let size = allocate(1)
            math(.absolute, operands, size)
            let infinity = allocate(1)
            loadDouble(.infinity, into: infinity)
            emit(name == "isFinite" ? .lessDouble : .equalDouble, a: register, b: size, c: infinity)
        case "isNegative": emit(.lessInt, a: register, b: operands[0].register, c: constant(0))
        case "magnitude": math(.absolute, operands, register)
        case "round": math(.round, operands, register)
        case "roundEven": math(.roundToEven, operands, register)
        case "ceil": math(.ceiling, operands, register)
        case "floor": math(.floor, operands, register)
        case "truncate": math(.truncate, operands, register)
        case "truncatingRemainder": math(.remainder, operands, register)
        case "description":
            emit(
                .describe, a: register, b: operands[0].register,
                x: Int((isFloat ? Describable.float : .double).rawValue))
        case "hashBits": move(1, from: operands[0].register, to: register)
        case "isNormal", "ulp", "exponent", "significand", "nextUp", "remainder", "multiplyAdd", "powerOfTwo":
            let kind = Operand(register: constant(isFloat ? 1 : 0), layout: session.intLayout, hold: .lasting)
            return hostOperation("floating.\(name)", operands + [kind], register, session.intLayout)
        default: return false
        }
        return true
    }

    private func floatingConversion(
        _ name: String, _ isFloat: Bool, _ reference: FunctionReference, _ operands: [Operand], _ register: Int
    ) -> Bool {
        let source = operands.first?.register ?? 0
        let other = reference.arguments.count > 1 ? session.native(reference.arguments[1]) : nil
        let kind = Operand(register: next, layout: session.intLayout, hold: .lasting)
        let pair = ValueLayout(session.checker.types.void, .metatype, [.raw, .raw])
        switch name {
        case "literal", "fromInt": fromInteger(source, .signed64, isFloat, register)
        case "fromInteger": fromInteger(source, other?.integerKind ?? .signed64, isFloat, register)
        case "literalFloating", "convert", "fromFloat", "fromDouble":
            if isFloat { emit(.roundToFloat, a: register, b: source) } else { move(1, from: source, to: register) }
        case "fromBits", "bits":
            if !isFloat {
                move(1, from: source, to: register)
            } else {
                return hostOperation("float.\(name)", operands, register, session.intLayout)
            }
        case "exactly":
            let value = allocate(1)
            move(1, from: source, to: value)
            if isFloat { emit(.roundToFloat, a: value, b: value) }
            emit(.equalDouble, a: register, b: value, c: source)
            move(1, from: value, to: register + 1)
        case "exactlyInteger", "parse":
            loadConstant(isFloat ? 1 : 0, into: allocate(1))
            var all = operands + [kind]
            if name == "exactlyInteger" {
                let integer = constant(Int64((other?.integerKind ?? .signed64).rawValue))
                all.append(Operand(register: integer, layout: session.intLayout, hold: .lasting))
            }
            return hostOperation("floating.\(name)", all, register, pair)
        default: return false
        }
        return true
    }

    private func fromInteger(_ source: Int, _ kind: IntegerKind, _ isFloat: Bool, _ register: Int) {
        if isFloat, kind.bits == 64 {
            // Rounding twice would give another Float.
            let selector = Operand(
                register: constant(kind.isUnsigned ? 1 : 0), layout: session.intLayout, hold: .lasting)
            let operand = Operand(register: source, layout: session.intLayout, hold: .lasting)
            _ = hostOperation("float.fromWide", [operand, selector], register, session.intLayout)
            return
        }
        emit(kind == .unsigned64 ? .unsignedToDouble : .intToDouble, a: register, b: source)
        if isFloat { emit(.roundToFloat, a: register, b: register) }
    }
}
