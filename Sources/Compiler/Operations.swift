import Machine
import Semantics
import SourceText

/// Operations on operands in registers. The result goes to `register`; an operation on a place has the place's words as
/// its first operand and changes them there.
extension FunctionCompiler {
    func operation(
        _ native: String, _ reference: FunctionReference, _ operands: [Operand], into register: Int,
        _ result: ValueLayout
    ) -> Operand {
        let (family, name) = split(native)
        let isDone: Bool
        switch family {
        case "int": isDone = integerOperation(name, .integer(bits: 64, isSigned: true), reference, operands, register)
        case "integer":
            let form = reference.arguments.first.flatMap { session.native($0) } ?? .integer(bits: 64, isSigned: true)
            isDone = integerOperation(name, form, reference, operands, register)
        case "double": isDone = floatingOperation(name, .double, reference, operands, register)
        case "float": isDone = floatingOperation(name, .float, reference, operands, register)
        case "floating":
            let form = reference.arguments.first.flatMap { session.native($0) } ?? .double
            isDone = floatingOperation(name, form, reference, operands, register)
        case "bool": isDone = boolOperation(name, operands, register)
        case "math": isDone = mathOperation(name, operands, register)
        case "number": isDone = numberOperation(name, reference, operands, register)
        case "array": return arrayOperation(name, reference, operands, register, result)
        case "string": return stringOperation(name, reference, operands, register, result)
        case "character": return characterOperation(name, operands, register, result)
        case "dictionary", "set": return tableOperation(name, reference, operands, register, result)
        case "object", "type", "trap", "random": isDone = objectOperation(native, reference, operands, register)
        default: isDone = false
        }
        if !isDone && !hostOperation(native, operands, register, result) { unknown(native) }
        return ownedOrLasting(register, result)
    }

    /// What an operation made: owned where there is something to own.
    func ownedOrLasting(_ register: Int, _ layout: ValueLayout) -> Operand { own(register, layout) }

    func unknown(_ native: String) { fail("the machine knows no operation named \(native)") }

    private func split(_ native: String) -> (String, String) {
        let bytes = Array(native.utf8)
        guard let dot = bytes.firstIndex(of: 0x2E) else { return (native, "") }
        return (
            String(decoding: bytes[..<dot], as: UTF8.self), String(decoding: bytes[(dot + 1)...], as: UTF8.self)
        )
    }

    /// `r = a op b`, or `a op= b` where the operation assigns.
    func binary(_ opcode: Opcode, _ operands: [Operand], _ register: Int, assigns: Bool = false, swapped: Bool = false)
    {
        let a = operands[0].register
        let b = operands[1].register
        emit(opcode, a: assigns ? a : register, b: swapped ? b : a, c: swapped ? a : b)
    }

    /// An operation of the host's: arguments in consecutive registers, the result where they began.
    func hostOperation(_ native: String, _ operands: [Operand], _ register: Int, _ result: ValueLayout) -> Bool {
        guard let index = session.hostNative(native) else { return false }
        let width = operands.reduce(0) { $0 + $1.layout.width }
        let mark = next
        let first = allocate(max(width, result.width))
        var offset = first
        for operand in operands {
            move(operand.layout.width, from: operand.register, to: offset)
            offset += operand.layout.width
        }
        emit(.native, a: first, wide: index)
        move(result.width, from: first, to: register)
        next = mark
        return true
    }

    private func boolOperation(_ name: String, _ operands: [Operand], _ register: Int) -> Bool {
        switch name {
        case "not": emit(.not, a: register, b: operands[0].register)
        case "equal": binary(.equalInt, operands, register)
        case "notEqual": binary(.notEqualInt, operands, register)
        case "literal": move(1, from: operands[0].register, to: register)
        default: return false
        }
        return true
    }

    private func mathOperation(_ name: String, _ operands: [Operand], _ register: Int) -> Bool {
        guard let function = mathFunctions[name] else { return false }
        emit(
            .mathDouble, a: register, b: operands[0].register, c: operands.count > 1 ? operands[1].register : 0,
            x: Int(function.rawValue))
        return true
    }

    private func numberOperation(
        _ name: String, _ reference: FunctionReference, _ operands: [Operand], _ register: Int
    ) -> Bool {
        let isDouble = reference.arguments.first.map { session.native($0) == .double } ?? false
        if isDouble {
            let function: MathFunction = name == "absolute" ? .absolute : name == "minimum" ? .minimum : .maximum
            emit(
                .mathDouble, a: register, b: operands[0].register, c: operands.count > 1 ? operands[1].register : 0,
                x: Int(function.rawValue))
            return true
        }
        let end = assembler.newLabel()
        let a = operands[0].register
        if name == "absolute" {
            let answer = allocate(1)
            move(1, from: a, to: answer)
            assembler.branch(.branchGreaterEqualImmediate, a: a, b: 0, to: end)
            emit(.negateInt, a: answer, b: a)
            assembler.place(end)
            move(1, from: answer, to: register)
            return true
        }
        let b = operands[1].register
        let answer = allocate(1)
        move(1, from: a, to: answer)
        let (less, more) = name == "minimum" ? (a, b) : (b, a)
        assembler.branch(.branchLessEqual, a: less, b: more, to: end)
        move(1, from: b, to: answer)
        assembler.place(end)
        move(1, from: answer, to: register)
        return true
    }

    private func objectOperation(
        _ native: String, _ reference: FunctionReference, _ operands: [Operand], _ register: Int
    ) -> Bool {
        switch native {
        case "object.same": binary(.equalInt, operands, register)
        case "object.identity": move(1, from: operands[0].register, to: register)
        case "trap.library": emit(.trapMessage, a: operands[0].register, x: Int(TrapReason.other.rawValue))
        case "trap.fatalError": emit(.trapMessage, a: operands[0].register, x: Int(TrapReason.fatalError.rawValue))
        case "trap.precondition":
            emit(.trapMessage, a: operands[0].register, x: Int(TrapReason.precondition.rawValue))
        case "trap.assertion": emit(.trapMessage, a: operands[0].register, x: Int(TrapReason.assertion.rawValue))
        case "type.of":
            guard let type = reference.arguments.first else { return false }
            if session.isExistential(type) || session.isClass(type) {
                emit(.typeIndex, a: register, b: operands[0].register)
            } else {
                loadConstant(session.metatypeWord(type), into: register)
            }
        default: return false
        }
        return true
    }
}

let mathFunctions: [String: MathFunction] = [
    "exp": .exponential, "exp2": .exponentialBase2, "expm1": .exponentialMinusOne, "log": .logarithm,
    "log2": .logarithmBase2, "log10": .logarithmBase10, "log1p": .logarithmOnePlus, "pow": .power, "sin": .sine,
    "cos": .cosine, "tan": .tangent, "asin": .arcSine, "acos": .arcCosine, "atan": .arcTangent,
    "atan2": .arcTangent2, "sinh": .hyperbolicSine, "cosh": .hyperbolicCosine, "tanh": .hyperbolicTangent,
    "erf": .errorFunction, "cbrt": .cubeRoot, "hypot": .hypotenuse,
]
