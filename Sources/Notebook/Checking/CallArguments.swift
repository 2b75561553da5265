import SourceText
import Syntax

/// The calls of an exercise's functions in a check: `expect(stepped([1, 2], slopes, rate: 0.1), near: …)`.
struct CallArguments {
    /// A parameter of the answer's function, and the text of what the check gives for it.
    struct Argument {
        var parameter: String
        var source: String
    }

    /// The arguments of the call that stands first in the expectation on a line of the lesson; empty where there is no
    /// such call.
    private(set) var byLine: [Int: [Argument]] = [:]

    /// - Parameter stub: the cell whose functions the check calls.
    init(in check: SourceFile, of stub: SourceFile) {
        let parameters = Self.parameters(in: stub)
        for statement in Parser(file: check).parse().statements {
            guard case .expression(let expression) = statement.kind, case .call(_, let given) = expression.kind,
                let first = given.first, let call = Self.call(in: first.value),
                case .call(let callee, let arguments) = call.kind, case .name(let name, _, _) = callee.kind,
                let names = parameters[name], names.count == arguments.count
            else { continue }
            var found: [Argument] = []
            for (parameter, argument) in zip(names, arguments) {
                found.append(Argument(parameter: parameter, source: check.text(argument.value.span)))
            }
            byLine[check.location(of: Int(statement.span.lower)).line] = found
        }
    }

    /// The call itself, or the one whose result is indexed.
    private static func call(in expression: Expression) -> Expression? {
        var expression = expression
        while true {
            switch expression.kind {
            case .call: return expression
            case .index(let base, _): expression = base
            case .parenthesized(let inner): expression = inner
            default: return nil
            }
        }
    }

    private static func parameters(in stub: SourceFile) -> [String: [String]] {
        var found: [String: [String]] = [:]
        for statement in Parser(file: stub).parse().statements {
            guard case .declaration(let declaration) = statement.kind, case .function(let function) = declaration.kind
            else { continue }
            var names: [String] = []
            for parameter in function.parameters { names.append(parameter.name) }
            found[function.name] = names
        }
        return found
    }
}
