import LessonModel
import Machine
import Prelude
import SourceText
import Syntax

/// Makes the whole picture of a moment that a stepping program stands at.
struct FrameMaker {
    let program: SteppingProgram
    /// So many of the innermost calls are shown.
    static let shownCalls = 12

    private var session: LanguageSession { program.session }
    private var piece: SteppingProgram.Piece { program.pieces[program.current] }

    /// The frame at a moment that the program has been taken to, and the pass that it belongs to or that came last.
    func frame(at moment: Int64, cell: Int) -> (frame: StepFrame, engine: EngineStep?, pass: TracedPass?) {
        let frames = session.ownFrames(atMost: Self.shownCalls)
        let line = frames.first.map { self.line(of: $0) } ?? piece.file.location(of: 0).line
        var frame = StepFrame(
            step: moment - piece.start, cell: cell, kind: .line, place: StepPlace(piece.file, Span(0, 0)),
            scopes: scopes(frames), output: output)
        if program.hasEnded, moment == program.clock {
            ending(&frame, frames)
            return (frame, nil, program.ear.latestPass(since: piece.start, line: line))
        }
        if let engine = program.ear.step(at: moment, line: line) {
            frame.kind = engine.kind
            frame.network = engine.place
            if let place = frames.first.flatMap({ self.place(of: $0) }) { frame.place = place }
            return (frame, engine, engine.pass)
        }
        code(&frame, frames)
        return (frame, nil, program.ear.latestPass(since: piece.start, line: line))
    }

    private var output: String { String(decoding: session.machine.output, as: UTF8.self) }

    // MARK: Kinds of steps

    private func code(_ frame: inout StepFrame, _ frames: [FrameView]) {
        guard let mark = program.work.last, let top = frames.first, let file = top.file else { return }
        frame.place = StepPlace(file, mark.span)
        if let statement = program.work.statements.last, statement.base == top.base {
            frame.code = OneLine.text(of: header(of: statement.span, in: statement.file), in: statement.file)
        }
        switch mark.kind {
        case .statement:
            frame.kind = .line
            frame.place = StepPlace(file, header(of: mark.span, in: file))
            frame.code = OneLine.text(of: header(of: mark.span, in: file), in: file)
        case .enter:
            frame.kind = .call
            let head = head(before: mark.span, in: file)
            frame.place = StepPlace(file, head)
            frame.code = OneLine.text(of: head, in: file)
        case .leave:
            frame.kind = .return
            frame.code = OneLine.text(of: header(of: mark.span, in: file), in: file)
            frame.reduction = program.work.returned.map {
                StepReduction(source: frame.code, before: [], part: top.name, value: $0.text, number: $0.number)
            }
        case .expression:
            frame.kind = .expression
            frame.reduction = reduction(frame.scopes, top)
        }
    }

    private func reduction(_ scopes: [StepScope], _ top: FrameView) -> StepReduction? {
        guard let statement = program.work.statements.last, statement.base == top.base else { return nil }
        return ReductionBuilder(statement: statement) { name in
            if scopes.count > 1, let own = scopes[scopes.count - 1][name] { return own }
            return scopes.first?[name]
        }.reduction()
    }

    private func ending(_ frame: inout StepFrame, _ frames: [FrameView]) {
        if program.trial == nil ? piece.stop == nil : program.lastStop == nil {
            frame.kind = .end
            let last = max(0, lastByte(of: piece.file))
            frame.place = StepPlace(piece.file, Span(last, last))
        } else {
            frame.kind = .trap
            if let place = frames.first.flatMap({ self.place(of: $0) }) { frame.place = place }
        }
    }

    private func lastByte(of file: SourceFile) -> Int {
        var last = file.bytes.count - 1
        while last > 0, file.bytes[last] == 0x0A || file.bytes[last] == 0x20 || file.bytes[last] == 0x0D { last -= 1 }
        return last
    }

    /// Of a function's body: what stands before it on its line, `func f(_ n: Int)`; a closure is shown as it is.
    private func head(before body: Span, in file: SourceFile) -> Span {
        let line = file.line(at: file.lineIndex(of: Int(body.lower)))
        let head = Span(line.startIndex, Int(body.lower))
        let words = Lexer.tokens(of: SourceFile(name: "", text: file.text(head)))
        for token in words where Self.heads.contains(text(token, from: Int(head.lower), in: file)) {
            return Span(Int(head.lower) + Int(words[0].span.lower), Int(head.upper))
        }
        return header(of: body, in: file)
    }

    private func text(_ token: Token, from start: Int, in file: SourceFile) -> String {
        file.text(Span(start + Int(token.span.lower), start + Int(token.span.upper)))
    }

    private static let heads = ["func", "init", "deinit", "subscript", "var", "get", "set", "willSet", "didSet"]

    /// Of a statement that opens a block: what stands before it.
    private func header(of span: Span, in file: SourceFile) -> Span {
        guard let brace = OneLine.block(in: file.text(span)) else { return span }
        return Span(Int(span.lower), Int(span.lower) + brace)
    }

    // MARK: Variables

    private func place(of frame: FrameView) -> StepPlace? {
        guard let file = frame.file, let span = frame.span else { return nil }
        return StepPlace(file, span)
    }

    private func line(of frame: FrameView) -> Int {
        guard let file = frame.file, let span = frame.span else { return 0 }
        return file.location(of: Int(span.lower)).line
    }

    private func scopes(_ frames: [FrameView]) -> [StepScope] {
        var lesson: [StepVariable] = []
        for earlier in program.pieces[..<program.current] where earlier.isCell && earlier.stop == nil {
            add(session.globals(of: earlier.entry, below: earlier.globalsAfter), to: &lesson)
        }
        var calls: [StepScope] = []
        for frame in frames.prefix(Self.shownCalls) where frame.base != 1 {
            var variables: [StepVariable] = []
            add(session.variables(of: frame), to: &variables)
            calls.append(StepScope(name: frame.name, line: line(of: frame), variables: variables))
        }
        var outer = StepScope(name: "", line: 0)
        if let bottom = frames.last, bottom.base == 1 {
            outer.line = line(of: bottom)
            let earlier = lesson.count
            var own: [StepVariable] = []
            add(session.variables(of: bottom), to: &own)
            lesson.removeAll { variable in own.contains { $0.name == variable.name } }
            outer.ownStart = min(earlier, lesson.count)
            lesson += own
        }
        outer.variables = lesson
        return [outer] + calls.reversed()
    }

    private func add(_ found: [LiveVariable], to variables: inout [StepVariable]) {
        for variable in found where !variable.name.utf8.starts(with: "_".utf8) {
            variables.removeAll { $0.name == variable.name }
            variables.append(StepVariable(name: variable.name, value: variable.text, number: variable.number))
        }
    }
}

extension StepPlace {
    init(_ file: SourceFile, _ span: Span) {
        let start = file.location(of: Int(span.lower))
        let end = file.location(of: max(Int(span.lower), Int(span.upper)))
        self.init(line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
    }
}
