/// What `narrow` and `wrap` check and cut to.
public enum IntegerKind: UInt8, CaseIterable, Sendable {
    case signed8, signed16, signed32, signed64, unsigned8, unsigned16, unsigned32, unsigned64

    public var name: StaticString {
        switch self {
        case .signed8: "Int8"
        case .signed16: "Int16"
        case .signed32: "Int32"
        case .signed64: "Int"
        case .unsigned8: "UInt8"
        case .unsigned16: "UInt16"
        case .unsigned32: "UInt32"
        case .unsigned64: "UInt"
        }
    }
}

/// The operator of an overflow.
public enum ArithmeticOperator: UInt8, CaseIterable, Sendable {
    case add, subtract, multiply, divide, remainder, negate

    public var symbol: StaticString {
        switch self {
        case .add: "+"
        case .subtract, .negate: "-"
        case .multiply: "*"
        case .divide: "/"
        case .remainder: "%"
        }
    }
}

/// The function of `mathDouble`. The last group takes two operands.
public enum MathFunction: UInt8, CaseIterable, Sendable {
    case absolute, floor, ceiling, truncate
    /// To nearest, halves away from zero (`rounded()`) or to even.
    case round, roundToEven
    case exponential, exponentialMinusOne, exponentialBase2
    case logarithm, logarithmOnePlus, logarithmBase2, logarithmBase10
    case sine, cosine, tangent, arcSine, arcCosine, arcTangent
    case hyperbolicSine, hyperbolicCosine, hyperbolicTangent
    case cubeRoot, errorFunction
    case power, arcTangent2, hypotenuse, remainder
    /// Swift's `min` and `max` of two.
    case minimum, maximum

    @inlinable public var isBinary: Bool { rawValue >= MathFunction.power.rawValue }
}

/// How `describe` and `stringAppendValue` read a word.
public enum Describable: UInt8, CaseIterable, Sendable {
    case int, unsigned, double, float, bool
    /// A String or Character: the text itself.
    case string
    /// A String as `debugDescription` gives it, quoted and escaped: what an array's description shows.
    case quotedString
}

/// Why a `trap` instruction stops the cell.
public enum TrapReason: UInt8, CaseIterable, Sendable {
    case fatalError, precondition, assertion
    /// `!` on nil.
    case unwrap
    /// An `unowned` reference whose instance is gone.
    case released
    /// `as!`
    case cast
    /// `try!`, and an error that nothing catches.
    case uncaughtError
    case range
    case conversion
    /// A function that has to give a value came to its end; a switch without a matching case.
    case unreachable
    /// Anything else; the message says all.
    case other
}

/// Rarer operations: `Opcode.intrinsic` with this in x. Ownership as in `Opcode`; "unique" likewise. Those that work
/// through many words cost 1 unit of fuel for 64 of them, before they run.
public enum Intrinsic: UInt8, CaseIterable, Sendable {
    // MARK: Arrays of any stride

    /// `r[a]` = array of descriptor b: `r[c]` copies of the element that starts at `r[c + 1]`; **owned**, the element is
    /// borrowed. Traps on a negative count.
    case arrayRepeat
    /// Moves the last element out to `r[a..stride]`, **owned**; `r[b]` unique. Traps where there is none.
    case arrayRemoveLast
    /// Moves element `r[c]` out to `r[a..stride]`, **owned**, and closes the gap; `r[b]` unique.
    case arrayRemove
    /// Inserts the element that starts at `r[c]`, **consumed**, before index `r[b]`; `r[a]` unique.
    case arrayInsert
    /// `r[a]` = elements `r[c] ..< r[c + 1]` of `r[b]`: a new array, **owned**. Traps on a bad range.
    case arraySlice
    /// Appends the elements of `r[b]`; `r[a]` unique.
    case arrayAppendContents
    /// Replaces elements `r[b] ..< r[b + 1]` by those of the array `r[c]`, borrowed; `r[a]` unique.
    case arrayReplaceRange
    /// Exchanges elements `r[b]` and `r[c]`; `r[a]` unique.
    case arraySwap
    /// Room for `r[b]` elements; `r[a]` unique.
    case arrayReserve
    /// Removes all elements; `r[a]` unique.
    case arrayRemoveAll
    /// `r[a] = r[b] == r[c]`, word by word: elements without references, floating point or padding.
    case arrayEqualWords
    /// The same for one-word Double elements, and for strings.
    case arrayEqualDoubles
    case arrayEqualStrings
    /// Sorts one-word elements ascending, stably: Int, Double (`<`), String; `r[a]` unique. Costs n log n / 16.
    case arraySortInts
    case arraySortDoubles
    case arraySortStrings

    // MARK: Strings: an index is an offset in UTF-8 bytes

