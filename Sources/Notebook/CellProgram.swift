import SourceText

/// What a run needs of the language: one program that takes in one piece of source after another.
protocol CellProgram: AnyObject {
    /// Checks and compiles a piece and stands ready to run it. Where a diagnostic is an error, nothing of the piece
    /// stays and there is nothing to run. The names of a local piece stay in it.
    func prepare(_ file: SourceFile, isLocal: Bool) -> [Diagnostic]
    /// Runs on for at most so many steps.
    func advance(steps: Int64) -> CellProgress
    /// Gives up the running piece: what it declared and has not reached has no value.
    func abandon()
    /// What was printed since the last call.
    func takeOutput() -> [UInt8]
    /// The innermost place in a piece, not in a library, that runs right now.
    func place() -> (file: SourceFile, span: Span)?
    /// The statement outside functions that runs right now.
    func outerPlace() -> (file: SourceFile, span: Span)?
    /// Steps that the running piece has used.
    var stepsUsed: Int64 { get }
    var liveBytes: Int64 { get }
    /// Who hears what networks do; nil costs nothing.
    var events: CellEvents? { get set }
}

enum CellProgress {
    case finished
    case yielded
    /// A trap or a budget of the machine's, located.
    case stopped(Diagnostic)
}
