import LessonModel

/// What a stepper's screen shows: plain values, so that the same screen can be drawn in a test.
public struct StepView: Sendable {
    public var document: Document
    public var frame: StepFrame
    /// What was shown before: what differs is new.
    public var before: StepFrame?
    /// The engine's pass as far as it is known, and with all that was reported of it.
    public var pass: TracedPass?
    public var whole: TracedPass?
    public var stepCount: Int64
    public var sentence: String
    /// Expressions that the reader watches, with their values.
    public var watches: [(name: String, value: String)] = []
    /// The values that changed last, the latest first.
    public var latest: [(name: String, value: String)] = []
    /// Lines at which the walk stops.
    public var breakpoints: [Int] = []
    /// What was changed, where another run than the lesson's own is looked at.
    public var trial = ""
    /// The answer to what was typed last; several lines stand in place of the picture.
    public var message: [String] = []
    public var isError = false
    /// Whether the picture gives its room to the source.
    public var showsSourceOnly = false
    /// What is being typed, with its prompt.
    public var prompt: String?

    public init(
        document: Document, frame: StepFrame, before: StepFrame? = nil, pass: TracedPass? = nil,
        whole: TracedPass? = nil, stepCount: Int64, sentence: String
    ) {
        self.document = document
        self.frame = frame
        self.before = before
        self.pass = pass
        self.whole = whole
        self.stepCount = stepCount
        self.sentence = sentence
    }

    var cell: Cell? {
        let cells = document.cells
        return cells.indices.contains(frame.cell) ? cells[frame.cell] : nil
    }

    /// The cell whose code the step is in: that of the function that runs.
    var codeCell: Cell? {
        for cell in document.cells {
            var lines = 0
            for byte in cell.source.utf8 where byte == 0x0A { lines += 1 }
            if frame.place.line >= cell.firstLine, frame.place.line <= cell.firstLine + lines { return cell }
        }
        return cell
    }

    /// Whether a variable differs from what was shown before.
    func isNew(_ variable: StepVariable, inScope index: Int) -> Bool {
        guard let before, before.cell == frame.cell, before.step < frame.step else { return false }
        guard before.scopes.indices.contains(index), before.scopes[index].name == frame.scopes[index].name else {
            return index > 0
        }
        return before.scopes[index][variable.name] != variable
    }

    /// The value of a name in a scope, and whether it is new. What a line declares is not what an earlier cell has under
    /// the same name.
    func value(of name: LineNames.Name, inScope index: Int) -> (variable: StepVariable, isNew: Bool)? {
        guard frame.scopes.indices.contains(index) else { return nil }
        let scope = frame.scopes[index]
        for (place, variable) in scope.variables.enumerated() where variable.name == name.text {
            if index == 0, name.isDeclared, place < scope.ownStart { return nil }
            return (variable, isNew(variable, inScope: index))
        }
        // A function may change what is the lesson's.
        return index > 0 && !name.isDeclared ? value(of: name, inScope: 0) : nil
    }
}
