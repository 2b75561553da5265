/// How submissions are checked.
public struct CheckOptions: Sendable {
    /// The exercises to check; empty for all.
    public var exercises: [String] = []
    /// The most steps of an answer and of each of its checks. Nil allows fifty times what the lesson's solution takes,
    /// and at least `leastBudget`.
    public var budget: Int64?
    public var seed: UInt64?
    /// Live bytes that one submission may hold at once.
    public var memory = 64 << 20
    /// Asked every few milliseconds; once it says yes, checking ends.
    public var isCancelled: @Sendable () -> Bool = { false }

    public static let leastBudget: Int64 = 20_000_000

    public init() {}

    /// The options of the passes over the lesson.
    var run: RunOptions {
        var options = RunOptions()
        options.seed = seed
        options.memory = memory
        options.trace = .none
        options.isCancelled = isCancelled
        return options
    }

    func budget(forReference steps: Int64?) -> Int64 {
        if let budget { return budget }
        guard let steps else { return 5 * Self.leastBudget }
        return max(Self.leastBudget, steps < .max / 50 ? 50 * steps : .max)
    }
}
