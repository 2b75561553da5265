/// Which passes of the engine a run records.
public enum TraceMode: String, CaseIterable, Sendable {
    /// Those of networks of at most 16 units, and all in cells with `//| trace: true`.
    case auto
    /// Those of every network.
    case all
    /// Only those in cells with `//| trace: true`, and of networks that a cell hands to `trace`.
    case marked
    case none
}

/// How a lesson is run.
public struct RunOptions: Sendable {
    /// The seed of unseeded randomness; nil takes the lesson's own, or 0.
    public var seed: UInt64?
    public var trace = TraceMode.auto
    /// The most steps of a cell that names no budget of its own.
    public var budget: Int64 = 500_000_000
    /// Whether nothing runs after the first cell that fails.
    public var isFailFast = false
    /// The index of the last cell to run; nil runs them all.
    public var lastCell: Int?
    /// Live bytes that a lesson may hold at once.
    public var memory = 64 << 20
    /// Told every few milliseconds which cell runs: its name, its number from 1, and how many there are.
    public var progress: (@Sendable (String, Int, Int) -> Void)?
    /// Asked every few milliseconds; once it says yes, the run ends.
    public var isCancelled: @Sendable () -> Bool = { false }

    public init() {}
}
