import Machine

/// Which registers an instruction reads and writes, and where it branches: what improving code has to know.
enum RegisterUse {
    /// Operand a is only written; b, c and x are read.
    case writes
    /// Operand a is read, and may be written as well.
    case changes
    /// All operands are read.
    case reads
    /// Not modelled: may read all registers and change any.
    case unknown
}

extension Opcode {
    var registerUse: RegisterUse {
        switch self {
        case .move, .moveWords, .loadImmediate, .loadConstant, .loadString, .loadGlobal, .addInt, .subtractInt,
            .multiplyInt, .divideInt, .remainderInt, .divideImmediate, .remainderImmediate, .negateInt, .addImmediate,
            .multiplyImmediate, .multiplyAddInt, .addUnsigned, .subtractUnsigned, .multiplyUnsigned, .divideUnsigned,
            .remainderUnsigned, .addWrapping, .subtractWrapping, .multiplyWrapping, .shiftLeft, .shiftRight,
            .shiftRightUnsigned, .shiftLeftMasking, .shiftRightMasking, .shiftRightUnsignedMasking, .and, .or, .xor,
            .complement, .narrow, .wrap, .equalInt, .equalImmediate, .notEqualInt, .lessInt, .lessEqualInt,
            .lessUnsigned, .lessEqualUnsigned, .equalDouble, .notEqualDouble, .lessDouble, .lessEqualDouble, .not,
            .addDouble, .subtractDouble, .multiplyDouble, .divideDouble, .negateDouble, .squareRoot,
            .multiplyAddDouble, .multiplySubtractDouble, .intToDouble, .unsignedToDouble, .doubleToInt,
            .doubleToUnsigned, .roundToFloat, .mathDouble, .copyReference, .isUnique, .newObject, .newClosure,
            .fieldGet, .fieldGetWords, .isType, .conforms, .newArray, .arrayCount, .arrayGet, .arrayGetWords,
            .arrayGetField, .arrayGet2, .stringConcatenate, .describe, .equalString, .lessString:
            return .writes
        case .replaceReference, .objectUnique, .arraySet, .arraySetReference, .arraySetWords, .arraySetField,
            .arrayAddInt, .arrayAddDouble, .arraySubtractDouble, .arrayMultiplyDouble, .arrayAddDoubleField,
            .arraySubtractDoubleField, .arrayPut, .arrayAppend, .arrayAppendWords, .stringAppend,
            .stringAppendValue, .countedLoop, .countedLoopThrough:
            return .changes
        case .storeGlobal, .jump, .branchNonZero, .branchZero, .branchEqual, .branchNotEqual, .branchLess,
            .branchLessEqual, .branchEqualImmediate, .branchNotEqualImmediate, .branchLessImmediate,
            .branchLessEqualImmediate, .branchGreaterImmediate, .branchGreaterEqualImmediate, .branchLessDouble,
            .branchNotLessDouble, .branchLessEqualDouble, .branchNotLessEqualDouble, .branchEqualDouble,
            .branchNotEqualDouble, .switchTable, .loop, .loopNonZero, .loopZero, .loopLess, .loopLessEqual, .trap,
            .trapMessage, .retain, .release, .fieldSet, .fieldSetWords, .fieldReplace, .fieldReplaceWords, .print,
            .halt:
            return .reads
        default: return .unknown
        }
    }
}

extension Intrinsic {
    var registerUse: RegisterUse {
        switch self {
        case .arraySlice, .stringCount, .stringByteCount, .stringIndexBefore, .stringIndexAfter, .stringSlice,
            .stringCharacters, .stringBytes, .stringScalars, .stringFromBytes, .stringFromScalars, .stringFromScalar,
            .stringRepeat, .stringUppercased, .stringLowercased, .stringFind, .stringHasPrefix, .stringHasSuffix,
            .describeRadix, .characterProperty, .hashString, .hashWord, .hashDouble, .hashCombine, .newTable,
            .tableCount, .tableNext:
            return .writes
        default: return .unknown
        }
    }

    /// Whether operand c names two registers.
    fileprivate var readsPair: Bool {
        switch self {
        case .arraySlice, .stringSlice, .stringFind: return true
        default: return false
        }
    }
}

extension Instruction {
    var registerUse: RegisterUse {
        if opcode != .intrinsic { return opcode.registerUse }
        return Intrinsic(rawValue: x)?.registerUse ?? .unknown
    }

    /// How many registers an operand names (0 to 2 for a to c, 3 for x), 0 where it names none.
    func registers(_ operand: Int) -> Int {
        if opcode == .intrinsic {
            guard operand < 3, let intrinsic = Intrinsic(rawValue: x) else { return 0 }
            if intrinsic.format.utf8Start[operand] != UInt8(ascii: "r") { return 0 }
            return operand == 2 && intrinsic.readsPair ? 2 : 1
        }
        switch opcode.format.utf8Start[operand] {
        case UInt8(ascii: "r"): return 1
        case UInt8(ascii: "n"): return Int(x)
        default: return 0
        }
    }

    func operand(_ index: Int) -> Int {
        switch index {
        case 0: Int(a)
        case 1: Int(b)
        case 2: Int(c)
        default: Int(x)
        }
    }

    /// False where the register does not fit.
    mutating func setOperand(_ index: Int, _ register: Int) -> Bool {
        guard register <= (index == 3 ? Int(UInt8.max) : Int(UInt16.max)) else { return false }
        switch index {
        case 0: a = UInt16(register)
        case 1: b = UInt16(register)
        case 2: c = UInt16(register)
        default: x = UInt8(register)
        }
        return true
    }

    /// The same with all registers counted from a base on; nil where one does not fit.
    func shifted(by base: Int) -> Instruction? {
        var result = self
        for index in 0..<4 where registers(index) > 0 || (index == 0 && namesFirstRegister) {
            guard result.setOperand(index, operand(index) + base) else { return nil }
        }
        return result
    }

    /// `moveWords` and `return` of no words name a register all the same.
    private var namesFirstRegister: Bool { opcode.format.utf8Start[0] == UInt8(ascii: "n") }

    /// Where a branch goes, from the instruction after it.
    var branchOffset: Int? {
        let format = opcode.format.utf8Start
        if format[1] == UInt8(ascii: "J") || format[1] == UInt8(ascii: "L") { return Int(wide) }
        if format[2] == UInt8(ascii: "j") { return Int(c) }
        if format[2] == UInt8(ascii: "l") { return Int(immediateC) }
        return nil
    }

    /// False where the branch does not reach.
    mutating func setBranch(_ offset: Int) -> Bool {
        let format = opcode.format.utf8Start
        switch format[2] {
        case UInt8(ascii: "j"):
            guard offset >= 0 && offset <= Int(UInt16.max) else { return false }
            c = UInt16(offset)
        case UInt8(ascii: "l"):
            guard offset < 0 && offset >= Int(Int16.min) else { return false }
            c = UInt16(bitPattern: Int16(offset))
        default: wide = Int32(offset)
        }
        return true
    }
}