    /// `r[a] = r[b].count` in characters. Costs bytes / 64 unless ASCII.
    case stringCount
    /// `r[a] = r[b].utf8.count`.
    case stringByteCount
    /// `r[a]` = the Character at byte offset `r[c]` of `r[b]`, **owned**, and `r[c]` moves past it; 0 (nil) at the end.
    case stringNext
    /// `r[a]` = the byte offset of the character that ends at offset `r[c]` of `r[b]`. Traps at 0.
    case stringIndexBefore
    /// `r[a]` = the byte offset after the character at offset `r[c]`. Traps at the end.
    case stringIndexAfter
    /// `r[a]` = bytes `r[c] ..< r[c + 1]` of `r[b]`: **owned**. Traps on a bad range.
    case stringSlice
    /// `r[a]` = array, of descriptor c, of the Characters of `r[b]`: **owned**.
    case stringCharacters
    /// `r[a]` = array of descriptor c of the UTF-8 bytes / Unicode scalars of `r[b]` as words: **owned**.
    case stringBytes
    case stringScalars
    /// `r[a]` = the string of the bytes / scalars in the array `r[b]`: **owned**. Traps on what is not a scalar.
    case stringFromBytes
    case stringFromScalars
    /// `r[a]` = the string of the scalar `r[b]`: **owned**. Traps on what is not a scalar.
    case stringFromScalar
    /// `r[a]` = 1 and `r[a + 1]` = the code of the Character `r[b]` where it is ASCII; else 0, 0.
    case characterASCII
    /// `r[a]` = `r[b]` repeated `r[c]` times: **owned**. Traps on a negative count.
    case stringRepeat
    case stringUppercased
    case stringLowercased
    /// `r[a]` = byte offset of the first occurrence of `r[c]` in `r[b]` that starts at or after offset `r[c + 1]`, on
    /// character boundaries; −1 where there is none.
    case stringFind
    case stringHasPrefix
    case stringHasSuffix
    /// `r[a]` = 1 and `r[a + 1]` = the number that `r[b]` spells, as `Int(_:)` / `Double(_:)`; else 0, 0.
    case stringToInt
    case stringToDouble
    /// `r[a]` = the text of the Int `r[b]` in radix `r[c]`, lower case: **owned**.
    case describeRadix
    /// `r[a]` = `CharacterProperty` c of the Character `r[b]`, a Bool.
    case characterProperty
    /// `r[a]` = the hash of a string / word / Double, and of two hashes combined. The same on every run.
    case hashString
    case hashWord
    case hashDouble
    case hashCombine

    // MARK: Tables: the dictionaries and sets. An entry is the key's words, then the value's.

    /// `r[a]` = an empty table of descriptor b with room for c entries: **owned**.
    case newTable
    /// `r[a] = r[b].count`.
    case tableCount
    /// `r[a]` = entry index of the key that starts at `r[c]` in `r[b]`, or −1. Keys by the descriptor's `KeyKind`, not
    /// `.custom`.
    case tableFind
    /// For `.custom` keys: `r[a]` = the next entry after entry `r[c]` (−1 to begin; updated) whose hash is `r[c + 1]`, or
    /// −1. The caller compares keys.
    case tableProbe
    /// Adds the entry that starts at `r[b]`, **consumed**, which must not be there; `r[a]` unique; `r[c]` becomes its
    /// index. `.custom` tables take the hash from `r[c]`.
    case tableInsert
    /// Removes entry `r[b]`, releasing its references; `r[a]` unique.
    case tableRemove
    /// `r[a]` = the first entry at or after index `r[c]` in insertion order, or −1.
    case tableNext
    /// `r[a..]` = the key (`tableKey`) / value (`tableValue`) of entry `r[c]` of `r[b]`, borrowed.
    case tableKey
    case tableValue
    /// Moves the value of entry `r[c]` out to `r[a..]`, **owned**; 0 stays; `r[b]` unique.
    case tableTakeValue
    /// Stores the value `r[c..]`, **consumed**, in entry `r[b]`; `tablePutValue` releases nothing,
    /// `tableReplaceValue` the old one; `r[a]` unique.
    case tablePutValue
    case tableReplaceValue
    case tableRemoveAll

    // MARK: Objects

    /// `r[a]` = the string that names the type of the object `r[b]`: **owned**.
    case typeName
    /// `r[a]` = the plain name of the descriptor with index `r[b]`: **owned**.
    case descriptorName
    /// `r[a]` = the descriptor index of the object `r[b]`.
    case typeIndex
    /// `r[a]` = what weak references to the instance `r[b]` hold, of descriptor c: **owned**; 0 of 0.
    case weakMake
    /// `r[a]` = the instance that the weak reference `r[b]` stands for, **owned**, or 0 where it is gone.
    case weakLoad
    /// `r[a]` = live bytes of the heap.
    case liveBytes
}

/// The property of `Intrinsic.characterProperty`.
public enum CharacterProperty: UInt8, CaseIterable, Sendable {
    case isLetter, isNumber, isWholeNumber, isWhitespace, isNewline, isPunctuation, isSymbol, isUppercase, isLowercase
    case isASCII, isHexDigit
}
