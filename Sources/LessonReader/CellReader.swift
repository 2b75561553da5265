import LessonModel
import SourceText

/// Reads a Swift fence: its `//| key: value` lines and the code below them.
struct CellReader {
    let context: ReadingContext
    let fence: FenceReader.Fence

    func cell() -> Cell {
        let text = fence.content
        var options = OptionReader(context: context)
        var index = 0
        while index < text.lines.count, isOption(text.content(ofLine: index)) {
            options.read(text.content(ofLine: index).dropFirst(3), at: text.lines[index].fileOffset + 3)
            index += 1
        }
        warnOfLateOptions(from: index)
        let source = index < text.lines.count ? text.string(text.lines[index].start..<text.bytes.count) : ""
        let firstLine = index < text.lines.count ? text.lines[index].number : fence.line + index + 1
        let kind = options.kind(fence: fence.span)
        register(kind, options)
        let place = context.cellCount
        context.cellCount += 1
        return Cell(
            index: place, kind: kind, options: options.result, source: source, firstLine: firstLine,
            columnOffset: fence.columnOffset, fenceLine: fence.line)
    }

    private func isOption(_ line: ArraySlice<UInt8>) -> Bool { line.starts(with: "//|".utf8) }

    private func warnOfLateOptions(from first: Int) {
        for index in first..<max(first, fence.content.lines.count) {
            let line = fence.content.content(ofLine: index)
            guard isOption(line) else { continue }
            let start = fence.content.lines[index].fileOffset
            context.report(
                .warning, at: Span(start, start + line.count), "an option below the first line of code is a comment",
                hint: "move it to the top of the cell")
            return
        }
    }

    private func register(_ kind: Cell.Kind, _ options: OptionReader) {
        if let label = options.result.label, let span = options.span(of: "label") {
            context.exercises.declare(label, as: .label, at: span, context)
        }
        switch kind {
        case .exercise(let id): context.exercises.declare(id, as: .exercise, at: span(options, "exercise"), context)
        case .solution(let id):
            context.exercises.declare(id, as: .solution, at: span(options, "solution"), context)
            context.exercises.use(id, as: .solution, at: span(options, "solution"))
        case .check(let id): context.exercises.use(id, as: .check, at: span(options, "check"))
        case .ordinary, .setup: break
        }
    }

    private func span(_ options: OptionReader, _ key: String) -> Span { options.span(of: key) ?? fence.span }
}

/// Gathers a cell's options, and says what is wrong with them.
struct OptionReader {
    static let keys = [
        "label", "caption", "echo", "eval", "output", "error", "trace", "predict", "exercise", "points", "check",
        "hidden", "solution", "setup", "scope", "budget",
    ]

    let context: ReadingContext
    private(set) var result = CellOptions()
    /// Where the value of each option stands.
    private var spans: [String: Span] = [:]

    init(context: ReadingContext) { self.context = context }

    func span(of key: String) -> Span? { spans[key] }

    /// Reads what stands behind `//|`, which begins at an offset of the lesson.
    mutating func read(_ line: ArraySlice<UInt8>, at offset: Int) {
        let lead = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
        let content = line.dropFirst(lead)
        let start = offset + lead
        guard let colon = content.firstIndex(of: UInt8(ascii: ":")) else {
            context.report(
                at: Span(start, start + max(1, content.count)), "an option has the form `//| key: value`")
            return
        }
        let key = String(decoding: content[content.startIndex..<colon], as: UTF8.self).trimmingSpace()
        let keySpan = Span(start, start + max(1, colon - content.startIndex))
        let rest = content[(colon + 1)...]
        let gap = rest.prefix { $0 == 0x20 || $0 == 0x09 }.count
        let value = unquoted(String(decoding: rest.dropFirst(gap), as: UTF8.self).trimmingSpace())
        let valueStart = start + (colon - content.startIndex) + 1 + gap
        let valueSpan = Span(valueStart, max(valueStart + 1, offset + line.count))
        guard Self.keys.contains(key) else {
            let nearest = Spelling.nearest(to: key, among: Self.keys)
            context.report(
                at: keySpan, "unknown option `\(key)`",
                hint: nearest.map { "did you mean `\($0)`?" } ?? "known: " + Self.keys.joined(separator: ", "))
            return
        }
        if let earlier = spans[key] {
            context.report(
                at: keySpan, "`\(key)` is set twice in this cell", notes: [context.note(at: earlier, "first set here")])
        }
        spans[key] = valueSpan
        if !set(key, value, valueSpan) { spans[key] = nil }
    }

