import LessonModel
import Machine
import Prelude
import SourceText
import Syntax

/// Code that the reader types at a step.
extension LessonStepper {
    public struct Answer: Sendable, Equatable {
        /// What was printed, or why nothing could be.
        public var text: String
        public var isError: Bool
    }

    /// The value of an expression at this step, with the variables that are in sight there. Nothing changes.
    public func value(of expression: String) -> Answer {
        let variables = variables(mentionedIn: expression)
        let session = program.session
        if let name = unknownName(in: expression) {
            return Answer(text: "`\(name)` has no value yet", isError: true)
        }
        let prepared = session.prepareCode("print((\n\(expression)\n))", seeing: variables)
        guard let code = prepared.code else { return Answer(text: reason(prepared.diagnostics), isError: true) }
        let before = program.bookmark()
        let evaluation = session.run(code, on: variables)
        program.restore(before)
        if evaluation.hasFailed { return Answer(text: reason(evaluation.diagnostics), isError: true) }
        var text = String(decoding: evaluation.output, as: UTF8.self)
        if text.utf8.last == 0x0A { text = String(decoding: Array(text.utf8).dropLast(), as: UTF8.self) }
        return Answer(text: text, isError: false)
    }

    /// Why a condition cannot be one, at this step; nil where it can.
    public func problem(withCondition condition: String) -> String? {
        let prepared = program.session.prepareCode(
            condition, seeing: variables(mentionedIn: condition), isCondition: true)
        return prepared.code == nil ? reason(prepared.diagnostics) : nil
    }

    func reason(_ diagnostics: [Diagnostic]) -> String {
        guard let first = diagnostics.first(where: { $0.severity == .error }) else { return "that does not work here" }
        return first.hint.isEmpty ? first.message : first.message + " (" + first.hint + ")"
    }

    /// A variable of the cell that the code mentions before it has its value.
    func unknownName(in code: String) -> String? {
        let piece = program.pieces[program.current]
        let declared = program.session.globalNames(of: piece.entry, below: piece.globalsAfter)
        let known = variables(mentionedIn: code)
        for name in names(in: code) where declared.contains(name) {
            if !known.contains(where: { $0.name == name }) { return name }
        }
        return nil
    }

    /// The names in a piece of code that are not members of something.
    private func names(in code: String) -> [String] {
        let file = SourceFile(name: "", text: code)
        let tokens = Lexer.tokens(of: file)
        var names: [String] = []
        for (index, token) in tokens.enumerated() where token.kind == .identifier {
            if index > 0, tokens[index - 1].kind == .period { continue }
            let name = file.text(token.span)
            if !names.contains(name) { names.append(name) }
        }
        return names
    }

    /// The variables in sight whose names a piece of code has: those of the innermost call, then the lesson's.
    func variables(mentionedIn code: String) -> [LiveVariable] { variablesInSight(named: names(in: code)) }

    /// Outer ones first; of those with one name the innermost.
    private func variablesInSight(named names: [String], readsValues: Bool = true) -> [LiveVariable] {
        let session = program.session
        var inner: [LiveVariable] = []
        if let top = session.ownFrames(atMost: 1).first, top.base != 1 {
            inner = session.variables(of: top, named: names, readsValues: readsValues)
        }
        let rest = names.filter { name in !inner.contains { $0.name == name } }
        if rest.isEmpty { return inner }
        var outer: [LiveVariable] = []
        func add(_ variables: [LiveVariable]) {
            for variable in variables {
                outer.removeAll { $0.name == variable.name }
                outer.append(variable)
            }
        }
        for earlier in program.pieces[..<program.current] where earlier.isCell && earlier.stop == nil {
            add(
                session.globals(
                    of: earlier.entry, below: earlier.globalsAfter, named: rest, readsValues: readsValues))
        }
        if let bottom = session.machine.bottomFrame() {
            add(session.variables(of: bottom, named: rest, readsValues: readsValues))
        }
        return outer + inner
    }

    /// Whether a condition holds at the mark that the program stands at. One that cannot be computed there does not.
    func holds(_ condition: String) -> Bool {
        let entry = conditions.entry(for: condition) { (names(in: condition), mayChange(condition)) }
        let variables = variablesInSight(named: entry.names, readsValues: false)
        guard let code = prepared(entry, variables) else { return false }
        let before = entry.mayChange ? program.bookmark() : nil
        let evaluation = program.session.run(code, on: variables)
        if let before { program.goBack(to: before) }
        return !evaluation.hasFailed && evaluation.word & 1 == 1
    }

    /// Whether code calls something, which might change what it looks at.
    private func mayChange(_ code: String) -> Bool {
        code.utf8.contains(UInt8(ascii: "("))
    }
}

/// Conditions that have been compiled, for variables of certain places and types.
final class ConditionCache {
    final class Entry {
        let condition: String
        let names: [String]
        let mayChange: Bool
        var compiled: [(types: [Int], names: [String], code: PreparedCode?)] = []

        init(_ condition: String, _ names: [String], _ mayChange: Bool) {
            self.condition = condition
            self.names = names
            self.mayChange = mayChange
        }
    }

    private var entries: [Entry] = []

    func entry(for condition: String, _ make: () -> (names: [String], mayChange: Bool)) -> Entry {
        for entry in entries where entry.condition == condition { return entry }
        let (names, mayChange) = make()
        let entry = Entry(condition, names, mayChange)
        entries.append(entry)
        return entry
    }
}

extension LessonStepper {
    fileprivate func prepared(_ entry: ConditionCache.Entry, _ variables: [LiveVariable]) -> PreparedCode? {
        let types = variables.map { $0.typeIndex }
        for known in entry.compiled where known.types == types {
            if zip(known.names, variables).allSatisfy({ $0 == $1.name }) { return known.code }
        }
        let code = program.session.prepareCode(entry.condition, seeing: variables, isCondition: true).code
        entry.compiled.append((types, variables.map { $0.name }, code))
        return code
    }
}
