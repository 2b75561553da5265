import Compiler
import LessonKit
import Machine
import NeuralCore
import Semantics
import SourceText

/// Code that a stepper runs in the middle of a stopped program: a function of the variables that it mentions.
public struct PreparedCode {
    let function: Int
    let isChanging: Bool
    let resultWords: Int
    let parameters: [(name: String, type: Int, words: Int)]
}

/// What came of it.
public struct Evaluation {
    public var output: [UInt8] = []
    /// Why it could not be, or was stopped.
    public var diagnostics: [Diagnostic] = []
    /// The first word of its result.
    public var word: Int64 = 0

    public var hasFailed: Bool { diagnostics.contains { $0.severity == .error } }
}

extension LanguageSession {
    /// Compiles statements that see variables by their names. With `isChanging` the variables take what the code leaves
    /// in them, `let`s as well; with a condition the code is an expression of type Bool. The run under way stays as it
    /// is.
    public func prepareCode(
        _ code: String, seeing variables: [LiveVariable], isChanging: Bool = false, isCondition: Bool = false
    ) -> (code: PreparedCode?, diagnostics: [Diagnostic]) {
        let before = snapshot()
        defer { restore(before) }
        evaluations += 1
        let name = "_evaluated\(evaluations)"
        var header = ""
        var parameters: [(name: String, type: Int, words: Int)] = []
        for variable in variables {
            guard let type = checker.types.type(at: variable.type < 0 ? ~variable.type : variable.type),
                let written = checker.writtenType(type)
            else { continue }
            header += (header.isEmpty ? "" : ", ") + "_ \(variable.name): " + (isChanging ? "inout " : "") + written
            parameters.append((variable.name, variable.type, compiler.words(of: type)))
        }
        let result = isCondition ? " -> Bool" : ""
        let file = SourceFile(
            name: "expression", text: "func \(name)(\(header))\(result) {\n\(code)\n}", firstLine: 0)
        let diagnostics = prepare(file)
        if diagnostics.contains(where: { $0.severity == .error }) { return (nil, diagnostics) }
        do throws(CompileError) {
            guard let function = try compiler.compileFunction(named: name) else { return (nil, diagnostics) }
            do throws(VerificationError) {
                try machine.load(compiler.program)
            } catch {
                return (nil, diagnostics + [Diagnostic(in: file, at: .none, error.message)])
            }
            return (
                PreparedCode(
                    function: function, isChanging: isChanging, resultWords: isCondition ? 1 : 0,
                    parameters: parameters),
                diagnostics
            )
        } catch {
            return (nil, diagnostics + [error.diagnostic])
        }
    }

    /// Runs prepared code on variables of the moment, which have the names and types that it was prepared for. Nothing
    /// that it does is heard, marked or counted. Where it is stopped the state is broken: go back to a snapshot.
    public func run(_ code: PreparedCode, on variables: [LiveVariable], fuel: Int64 = 20_000_000) -> Evaluation {
        var result = Evaluation()
        var places: [Machine.WordPlace] = []
        var arguments = [Int64](repeating: 0, count: code.resultWords)
        for parameter in code.parameters {
            guard let variable = variables.first(where: { $0.name == parameter.name && $0.type == parameter.type })
            else {
                result.diagnostics.append(failure("`\(parameter.name)` has no value here"))
                return result
            }
            places.append(variable.place)
            for index in 0..<parameter.words { arguments.append(machine.word(index, of: variable.place)) }
        }
        let (sink, observer) = (engine.sink, engine.observer)
        engine.sink = nil
        engine.observer = nil
        defer {
            engine.sink = sink
            engine.observer = observer
        }
        guard let interruption = machine.beginAbove(code.function, arguments: arguments) else {
            result.diagnostics.append(failure("there is no room on the stack"))
            return result
        }
        let printed = machine.output.count
        switch machine.run(fuel: fuel) {
        case .finished: break
        case .trapped(let report):
            let text = TrapText(report.trap)
            result.diagnostics.append(failure(text.message, hint: text.hint))
        case .yielded, .marked: result.diagnostics.append(failure("stopped after \(fuel) steps"))
        }
        result.output = Array(machine.output.dropFirst(printed))
        guard !result.hasFailed else { return result }
        var after: [Int64] = []
        for index in arguments.indices { after.append(machine.register(index)) }
        result.word = after.first ?? 0
        machine.endAbove(interruption)
        if code.isChanging { store(Array(after.dropFirst(code.resultWords)), in: places, code) }
        return result
    }

    private func store(_ words: [Int64], in places: [Machine.WordPlace], _ code: PreparedCode) {
        var next = 0
        for (place, parameter) in zip(places, code.parameters) {
            for index in 0..<parameter.words {
                machine.setWord(index, of: place, words[next])
                next += 1
            }
        }
    }

    private func failure(_ message: String, hint: String = "") -> Diagnostic {
        Diagnostic(in: SourceFile(name: "expression", text: ""), at: .none, message, hint: hint)
    }
}
