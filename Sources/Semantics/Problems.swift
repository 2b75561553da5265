import SourceText

/// What can be wrong with a program, as data. `Problem.message` words it, for a beginner.
enum Problem {
    case unknownName(String, similar: String?)
    case unknownType(String, similar: String?)
    case unknownMember(String, of: String, similar: String?)
    case redeclared(String)
    case ambiguous(String)
    case mismatch(found: String, wanted: String)
    case operands(String, left: String, right: String, hint: String)
    case operand(String, String)
    case noOverload(String, arguments: String)
    case missingArgument(label: String, of: String)
    case extraArgument(of: String)
    case wrongLabel(found: String, wanted: String)
    case notCallable(String)
    case immutable(String, hint: String)
    case notAssignable
    case missingReturn(result: String)
    case unusedGuard
    case nonExhaustive(missing: String)
    case usedBeforeInitialized(String)
    case missingTry
    case unhandledThrow
    case noConformance(type: String, protocolName: String)
    case missingRequirement(type: String, protocolName: String, requirement: String)
    case needsUnwrap(type: String, wanted: String)
    case unsupported(String)
    case cannotInfer(String)
    case notOptional(String)
    case wrongArgumentCount(found: Int, wanted: Int)
    case closureArity(found: Int, wanted: Int)
    case tooComplex
    case needsAnnotation(String)
    case notAType(String)
    case inoutNeeded
    case unexpectedInout
    case outsideLoop(String)
    case outsideFunction(String)
    case noValue(String)
    case notInitialized(String, property: String)
    case selfNotInitialized(String)
    /// `self` as a whole, before its property `missing` has a value, or before `super.init`.
    case selfBeforeInitialized(missing: String?, isSuper: Bool)
    case missingAtSuper(String)
    case superNeeded(String)
    case closureEscapes(String)
    case closureCaptures(String)
    case inoutCaptured(String)
    case other(String, hint: String)

