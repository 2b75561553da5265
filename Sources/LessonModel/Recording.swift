/// What a run of a lesson gave: plain values that terminal text, page and JSON are views of.
public struct Recording: Sendable {
    /// The version of the JSON layout; a reader refuses a number above its own.
    public static let schemaVersion = 1

    /// The name of the lesson file.
    public var lesson: String
    public var title: String
    public var seed: UInt64
    /// One for each cell of the document, in its order.
    public var cells: [CellRecord]
    /// One for each `{{ expression }}` of the document, in its order.
    public var values: [ExpressionValue]
    public var counts: Counts

    public init(
        lesson: String, title: String, seed: UInt64, cells: [CellRecord] = [], values: [ExpressionValue] = [],
        counts: Counts = Counts()
    ) {
        self.lesson = lesson
        self.title = title
        self.seed = seed
        self.cells = cells
        self.values = values
        self.counts = counts
    }

    public struct Counts: Sendable, Equatable {
        /// Steps of fuel used.
        public var steps: Int64
        /// The most bytes that were live at once.
        public var bytes: Int64

        public init(steps: Int64 = 0, bytes: Int64 = 0) {
            self.steps = steps
            self.bytes = bytes
        }
    }

    /// The value of a `{{ expression }}`, or why it has none.
    public enum ExpressionValue: Sendable {
        case value(String)
        case failed(RecordedDiagnostic)
        /// A cell that it needs did not run.
        case missing
    }
}

/// What one cell gave.
public struct CellRecord: Sendable {
    public enum Status: Sendable, Equatable {
        case ok
        /// It ran and ended by a trap, a failed expectation or a spent budget.
        case failed
        /// It was not run: `eval: false`, or a name that it needs is missing.
        case skipped
        /// The stub of an exercise that nobody has filled in.
        case todo
        /// It was refused before it ran.
        case refused

        public var word: String {
            switch self {
            case .ok: "ok"
            case .failed: "failed"
            case .skipped: "skipped"
            case .todo: "todo"
            case .refused: "refused"
            }
        }
    }

    public var label: String
    public var status: Status
    /// What the cell printed.
    public var output: String
    public var diagnostics: [RecordedDiagnostic]
    public var figures: [Figure]
    public var passes: [TracedPass]
    public var counts: Recording.Counts
    /// The value that the reader was to guess, where the cell has `predict` and ran.
    public var predicted: String?

    public init(
        label: String, status: Status, output: String = "", diagnostics: [RecordedDiagnostic] = [],
        figures: [Figure] = [], passes: [TracedPass] = [], counts: Recording.Counts = Recording.Counts()
    ) {
        self.label = label
        self.status = status
        self.output = output
        self.diagnostics = diagnostics
        self.figures = figures
        self.passes = passes
        self.counts = counts
    }
}

/// A diagnostic as data, free of the source text that it speaks of.
public struct RecordedDiagnostic: Sendable, Equatable {
    /// `error`, `warning` or `note`.
    public var severity: String
    public var file: String
    /// Both count from 1; columns in bytes, the end one past the last.
    public var line: Int
    public var column: Int
    public var endColumn: Int
    public var message: String
    public var hint: String
    public var sourceLine: String
    /// The whole text as a terminal shows it, without colour.
    public var rendered: String

    public init(
        severity: String = "error", file: String, line: Int, column: Int, endColumn: Int, message: String,
        hint: String = "", sourceLine: String = "", rendered: String = ""
    ) {
        self.severity = severity
        self.file = file
        self.line = line
        self.column = column
        self.endColumn = endColumn
        self.message = message
        self.hint = hint
        self.sourceLine = sourceLine
        self.rendered = rendered
    }
}
