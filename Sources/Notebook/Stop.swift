import SourceText

/// Why a running piece must end from outside: no steps left, or the user's wish.
struct Stop {
    var diagnostic: Diagnostic
    var isCancelled: Bool

    /// Steps between two looks: about a millisecond.
    static let slice: Int64 = 1 << 18

    static func reason(_ program: CellProgram, _ file: SourceFile, budget: Int64, isCancelled: Bool) -> Stop? {
        if !isCancelled && program.stepsUsed < budget { return nil }
        let place = program.place() ?? (file, Span(0, 1))
        if isCancelled {
            return Stop(diagnostic: Diagnostic(in: place.file, at: place.span, "interrupted"), isCancelled: true)
        }
        return Stop(
            diagnostic: Diagnostic(
                in: place.file, at: place.span, "stopped after \(budget) steps: the budget is spent",
                hint: "does the loop ever end? If it only needs longer, allow more with `budget`"),
            isCancelled: false)
    }
}
