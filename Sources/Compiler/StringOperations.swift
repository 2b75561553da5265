import Machine
import Semantics

/// `string.*` and `character.*`. A Character is a string of one character.
extension FunctionCompiler {
    func stringOperation(
        _ name: String, _ reference: FunctionReference, _ operands: [Operand], _ register: Int,
        _ result: ValueLayout
    ) -> Operand {
        let string = operands.first?.register ?? 0
        switch name {
        case "concatenate": binary(.stringConcatenate, operands, register)
        case "append", "appendAssign": emit(.stringAppend, a: string, b: operands[1].register)
        case "repeating": emit(.stringRepeat, a: register, b: string, c: operands[1].register)
        case "count": emit(.stringCount, a: register, b: string)
        case "utf8Count": emit(.stringByteCount, a: register, b: string)
        case "isEmpty":
            emit(.stringByteCount, a: register, b: string)
            emit(.not, a: register, b: register)
        case "characterEnd": emit(.stringIndexAfter, a: register, b: string, c: operands[1].register)
        case "characterStart": emit(.stringIndexBefore, a: register, b: string, c: operands[1].register)
        case "scalars":
            let array = session.arrayType(of: session.standardType("UInt32"))
            emit(.stringScalars, a: register, b: string, c: session.arrayDescriptor(array))
        case "fromScalar": emit(.stringFromScalar, a: register, b: string)
        case "fromScalars": emit(.stringFromScalars, a: register, b: string)
        case "fromBytes": emit(.stringFromBytes, a: register, b: string)
        case "find":
            emit(.stringFind, a: register, b: string, c: pair(operands[1].register, operands[2].register))
        case "character", "slice":
            emit(.stringSlice, a: register, b: string, c: pair(operands[1].register, operands[2].register))
        case "hash": emit(.hashString, a: register, b: string)
        case "hasPrefix": emit(.stringHasPrefix, a: register, b: string, c: operands[1].register)
        case "hasSuffix": emit(.stringHasSuffix, a: register, b: string, c: operands[1].register)
        case "uppercased": emit(.stringUppercased, a: register, b: string)
        case "lowercased": emit(.stringLowercased, a: register, b: string)
        case "debugDescription":
            emit(.describe, a: register, b: string, x: Int(Describable.quotedString.rawValue))
        case "describing", "reflecting":
            guard let subject = operands.first, let type = reference.arguments.last else { break }
            let text = newString("")
            appendDescription(text.register, subject, type, isDebug: name == "reflecting")
            return place(text, at: register)
        case "equal", "notEqual", "less", "lessOrEqual", "greater", "greaterOrEqual":
            compareStrings(name, operands, register)
        default:
            if !hostOperation("string.\(name)", operands, register, result) { unknown("string.\(name)") }
        }
        return own(register, result)
    }

    private func compareStrings(_ name: String, _ operands: [Operand], _ register: Int) {
        switch name {
        case "equal", "notEqual": binary(.equalString, operands, register)
        case "less", "greaterOrEqual": binary(.lessString, operands, register)
        default: binary(.lessString, operands, register, swapped: true)
        }
        if name == "notEqual" || name == "greaterOrEqual" || name == "lessOrEqual" {
            emit(.not, a: register, b: register)
        }
    }

    func characterOperation(
        _ name: String, _ operands: [Operand], _ register: Int, _ result: ValueLayout
    ) -> Operand {
        switch name {
        case "string": emit(.copyReference, a: register, b: operands[0].register)
        case "fromScalar": emit(.stringFromScalar, a: register, b: operands[0].register)
        case "asciiValue": emit(.characterASCII, a: register, b: operands[0].register)
        case "equal", "notEqual", "less": compareStrings(name, operands, register)
        default:
            if let property = characterProperties[name] {
                emit(.characterProperty, a: register, b: operands[0].register, c: Int(property.rawValue))
            } else if !hostOperation("character.\(name)", operands, register, result) {
                unknown("character.\(name)")
            }
        }
        return own(register, result)
    }

    /// An owned string with this text.
    func newString(_ text: String) -> Operand {
        let register = allocate(1)
        emit(.loadString, a: register, wide: session.program.string(text))
        emit(.retain, a: register)
        return own(register, session.stringLayout)
    }
}

let characterProperties: [String: CharacterProperty] = [
    "isLetter": .isLetter, "isNumber": .isNumber, "isWhitespace": .isWhitespace, "isNewline": .isNewline,
    "isPunctuation": .isPunctuation, "isSymbol": .isSymbol, "isUppercase": .isUppercase, "isLowercase": .isLowercase,
]
