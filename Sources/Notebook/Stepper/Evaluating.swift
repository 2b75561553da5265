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
        program.goBack(to: before)
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
    func variables(mentionedIn code: String) -> [LiveVariable] {
        let names = names(in: code)
        var found: [LiveVariable] = []
        for variable in variablesInSight() where names.contains(variable.name) {
            found.removeAll { $0.name == variable.name }
            found.append(variable)
        }
        return found
    }

    /// Outer ones first.
    private func variablesInSight() -> [LiveVariable] {
        let session = program.session
        var all: [LiveVariable] = []
        for earlier in program.pieces[..<program.current] where earlier.isCell && earlier.stop == nil {
            all += session.globals(of: earlier.entry, below: earlier.globalsAfter)
        }
        let frames = session.ownFrames()
        if let bottom = frames.last, bottom.base == 1 { all += session.variables(of: bottom) }
        if let top = frames.first, top.base != 1 { all += session.variables(of: top) }
        return all
    }

    /// Whether a condition holds at the mark that the program stands at. One that cannot be computed there does not.
    func holds(_ condition: String) -> Bool {
        let variables = variables(mentionedIn: condition)
        guard let code = prepared(condition, variables) else { return false }
        return program.session.run(code, on: variables).word & 1 == 1
    }
}

/// Conditions that have been compiled, for variables of certain places and types.
final class ConditionCache {
    private var entries: [(condition: String, names: [String], code: PreparedCode?)] = []

    func find(_ condition: String, _ names: [String]) -> PreparedCode?? {
        for entry in entries where entry.condition == condition && entry.names == names { return .some(entry.code) }
        return nil
    }

    func add(_ condition: String, _ names: [String], _ code: PreparedCode?) {
        entries.append((condition, names, code))
    }
}

extension LessonStepper {
    fileprivate func prepared(_ condition: String, _ variables: [LiveVariable]) -> PreparedCode? {
        let names = variables.map { "\($0.name) \($0.typeIndex)" }
        if let known = conditions.find(condition, names) { return known }
        let code = program.session.prepareCode(condition, seeing: variables, isCondition: true).code
        conditions.add(condition, names, code)
        return code
    }
}
