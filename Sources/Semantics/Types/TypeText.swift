extension Checker {
    /// The type as Swift writes it.
    func text(_ type: Type) -> String {
        switch types[type] {
        case .nominal(let decl, let arguments):
            if decl === wellKnown.optional, let wrapped = arguments.first {
                if case .function = types[wrapped] { return "(\(text(wrapped)))?" }
                return text(wrapped) + "?"
            }
            if decl === wellKnown.array, let element = arguments.first { return "[\(text(element))]" }
            if decl === wellKnown.dictionary, arguments.count == 2 {
                return "[\(text(arguments[0])): \(text(arguments[1]))]"
            }
            if arguments.isEmpty { return decl.name }
            return decl.name + "<" + list(arguments.map { text($0) }) + ">"
        case .tuple(let fields):
            return "(" + list(fields.map { ($0.label.map { $0 + ": " } ?? "") + text($0.type) }) + ")"
        case .function(let function):
            let parameters = function.parameters.map { ($0.isInout ? "inout " : "") + text($0.type) }
            return "(" + list(parameters) + ") " + (function.thrown == nil ? "" : "throws ") + "-> "
                + text(function.result)
        case .parameter(let parameter): return parameter.name
        case .associated(let base, let decl): return text(base) + "." + decl.name
        case .existential(let protocols, let isObject):
            if protocols.isEmpty { return isObject ? "AnyObject" : "Any" }
            var names = "any "
            for (index, decl) in protocols.enumerated() { names += (index > 0 ? " & " : "") + decl.name }
            return names
        case .metatype(let instance): return text(instance) + ".Type"
        case .opaque(let function, _):
            if let underlying = function.underlyingResult { return "some " + text(underlying) }
            return "some"
        case .variable: return "_"
        case .error: return "?"
        }
    }

    func list(_ parts: [String]) -> String {
        var result = ""
        for (index, part) in parts.enumerated() { result += (index > 0 ? ", " : "") + part }
        return result
    }
}
