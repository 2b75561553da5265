/// The budgets of a run. All of them end the cell with a trap, never the process.
public struct Limits: Sendable {
    /// Units of fuel for one cell: backward branches and calls, and what builtins charge.
    public var fuel: Int64 = 2_000_000_000
    /// Live bytes of the heap. Address space for twice as much is reserved, memory is taken as it is used.
    public var memory = 64 << 20
    /// Words of the stack: about 10,000 frames of 26 registers.
    public var stackWords = 1 << 18
    /// Bytes that one cell may print.
    public var output = 1 << 20

    public init() {}
}
