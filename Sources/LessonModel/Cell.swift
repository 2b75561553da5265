import SourceText

/// One fenced `swift` block: code to run, with the options from its top.
public struct Cell: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        case ordinary
        /// The stub that a student completes.
        case exercise(String)
        /// Verifies the exercise of that id.
        case check(String)
        /// Stands in for the stub of the exercise of that id.
        case solution(String)
        /// Preparation that a reader need not see.
        case setup
    }

    /// The place among the document's cells, from 0.
    public var index: Int
    public var kind: Kind
    public var options: CellOptions
    /// The code below the option lines; lines end in `\n`.
    public var source: String
    /// The line of the file that the first line of `source` is.
    public var firstLine: Int
    /// How many bytes of each line stand before the code: more than 0 in a list or a quote.
    public var columnOffset: Int
    /// The line of the opening fence.
    public var fenceLine: Int

    public init(
        index: Int, kind: Kind = .ordinary, options: CellOptions = CellOptions(), source: String, firstLine: Int,
        columnOffset: Int = 0, fenceLine: Int
    ) {
        self.index = index
        self.kind = kind
        self.options = options
        self.source = source
        self.firstLine = firstLine
        self.columnOffset = columnOffset
        self.fenceLine = fenceLine
    }

    /// The label, else a name made from what the cell is for, else its number from 1: `cell-3`.
    public var name: String {
        if let label = options.label { return label }
        switch kind {
        case .ordinary, .setup: return "cell-\(index + 1)"
        case .exercise(let id): return id
        case .check(let id): return "check-\(id)-\(index + 1)"
        case .solution(let id): return "solution-\(id)"
        }
    }

    /// The code as an input of the compiler, whose positions are those of the lesson file.
    public func sourceFile(named fileName: String) -> SourceFile {
        SourceFile(name: fileName, text: source, firstLine: firstLine, columnOffset: columnOffset)
    }
}

/// What the `//| key: value` lines of a cell say. `CellOptions()` is a cell that says nothing.
public struct CellOptions: Sendable, Equatable {
    public enum Scope: Sendable, Equatable {
        /// The cell's names belong to the whole lesson.
        case lesson
        /// Variables and functions stay in the cell.
        case local
    }

    public var label: String?
    public var caption: String?
    /// Whether the code is shown.
    public var echo = true
    /// Whether the cell is run.
    public var eval = true
    /// Whether what the cell printed and drew is shown.
    public var output = true
    /// Whether the cell is meant to fail.
    public var error = false
    /// Whether the engine's passes are recorded; nil leaves it to the size of the network.
    public var trace: Bool?
    /// The expression whose value the reader guesses before it is shown.
    public var predict: String?
    public var exercise: String?
    /// What an exercise or a check is worth; nil means 1.
    public var points: Double?
    public var check: String?
    /// Whether a check is kept from the student.
    public var hidden = false
    public var solution: String?
    public var setup = false
    public var scope = Scope.lesson
    /// The most steps that the cell may take; nil leaves it to the command.
    public var budget: Int64?

    public init() {}
}
