import Elementary

/// A trap in English, for a beginner: what is wrong, and what to try.
public struct TrapText {
    public let message: String
    public let hint: String

    public init(_ trap: Trap) { (message, hint) = TrapText.text(trap) }

    private static func text(_ trap: Trap) -> (String, String) {
        switch trap {
        case .overflow(let op, let a, let b, let unsigned): return overflow(op, a, b, unsigned)
        case .narrowOverflow(_, let result, let kind):
            return ("the result \(result) does not fit \(article(kind))", "use Int, or &+, &-, &* to wrap around")
        case .divisionByZero(let op, let a):
            return ("\(a) \(op.symbol) 0: division by zero", "test the divisor before dividing")
        case .index(let index, let count): return badIndex(index, count)
        case .removeFromEmpty: return ("there is no element to remove: the array is empty", "test isEmpty first")
        case .negativeCount(let count): return ("a count cannot be negative: \(count)", "")
        case .range(let lower, let upper):
            return ("the range begins at \(lower), after its end \(upper)", "a range runs from the lower bound up")
        case .sliceRange(let lower, let upper, let count):
            return ("\(lower)..<\(upper) is not inside 0..<\(count)", "the collection has \(elements(count))")
        case .integerConversion(let value, let kind): return ("\(value) does not fit \(article(kind))", "")
        case .doubleConversion(let value, let kind):
            return (
                "\(Elementary.describe(value)) cannot become \(article(kind))", "test it with isFinite, or its size"
            )
        case .scalar(let value): return ("\(value) is not a Unicode scalar", "")
        case .stringIndex: return ("the index is outside the string", "")
        case .stated(let reason, let text): return stated(reason, text)
        case .resurrected: return ("deinit stored self somewhere: it cannot live on", "")
        case .noConformance(let type, let proto): return ("\(type) does not conform to \(proto)", "")
        case .stackDepth:
            return (
                "too many calls inside calls", "does the recursion reach its end? Every call must come closer to it"
            )
        case .memory(let limit):
            return ("the cell needs more than \(limit >> 20) MiB of memory", "does something grow without end?")
        case .fuel(let limit): return ("stopped after \(limit) steps", "does the loop ever end?")
        case .output(let limit): return ("the cell printed more than \(limit >> 10) KiB", "print less inside loops")
        case .missingValue:
            return ("this value was lost when an earlier cell was stopped", "run the lesson again from its start")
        }
    }

    private static func overflow(_ op: ArithmeticOperator, _ a: Int64, _ b: Int64, _ isUnsigned: Bool) -> (
        String, String
    ) {
        let left = isUnsigned ? "\(UInt64(bitPattern: a))" : "\(a)"
        let right = isUnsigned ? "\(UInt64(bitPattern: b))" : b < 0 ? "(\(b))" : "\(b)"
        let whole = op == .negate ? "-(\(left))" : "\(left) \(op.symbol) \(right)"
        return (
            "\(whole) is too large or too small for \(isUnsigned ? "a UInt" : "an Int")",
            "use Double, or smaller numbers"
        )
    }

    private static func badIndex(_ index: Int64, _ count: Int64) -> (String, String) {
        if count == 0 { return ("index \(index) of an empty array", "test isEmpty first") }
        let hint = count == 1 ? "its only index is 0" : "its indexes are 0 to \(count - 1)"
        return ("index \(index) is outside the array, which has \(elements(count))", hint)
    }

    private static func elements(_ count: Int64) -> String { count == 1 ? "1 element" : "\(count) elements" }

    private static func article(_ kind: IntegerKind) -> String {
        switch kind {
        case .signed8, .signed16, .signed32, .signed64: "an \(kind.name)"
        case .unsigned8, .unsigned16, .unsigned32, .unsigned64: "a \(kind.name)"
        }
    }

    private static func stated(_ reason: TrapReason, _ text: String) -> (String, String) {
        let tail = text.isEmpty ? "" : ": \(text)"
        switch reason {
        case .fatalError: return ("fatalError\(tail)", "")
        case .precondition: return ("precondition failed\(tail)", "")
        case .assertion: return ("assertion failed\(tail)", "")
        case .unwrap: return ("found nil where ! expects a value\(tail)", "use if let, guard let or ??")
        case .released:
            return (
                "this unowned reference's object is gone\(tail)",
                "use weak, or keep the object for as long as it is used"
            )
        case .cast: return ("as! failed\(tail)", "use as? and test for nil")
        case .uncaughtError: return ("an error was thrown and not caught\(tail)", "use do and catch, or try?")
        case .range: return ("bad range\(tail)", "")
        case .conversion: return ("bad conversion\(tail)", "")
        case .unreachable: return ("this place should never be reached\(tail)", "")
        case .other: return (text, "")
        }
    }
}
