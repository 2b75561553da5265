extension Opcode {
    /// Its name in disassembly. (`String(describing:)` is not there in Embedded Swift.)
    public var name: StaticString { Opcode.names[Int(rawValue)] }

    private static let names: [StaticString] = [
        "move", "moveWords", "loadImmediate", "loadConstant", "loadString", "loadGlobal", "storeGlobal", "addInt",
        "subtractInt", "multiplyInt", "divideInt", "remainderInt", "divideImmediate", "remainderImmediate", "negateInt",
        "addImmediate", "multiplyImmediate",
        "multiplyAddInt", "addUnsigned", "subtractUnsigned", "multiplyUnsigned", "divideUnsigned",
        "remainderUnsigned", "addWrapping", "subtractWrapping", "multiplyWrapping", "shiftLeft", "shiftRight",
        "shiftRightUnsigned", "shiftLeftMasking", "shiftRightMasking", "shiftRightUnsignedMasking", "and", "or",
        "xor", "complement", "narrow", "wrap", "equalInt", "equalImmediate", "notEqualInt", "lessInt", "lessEqualInt",
        "lessUnsigned",
        "lessEqualUnsigned", "equalDouble", "notEqualDouble", "lessDouble", "lessEqualDouble", "not", "addDouble",
        "subtractDouble", "multiplyDouble", "divideDouble", "negateDouble", "squareRoot", "multiplyAddDouble",
        "multiplySubtractDouble", "intToDouble", "unsignedToDouble", "doubleToInt", "doubleToUnsigned",
        "roundToFloat", "mathDouble", "jump", "branchNonZero", "branchZero", "branchEqual", "branchNotEqual",
        "branchLess", "branchLessEqual", "branchEqualImmediate", "branchNotEqualImmediate", "branchLessImmediate",
        "branchLessEqualImmediate", "branchGreaterImmediate", "branchGreaterEqualImmediate", "branchLessDouble",
        "branchNotLessDouble", "branchLessEqualDouble", "branchNotLessEqualDouble", "branchEqualDouble",
        "branchNotEqualDouble", "switchTable", "loop", "loopNonZero", "loopZero", "loopLess", "loopLessEqual",
        "countedLoop", "countedLoopThrough", "call", "callClosure", "callVirtual", "callWitness", "native", "return",
        "returnWords", "halt", "trap", "trapMessage", "retain", "release", "copyReference", "replaceReference",
        "isUnique", "newObject", "newClosure", "fieldGet", "fieldGetWords", "fieldSet", "fieldSetWords",
        "fieldReplace", "fieldReplaceWords", "fieldTake", "fieldUnique", "objectUnique", "isType", "conforms",
        "newArray", "arrayCount", "arrayGet", "arrayGetWords", "arrayGetField", "arrayGet2", "arraySet",
        "arraySetReference", "arraySetWords", "arraySetField", "arrayAddInt", "arrayAddDouble",
        "arraySubtractDouble", "arrayMultiplyDouble", "arrayAddDoubleField", "arraySubtractDoubleField",
        "arrayElementUnique", "arrayTake", "arrayPut", "arrayAppend", "arrayAppendWords", "stringConcatenate",
        "stringAppend", "stringAppendValue", "describe", "equalString", "lessString", "print", "intrinsic", "mark",
        "valueMark",
        "nextDeinit", "finishDeinit", "armedMark",
    ]
}

extension Intrinsic {
    /// Its name in disassembly. (`String(describing:)` is not there in Embedded Swift.)
    public var name: StaticString { Intrinsic.names[Int(rawValue)] }

    private static let names: [StaticString] = [
        "arrayRepeat", "arrayRemoveLast", "arrayRemove", "arrayInsert", "arraySlice", "arrayAppendContents",
        "arrayReplaceRange", "arraySwap", "arrayReserve", "arrayRemoveAll", "arrayEqualWords", "arrayEqualDoubles",
        "arrayEqualStrings", "arraySortInts", "arraySortDoubles", "arraySortStrings", "stringCount",
        "stringByteCount", "stringNext", "stringIndexBefore", "stringIndexAfter", "stringSlice", "stringCharacters",
        "stringBytes", "stringScalars", "stringFromBytes", "stringFromScalars", "stringFromScalar", "characterASCII",
        "stringRepeat", "stringUppercased",
        "stringLowercased", "stringFind", "stringHasPrefix", "stringHasSuffix", "stringToInt", "stringToDouble",
        "describeRadix", "characterProperty", "hashString", "hashWord", "hashDouble", "hashCombine", "newTable",
        "tableCount", "tableFind", "tableProbe", "tableInsert", "tableRemove", "tableNext", "tableKey", "tableValue",
        "tableTakeValue", "tablePutValue", "tableReplaceValue", "tableRemoveAll", "typeName", "descriptorName",
        "typeIndex",
        "weakMake", "weakLoad", "liveBytes",
    ]
}
