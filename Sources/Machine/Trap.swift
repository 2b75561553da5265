/// Why a cell was stopped: data for a diagnostic. `TrapText` says it in English.
public enum Trap: Equatable {
    /// The exact operands as signed words; `unsigned` says that they are to be read as UInt.
    case overflow(ArithmeticOperator, Int64, Int64, unsigned: Bool)
    /// A result that does not fit a narrower type.
    case narrowOverflow(ArithmeticOperator, result: Int64, IntegerKind)
    case divisionByZero(ArithmeticOperator, Int64)
    case index(Int64, count: Int64)
    case removeFromEmpty
    case negativeCount(Int64)
    case range(lower: Int64, upper: Int64)
    /// `a[2..<9]` of fewer elements.
    case sliceRange(lower: Int64, upper: Int64, count: Int64)
    case integerConversion(Int64, IntegerKind)
    case doubleConversion(Double, IntegerKind)
    /// Not a Unicode scalar.
    case scalar(Int64)
    case stringIndex
    case stated(TrapReason, String)
    /// A `deinit` stored `self` somewhere.
    case resurrected
    case noConformance(type: String, protocol: String)
    /// Budgets, each with its limit.
    case stackDepth
    case memory(limit: Int64)
    case fuel(limit: Int64)
    case output(limit: Int)
    /// A value that was being changed when a trap ended the cell before, and is lost.
    case missingValue

    /// Whether a budget ended the run rather than a mistake of the program.
    public var isBudget: Bool {
        switch self {
        case .stackDepth, .memory, .fuel, .output: true
        default: false
        }
    }
}
