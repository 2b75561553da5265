import LessonModel

/// A document with the recording of its run, and what belongs together in it.
struct LessonView {
    let document: Document
    let recording: Recording
    /// The hints of the lesson in the order of the file.
    private(set) var hints: [(exercise: String, blocks: [Block])] = []
    private(set) var solutions: [(exercise: String, cell: Cell)] = []
    private var exercises: [String] = []
    private var steps: [Int: CellSteps] = [:]

    init(_ document: Document, _ recording: Recording, trace: StepTrace? = nil) {
        self.document = document
        self.recording = recording
        var hints: [(exercise: String, blocks: [Block])] = []
        var solutions: [(exercise: String, cell: Cell)] = []
        var exercises: [String] = []
        document.visit { block in
            switch block.kind {
            case .hint(let exercise, let blocks): hints.append((exercise, blocks))
            case .cell(let cell):
                if case .solution(let exercise) = cell.kind { solutions.append((exercise, cell)) }
                if case .exercise(let exercise) = cell.kind { exercises.append(exercise) }
            default: break
            }
        }
        self.hints = hints
        self.solutions = solutions
        self.exercises = exercises
        if let trace { take(trace) }
    }

    private mutating func take(_ trace: StepTrace) {
        var frames: [Int: [StepFrame]] = [:]
        var reader = StepTrace.Reader(trace)
        while let frame = reader.next() { frames[frame.cell, default: []].append(frame) }
        for cell in document.cells {
            guard let own = frames[cell.index] else { continue }
            steps[cell.index] = CellSteps(cell, frames: own, passes: trace.passes)
        }
    }

    /// The key frames of a cell; nil where the trace holds none.
    func steps(of cell: Cell) -> CellSteps? { steps[cell.index] }

    /// What the cell gave, its passes sound; nil where the recording has no such cell.
    func record(of cell: Cell) -> CellRecord? {
        guard recording.cells.indices.contains(cell.index) else { return nil }
        var record = recording.cells[cell.index]
        var passes: [TracedPass] = []
        for pass in record.passes {
            let sound = pass.sound
            if !sound.layers.isEmpty { passes.append(sound) }
        }
        record.passes = passes
        return record
    }

    /// The cell and the pass that teach most: one that goes back and updates before one that only goes forward, and
    /// the larger network before the smaller one.
    var hero: (cell: Cell, pass: TracedPass)? {
        var best: (cell: Cell, pass: TracedPass)?
        var most = 0
        for cell in document.cells where cell.options.output {
            guard let pass = record(of: cell)?.passes.first, LessonView.isSmall(pass) else { continue }
            var worth = 1
            for layer in pass.layers { worth += layer.biases.count + (layer.dZ.isEmpty ? 0 : 20) }
            if !pass.updates.isEmpty { worth += 100 }
            if worth > most {
                most = worth
                best = (cell, pass)
            }
        }
        return best
    }

    func value(of expression: InlineExpression) -> Recording.ExpressionValue {
        recording.values.indices.contains(expression.index) ? recording.values[expression.index] : .missing
    }

    func hints(for exercise: String) -> [[Block]] {
        var found: [[Block]] = []
        for hint in hints where hint.exercise == exercise { found.append(hint.blocks) }
        return found
    }

    func hasExercise(_ id: String) -> Bool { exercises.contains(id) }

    /// Whether a block repeats the title that already stands at the top.
    func isTitle(_ block: Block, at index: Int) -> Bool {
        guard index == 0, case .heading(let heading) = block.kind else { return false }
        return heading.level == 1 && Inline.plainText(heading.inlines) == document.title
    }

    /// Whether the network is small enough to be drawn and written out neuron by neuron.
    static func isSmall(_ pass: TracedPass) -> Bool {
        var units = 0
        for layer in pass.layers { units += layer.biases.count }
        return units <= 16 && pass.inputs.count <= 16 && !pass.layers.isEmpty
    }
}

/// Where a lesson stands in its course, for the line at its top.
public struct LessonPlace: Sendable, Equatable {
    /// From 1, and how many lessons there are.
    public var number: Int
    public var count: Int

    public init(number: Int, of count: Int) {
        self.number = number
        self.count = count
    }
}

/// The commands that a report names, in one place.
struct CommandLines {
    let file: String

    init(file: String) {
        let safe = SafeText.line(file)
        var isPlain = !safe.isEmpty
        for byte in safe.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x80...: continue
            default: isPlain = false
            }
        }
        self.file = isPlain ? safe : "'" + safe + "'"
    }

    func check(_ exercise: String) -> String { "learn check " + file + " -e " + SafeText.line(exercise) }
    var step: String { "learn step " + file }
    var quiz: String { "learn quiz " + file }
}