    private func unquoted(_ value: String) -> String {
        guard value.utf8.count >= 2, let first = value.first, first == "\"" || first == "'", value.last == first else {
            return value
        }
        return String(value.dropFirst().dropLast())
    }

    /// Gives false for a value that has been refused.
    private mutating func set(_ key: String, _ value: String, _ span: Span) -> Bool {
        switch key {
        case "label": return name(value, key, span) { $0.label = $1 }
        case "exercise": return name(value, key, span) { $0.exercise = $1 }
        case "check": return name(value, key, span) { $0.check = $1 }
        case "solution": return name(value, key, span) { $0.solution = $1 }
        case "caption": return words(value, key, span) { $0.caption = $1 }
        case "predict": return words(value, key, span) { $0.predict = $1 }
        case "echo": return flag(value, key, span) { $0.echo = $1 }
        case "eval": return flag(value, key, span) { $0.eval = $1 }
        case "output": return flag(value, key, span) { $0.output = $1 }
        case "error": return flag(value, key, span) { $0.error = $1 }
        case "trace": return flag(value, key, span) { $0.trace = $1 }
        case "hidden": return flag(value, key, span) { $0.hidden = $1 }
        case "setup": return flag(value, key, span) { $0.setup = $1 }
        case "scope": return scope(value, span)
        case "points": return points(value, span)
        default: return budget(value, span)
        }
    }

    private func refuse(_ span: Span, _ message: String, _ hint: String) -> Bool {
        context.report(at: span, message, hint: hint)
        return false
    }

    private mutating func flag(
        _ value: String, _ key: String, _ span: Span, _ assign: (inout CellOptions, Bool) -> Void
    ) -> Bool {
        guard value == "true" || value == "false" else {
            return refuse(span, "`\(key)` is true or false", "write `//| \(key): true` or `//| \(key): false`")
        }
        assign(&result, value == "true")
        return true
    }

    private mutating func words(
        _ value: String, _ key: String, _ span: Span, _ assign: (inout CellOptions, String) -> Void
    ) -> Bool {
        guard !value.isEmpty else { return refuse(span, "`\(key)` has no value", "") }
        assign(&result, value)
        return true
    }

    private mutating func name(
        _ value: String, _ key: String, _ span: Span, _ assign: (inout CellOptions, String) -> Void
    ) -> Bool {
        guard ExerciseRegister.isName(value) else {
            return refuse(span, "`\(key)` is a name", "letters, digits, `-`, `_` and `.`, such as `one-neuron`")
        }
        assign(&result, value)
        return true
    }

    private mutating func scope(_ value: String, _ span: Span) -> Bool {
        guard value == "local" || value == "lesson" else {
            return refuse(span, "`scope` is local or lesson", "write `//| scope: local`")
        }
        result.scope = value == "local" ? .local : .lesson
        return true
    }

    private mutating func points(_ value: String, _ span: Span) -> Bool {
        let isNumber = value.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        guard isNumber, let points = Double(value), points <= 1_000_000 else {
            return refuse(span, "`points` is a number from 0 up", "for example `//| points: 2`")
        }
        result.points = points
        return true
    }

    private mutating func budget(_ value: String, _ span: Span) -> Bool {
        guard let steps = Int64(value.filter { $0 != "_" }), steps > 0 else {
            return refuse(span, "`budget` is a whole number of steps", "for example `//| budget: 5_000_000`")
        }
        result.budget = steps
        return true
    }

    /// What the cell is for: at most one of exercise, check, solution and setup.
    func kind(fence: Span) -> Cell.Kind {
        var kinds: [(key: String, kind: Cell.Kind)] = []
        if let id = result.exercise { kinds.append(("exercise", .exercise(id))) }
        if let id = result.check { kinds.append(("check", .check(id))) }
        if let id = result.solution { kinds.append(("solution", .solution(id))) }
        if result.setup { kinds.append(("setup", .setup)) }
        if kinds.count > 1 {
            context.report(
                at: span(of: kinds[1].key) ?? fence, "a cell is one of exercise, check, solution and setup",
                hint: "this one is taken as `\(kinds[0].key)`")
        }
        return kinds.first?.kind ?? .ordinary
    }
}