    /// What is wrong, in plain words, and what to try.
    var wording: (message: String, hint: String) {
        switch self {
        case .unknownName("++", _), .unknownName("--", _):
            ("Swift has no ++ and no --", "write += 1 or -= 1")
        case .unknownName(let name, let similar):
            (
                "there is no `\(name)` here",
                similar.map { "did you mean `\($0)`?" } ?? "declare it first: let \(name) = …"
            )
        case .unknownType(let name, let similar):
            ("there is no type `\(name)` here", similar.map { "did you mean `\($0)`?" } ?? "")
        case .unknownMember(let name, let type, let similar):
            ("\(type) has no member `\(name)`", similar.map { "did you mean `\($0)`?" } ?? "")
        case .redeclared(let name): ("`\(name)` is declared already", "give one of the two another name")
        case .ambiguous(let name):
            ("it is not clear which `\(name)` is meant", "state the type, as in `let x: Double = …`")
        case .mismatch(let found, let wanted):
            ("this is \(article(found)), and \(article(wanted)) is needed here", Problem.conversionHint(found, wanted))
        case .operands(let name, let left, let right, let hint):
            (
                left == right
                    ? "`\(name)` does not work on \(article(left))"
                    : "`\(name)` does not work on \(article(left)) and \(article(right))", hint
            )
        case .operand(let name, let type): ("`\(name)` does not work on \(article(type))", "")
        case .noOverload(let name, let arguments): ("`\(name)` cannot be called with (\(arguments))", "")
        case .missingArgument(let label, let function):
            (
                "`\(function)` needs an argument \(label == "_" ? "more" : "`\(label):`")",
                label == "_" ? "" : "write \(function)(… \(label): value …)"
            )
        case .extraArgument(let function): ("`\(function)` takes no such argument", "remove it")
        case .wrongLabel(let found, let wanted):
            if wanted.isEmpty {
                ("this argument has no label in the function", "remove `\(found):`")
            } else if found.isEmpty {
                ("this argument needs its label `\(wanted):`", "write \(wanted): before it")
            } else {
                ("the label here is `\(wanted):`, not `\(found):`", "write \(wanted): instead")
            }
        case .notCallable(let type): ("\(article(type)) cannot be called like a function", "")
        case .immutable(let name, let hint): ("`\(name)` cannot be changed: it is a constant", hint)
        case .notAssignable:
            ("this cannot be assigned to", "only a variable, an element or a property can stand left of =")
        case .missingReturn(let result):
            ("not every way through this function returns \(article(result))", "add a `return`")
        case .unusedGuard: ("the body of `guard` must leave: by return, break, continue or throw", "add a `return`")
        case .nonExhaustive(let missing):
            ("this switch must be exhaustive, and does not cover \(missing)", "add a case for it, or `default:`")
        case .usedBeforeInitialized(let name): ("`\(name)` is used before it has a value", "give it a value first")
        case .missingTry: ("this call can throw an error", "write `try` before it")
        case .unhandledThrow:
            (
                "the error that can be thrown here is not handled",
                "put it in `do { … } catch { … }`, or mark the function `throws`"
            )
        case .noConformance(let type, let protocolName):
            ("\(type) is not \(protocolName)", Problem.conformanceHint(type, protocolName))
        case .missingRequirement(let type, let protocolName, let requirement):
            ("\(type) says it is \(protocolName) but lacks `\(requirement)`", "add it")
        case .needsUnwrap(let type, let wanted):
            (
                "this is an optional, \(type), and \(article(wanted)) is needed",
                "it may be nil: use `if let`, `?? default`, or `!` where nil cannot be"
            )
        case .unsupported(let what): ("\(what) is outside the Swift that cells can use", "")
        case .cannotInfer(let what): ("the type of \(what) cannot be told from here", "state it")
        case .notOptional(let type): ("this is \(article(type)), not an optional", "remove the unwrapping")
        case .wrongArgumentCount(let found, let wanted):
            ("\(found) argument\(found == 1 ? "" : "s") given where \(wanted) \(wanted == 1 ? "is" : "are") needed", "")
        case .closureArity(let found, let wanted):
            (
                "this closure takes \(found) value\(found == 1 ? "" : "s"), and is given \(wanted)",
                wanted > 0 && found == 0 ? "begin it with `\(Problem.underscores(wanted)) in`" : ""
            )
        case .tooComplex: ("this expression is too complex to check", "break it into several lines with `let`")
        case .needsAnnotation(let name): ("`\(name)` needs a type or a value", "write `\(name): Type`")
        case .notAType(let name): ("`\(name)` is not a type", "")
        case .inoutNeeded: ("this argument is changed by the function", "write & before it")
        case .unexpectedInout: ("this function does not change its argument", "remove the &")
        case .outsideLoop(let word): ("`\(word)` has no loop or switch around it", "")
        case .outsideFunction(let word): ("`\(word)` only works inside a function", "")
        case .noValue(let what): ("\(what) gives no value", "")
        case .notInitialized(let type, let property):
            ("\(type)'s initialiser does not give `\(property)` a value", "assign self.\(property) before it ends")
        case .selfNotInitialized(let type):
            ("\(type)'s initialiser can end without `self` having a value", "call self.init(…), or assign to self")
        case .selfBeforeInitialized(let missing?, _):
            ("`self` is used before `\(missing)` has a value", "give all properties their values first")
        case .selfBeforeInitialized(nil, let isSuper):
            (
                "`self` is used before \(isSuper ? "super.init" : "self.init") has been called",
                "call \(isSuper ? "super.init" : "self.init")(…) first"
            )
        case .missingAtSuper(let property):
            ("`\(property)` has no value yet where super.init is called", "assign self.\(property) before super.init")
        case .closureEscapes(let name):
            ("`\(name)` is kept here, but may only be called", "mark the parameter @escaping: \(name): @escaping …")
        case .closureCaptures(let name):
            (
                "this closure may be called later, when `\(name)` is gone",
                "mark the parameter @escaping: \(name): @escaping …"
            )
        case .inoutCaptured(let name):
            (
                "this closure may be called later, and cannot change \(name == "self" ? "`self`" : "the inout `\(name)`")",
                "copy it first: [\(name)] in …"
            )
        case .superNeeded(let superclass):
            ("this initialiser has to call an initialiser of \(superclass)", "write super.init(…) in it")
        case .other(let message, let hint): (message, hint)
        }
    }

    private func article(_ type: String) -> String {
        guard let first = type.utf8.first else { return type }
        if type.utf8.count < 24, first >= 65 && first <= 90 {
            return (first == 65 || first == 69 || first == 73 || first == 79 ? "an " : "a ") + type
        }
        return type
    }

    private static func underscores(_ count: Int) -> String {
        var text = "_"
        for _ in 1..<max(count, 1) { text += ", _" }
        return text
    }

    private static func conversionHint(_ found: String, _ wanted: String) -> String {
        let numbers = ["Int", "Double", "Float"]
        if numbers.contains(found) && numbers.contains(wanted) { return "write \(wanted)(…) around it" }
        if wanted == "String.Index" || wanted == "Substring.Index" {
            return "write s[s.index(s.startIndex, offsetBy: n)], or Array(s)[n]"
        }
        if found == wanted + "?" { return "it may be nil: use `if let`, `?? default`, or `!`" }
        if wanted == "String" { return "write \"\\(…)\" around it" }
        if wanted == "Bool" && numbers.contains(found) { return "compare it, as in … != 0" }
        return ""
    }

    private static func conformanceHint(_ type: String, _ protocolName: String) -> String {
        switch protocolName {
        case "Equatable", "Hashable", "Comparable": "declare it so: struct \(type): \(protocolName)"
        default: ""
        }
    }
}
