/// The steps of a run, or some of them, held as differences: a frame that changes one variable costs one variable.
public struct StepTrace: Sendable {
    /// The version of the JSON layout; a reader refuses a number above its own.
    public static let schemaVersion = 1

    /// The name of the lesson file.
    public var lesson: String
    public var title: String
    public private(set) var passes: [TracedPass] = []
    /// What is not in the trace, cell by cell.
    public var leftOut: [StepOmission] = []
    private var entries: [Entry] = []
    private var last: StepFrame?

    public init(lesson: String, title: String) {
        self.lesson = lesson
        self.title = title
    }

    public var count: Int { entries.count }

    /// A frame and what of it differs from the one before: its scopes and output are in the changes only.
    struct Entry: Sendable {
        var frame: StepFrame
        var changes: [Change]
        /// How many bytes of the output before stay, and what follows them.
        var keptOutput: Int
        var addedOutput: String
    }

    enum Change: Sendable, Equatable {
        /// The innermost call has ended, or one has begun.
        case pop
        case push(name: String, line: Int)
        case line(scope: Int, Int)
        case set(scope: Int, StepVariable)
        case remove(scope: Int, name: String)
    }

    /// Adds a frame, whose `network` is an index into `passes`. O(variables).
    public mutating func append(_ frame: StepFrame) {
        var stored = frame
        stored.scopes = []
        stored.output = ""
        let before = Array((last?.output ?? "").utf8)
        let now = Array(frame.output.utf8)
        var kept = 0
        while kept < before.count, kept < now.count, before[kept] == now[kept] { kept += 1 }
        // Not inside a character's bytes.
        while kept > 0, kept < now.count, now[kept] & 0xC0 == 0x80 { kept -= 1 }
        entries.append(
            Entry(
                frame: stored, changes: Self.changes(from: last?.scopes ?? [], to: frame.scopes), keptOutput: kept,
                addedOutput: String(decoding: now[kept...], as: UTF8.self)))
        last = frame
    }

    /// Adds a pass; its index is for frames to point at.
    public mutating func add(_ pass: TracedPass) -> Int {
        passes.append(pass)
        return passes.count - 1
    }

    /// Takes what has become known of a pass since.
    public mutating func update(_ pass: TracedPass, at index: Int) { passes[index] = pass }

    /// Makes each frame's sentence from the frame, the one before it and its pass.
    public mutating func setSentences(_ sentence: (StepFrame, StepFrame?, TracedPass?) -> String) {
        var reader = Reader(self)
        var index = 0
        var before: StepFrame?
        while let frame = reader.next() {
            let pass = frame.network.flatMap { passes.indices.contains($0.pass) ? passes[$0.pass] : nil }
            entries[index].frame.sentence = sentence(frame, before, pass)
            before = frame
            index += 1
        }
        last?.sentence = entries.last?.frame.sentence ?? ""
    }

    /// A frame, put together from the differences up to it. O(index · changes); use a `Reader` for many.
    public func frame(at index: Int) -> StepFrame? {
        var reader = Reader(self)
        var frame = reader.next()
        var place = 0
        while place < index, frame != nil {
            frame = reader.next()
            place += 1
        }
        return frame
    }

    /// Goes through the frames in order.
    public struct Reader {
        private let entries: [Entry]
        private var index = 0
        private var scopes: [StepScope] = []
        private var output: [UInt8] = []

        public init(_ trace: StepTrace) { entries = trace.entries }

        public mutating func next() -> StepFrame? {
            guard index < entries.count else { return nil }
            let entry = entries[index]
            index += 1
            for change in entry.changes { StepTrace.apply(change, to: &scopes) }
            output.removeLast(output.count - entry.keptOutput)
            output += Array(entry.addedOutput.utf8)
            var frame = entry.frame
            frame.scopes = scopes
            frame.output = String(decoding: output, as: UTF8.self)
            return frame
        }
    }

    func forEachEntry(_ body: (Entry) -> Void) {
        for entry in entries { body(entry) }
    }

    // MARK: Differences

    static func changes(from old: [StepScope], to new: [StepScope]) -> [Change] {
        var shared = 0
        while shared < old.count, shared < new.count, old[shared].name == new[shared].name { shared += 1 }
        var changes: [Change] = []
        for _ in shared..<old.count { changes.append(.pop) }
        for index in 0..<shared { compare(old[index], new[index], index, &changes) }
        for index in shared..<new.count {
            changes.append(.push(name: new[index].name, line: new[index].line))
            for variable in new[index].variables { changes.append(.set(scope: index, variable)) }
        }
        return changes
    }

    private static func compare(_ old: StepScope, _ new: StepScope, _ index: Int, _ changes: inout [Change]) {
        if old.line != new.line { changes.append(.line(scope: index, new.line)) }
        // What comes out of order is taken away and set again, so that the order of the list is kept too.
        var place = 0
        var kept: [StepVariable] = []
        for variable in old.variables {
            var found = place
            while found < new.variables.count, new.variables[found].name != variable.name { found += 1 }
            if found < new.variables.count, found == kept.count {
                kept.append(variable)
                place = found + 1
            } else {
                changes.append(.remove(scope: index, name: variable.name))
            }
        }
        for (position, variable) in new.variables.enumerated() {
            if position < kept.count, kept[position] == variable { continue }
            changes.append(.set(scope: index, variable))
        }
    }

    static func apply(_ change: Change, to scopes: inout [StepScope]) {
        switch change {
        case .pop: scopes.removeLast()
        case .push(let name, let line): scopes.append(StepScope(name: name, line: line))
        case .line(let scope, let line): scopes[scope].line = line
        case .remove(let scope, let name): scopes[scope].variables.removeAll { $0.name == name }
        case .set(let scope, let variable):
            for index in scopes[scope].variables.indices where scopes[scope].variables[index].name == variable.name {
                scopes[scope].variables[index] = variable
                return
            }
            scopes[scope].variables.append(variable)
        }
    }
}

/// What a trace does not show of a cell.
public struct StepOmission: Sendable, Equatable {
    public var cell: Int
    /// How many steps the cell has, and how many of them the trace shows.
    public var steps: Int64
    public var shown: Int64
    /// Why, for a sentence: "repetitions of a loop", "the page's room".
    public var reason: String

    public init(cell: Int, steps: Int64, shown: Int64, reason: String) {
        self.cell = cell
        self.steps = steps
        self.shown = shown
        self.reason = reason
    }
}
