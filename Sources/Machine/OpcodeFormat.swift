/// What each operand of an opcode is: one table for the verifier, the disassembler and assemblers.
///
/// Four characters, for a, b, c and x; where b and c are one wide operand, b's character is a capital and c's is `.`.
///
/// | | |
/// |---|---|
/// | `-` | unused |
/// | `r` | a register |
/// | `n` | registers from here on, as many as x says |
/// | `i` | an immediate, a count, a slot |
/// | `w` | a word of an object |
/// | `d` | a descriptor |
/// | `p` | a protocol |
/// | `j` `l` | a short branch, forward; backward |
/// | `J` `L` | a long branch, forward; backward |
/// | `I` `K` `S` `G` `F` `N` `T` `D` `M` | wide: immediate, constant, string, global, function, native, switch table, descriptor, mark |
/// | `C` | wide: how many registers from a on |
/// | x: `x` | a count of words |
/// | x: `k` `m` `t` `y` `q` | `IntegerKind`, `MathFunction`, `TrapReason`, `Describable`, `Intrinsic` |
/// | x: `h` | high bits of a function in b |
extension Opcode {
    public var format: StaticString {
        switch self {
        case .move, .negateInt, .complement, .not, .negateDouble, .squareRoot, .intToDouble, .unsignedToDouble,
            .doubleToInt, .doubleToUnsigned, .roundToFloat, .copyReference, .replaceReference, .isUnique, .arrayCount,
            .arrayAppend, .stringAppend:
            "rr--"
        case .moveWords: "nn-x"
        case .loadImmediate: "rI.-"
        case .loadConstant: "rK.-"
        case .loadString: "rS.-"
        case .loadGlobal, .storeGlobal: "nG.x"
        case .addInt, .subtractInt, .multiplyInt, .divideInt, .remainderInt, .addUnsigned, .subtractUnsigned,
            .multiplyUnsigned, .divideUnsigned, .remainderUnsigned, .addWrapping, .subtractWrapping, .multiplyWrapping,
            .shiftLeft, .shiftRight, .shiftRightUnsigned, .shiftLeftMasking, .shiftRightMasking,
            .shiftRightUnsignedMasking, .and, .or, .xor, .equalInt, .notEqualInt, .lessInt, .lessEqualInt,
            .lessUnsigned, .lessEqualUnsigned, .equalDouble, .notEqualDouble, .lessDouble, .lessEqualDouble,
            .addDouble, .subtractDouble, .multiplyDouble, .divideDouble, .arrayGet, .arraySet, .arraySetReference,
            .arrayAddInt, .arrayAddDouble, .arraySubtractDouble, .arrayMultiplyDouble, .arrayElementUnique,
            .stringConcatenate, .equalString, .lessString:
            "rrr-"
        case .addImmediate, .multiplyImmediate, .divideImmediate, .remainderImmediate, .equalImmediate: "rri-"
        case .multiplyAddInt, .multiplyAddDouble, .multiplySubtractDouble, .arrayGet2: "rrrr"
        case .narrow: "rrik"
        case .wrap: "rr-k"
        case .mathDouble: "rrrm"
        case .jump: "-J.-"
        case .branchNonZero, .branchZero: "rJ.-"
        case .branchEqual, .branchNotEqual, .branchLess, .branchLessEqual, .branchLessDouble, .branchNotLessDouble,
            .branchLessEqualDouble, .branchNotLessEqualDouble, .branchEqualDouble, .branchNotEqualDouble:
            "rrj-"
        case .branchEqualImmediate, .branchNotEqualImmediate, .branchLessImmediate, .branchLessEqualImmediate,
            .branchGreaterImmediate, .branchGreaterEqualImmediate:
            "rij-"
        case .switchTable: "rT.-"
        case .loop: "-L.-"
        case .loopNonZero, .loopZero: "rL.-"
        case .loopLess, .loopLessEqual, .countedLoop, .countedLoopThrough: "rrl-"
        case .call: "rF.-"
        case .callClosure: "rri-"
        case .callVirtual: "ri--"
        case .callWitness: "rpi-"
        case .native: "rN.-"
        case .return: "n--x"
        case .returnWords: "rC.-"
        case .halt: "----"
        case .trap: "-S.t"
        case .trapMessage: "r--t"
        case .retain, .release, .objectUnique, .print, .nextDeinit, .finishDeinit: "r---"
        case .newObject: "rD.-"
        case .newClosure: "ridh"
        case .fieldGet, .fieldSet, .fieldReplace, .fieldUnique: "rrw-"
        case .fieldGetWords, .fieldTake: "nrwx"
        case .fieldSetWords, .fieldReplaceWords: "rnwx"
        case .isType: "rrd-"
        case .conforms: "rrp-"
        case .newArray: "rdi-"
        case .arrayGetWords, .arrayTake: "nrrx"
        case .arrayGetField, .arraySetField, .arrayAddDoubleField, .arraySubtractDoubleField: "rrrw"
        case .arraySetWords, .arrayPut: "rrnx"
        case .arrayAppendWords: "rn-x"
        case .stringAppendValue, .describe: "rr-y"
        case .intrinsic: "rrrq"
        case .mark, .valueMark, .armedMark: "rM.-"
        }
    }

    /// Whether control never goes on to the next instruction.
    public var endsBlock: Bool {
        switch self {
        case .jump, .loop, .return, .returnWords, .halt, .trap, .trapMessage, .switchTable: true
        default: false
        }
    }

    func role(_ operand: Int) -> UInt8 { format.utf8Start[operand] }
}

extension Intrinsic {
    /// As `Opcode.format` for a, b and c.
    public var format: StaticString {
        switch self {
        case .arrayRepeat: "rdr"
        case .newTable: "rdi"
        case .stringCharacters, .stringBytes, .stringScalars: "rrd"
        case .characterProperty: "rri"
        case .weakMake: "rrd"
        case .arrayRemoveLast, .arrayAppendContents, .arrayReserve, .stringCount, .stringByteCount, .stringFromBytes,
            .stringFromScalars, .stringFromScalar, .characterASCII, .stringUppercased, .stringLowercased, .stringToInt,
            .stringToDouble, .hashString,
            .hashWord, .hashDouble, .tableCount, .tableRemove, .typeName, .descriptorName, .typeIndex, .weakLoad:
            "rr-"
        case .arrayRemoveAll, .arraySortInts, .arraySortDoubles, .arraySortStrings, .tableRemoveAll, .liveBytes: "r--"
        default: "rrr"
        }
    }

    /// How many registers the operand c names besides itself, where that does not depend on a type.
    var hasPairInC: Bool {
        switch self {
        case .arraySlice, .stringSlice, .stringFind, .tableProbe: true
        default: false
        }
    }
}
