import Machine
import Semantics
import SourceText

/// Questions about concrete types.
extension CompilerSession {
    var anyFile: SourceFile { SourceFile(name: "program", text: "") }

    func isClass(_ type: Type) -> Bool {
        if case .nominal(let decl, _) = checker.types[type] { decl.kind == .class } else { false }
    }

    func isExistential(_ type: Type) -> Bool {
        if case .existential = checker.types[type] { true } else { false }
    }

    func isFunction(_ type: Type) -> Bool {
        if case .function = checker.types[type] { true } else { false }
    }

    func native(_ type: Type) -> NativeForm? {
        if case .native(let form) = layout(type).form { form } else { nil }
    }

    func isArray(_ type: Type) -> Bool { native(type) == .array }
    func isInt(_ type: Type) -> Bool { native(type) == .integer(bits: 64, isSigned: true) }

    /// The element's layout in an array or what iterates like one.
    func elementLayout(_ array: Type) -> ValueLayout {
        guard case .nominal(_, let arguments) = checker.types[array], let element = arguments.first else {
            return layout(checker.types.void)
        }
        return layout(element)
    }

    func elementType(_ array: Type) -> Type {
        guard case .nominal(_, let arguments) = checker.types[array], let element = arguments.first else {
            return checker.types.error
        }
        return element
    }

    func tableLayouts(_ type: Type) -> (key: ValueLayout, value: ValueLayout?) {
        guard case .nominal(_, let arguments) = checker.types[type], let key = arguments.first else {
            return (layout(checker.types.void), nil)
        }
        return (layout(key), arguments.count > 1 ? layout(arguments[1]) : nil)
    }

    func arrayType(of element: Type) -> Type {
        checker.standard("Array").map { checker.types.nominal($0, [element]) } ?? checker.types.error
    }

    func standardType(_ name: String) -> Type {
        checker.standard(name).map { checker.types.nominal($0) } ?? checker.types.error
    }

    var anyType: Type { checker.types.any }
    var anyErrorType: Type {
        checker.standard("Error").map { checker.types.make(.existential([$0], isObject: false)) } ?? anyType
    }
    var stringType: Type { standardType("String") }
    var stringLayout: ValueLayout { ValueLayout(stringType, .native(.string), [.reference]) }
    var boolLayout: ValueLayout { ValueLayout(checker.types.void, .native(.boolean), [.raw]) }
    var intLayout: ValueLayout {
        ValueLayout(checker.types.void, .native(.integer(bits: 64, isSigned: true)), [.raw])
    }
    var closureLayout: ValueLayout { ValueLayout(checker.types.void, .closure, [.reference]) }
    /// Of a reference to a variable's box, an instance or an error.
    var boxLayout: ValueLayout { ValueLayout(anyType, .existential, [.reference]) }

    func conforms(_ type: Type, _ protocolName: String) -> Bool {
        guard let decl = checker.standard(protocolName) else { return false }
        return checker.conforms(type, to: decl)
    }

    // MARK: Names

    /// The module of a declaration: a library's files are named `Prelude/Module/File.swift`.
    private func moduleName(_ decl: NominalDecl) -> String {
        let parts = decl.file.name.utf8.split(separator: 0x2F)
        guard parts.count == 3, Array(parts[0]) == Array("Prelude".utf8) else { return "main" }
        return String(decoding: Array(parts[1]), as: UTF8.self)
    }

    /// As Swift shows it: `[Int]`, `Dictionary<String, Int>`; with the module for classes in `print`.
    func typeName(_ type: Type, isQualified: Bool = false) -> String {
        switch checker.types[type] {
        case .nominal(let decl, let arguments):
            var name = decl.name
            var outer = decl.parent
            // `print` shows a nested type by its own name alone.
            while isQualified, let parent = outer {
                name = "\(parent.name).\(name)"
                outer = parent.parent
            }
            if isQualified { name = "\(moduleName(decl)).\(name)" }
            let own = arguments.suffix(max(0, arguments.count - (decl.parent?.signature.parameters.count ?? 0)))
            if own.isEmpty { return name }
            return "\(name)<\(list(own.map { typeName($0, isQualified: isQualified) }))>"
        case .tuple(let fields):
            let parts = fields.map { field in
                (field.label.map { "\($0): " } ?? "") + typeName(field.type)
            }
            return "(\(list(parts)))"
        case .function(let shape):
            let parameters = list(shape.parameters.map { typeName($0.type) })
            return "(\(parameters)) \(shape.thrown == nil ? "" : "throws ")-> \(typeName(shape.result))"
        case .existential(let protocols, let isObject):
            if protocols.isEmpty { return isObject ? "AnyObject" : "Any" }
            var name = ""
            for decl in protocols { name += name.isEmpty ? decl.name : " & \(decl.name)" }
            return name
        case .metatype(let inner): return "\(typeName(inner)).Type"
        case .parameter(let parameter): return parameter.name
        case .associated(_, let decl): return decl.name
        case .opaque, .variable, .error: return "?"
        }
    }

    private func list(_ parts: [String]) -> String {
        var text = ""
        for part in parts { text += text.isEmpty ? part : ", \(part)" }
        return text
    }
}
