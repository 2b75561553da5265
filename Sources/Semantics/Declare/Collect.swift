import SourceText
import Syntax

/// First pass over an input: every name gets its declaration, nothing is resolved yet.
extension Checker {
    /// Declares types, operators, extensions and functions of top-level statements, in the order that their dependencies
    /// want. Variables are declared by the statements that hold them.
    func declareTopLevel(_ inputs: [(statements: [Statement], scope: Scope)]) {
        var extensions: [PendingExtension] = []
        for (statements, scope) in inputs {
            var found: [(ExtensionSyntax, Declaration)] = []
            for statement in statements {
                guard case .declaration(let declaration) = statement.kind else { continue }
                collectType(declaration, scope: scope, parent: nil, extensions: &found)
            }
            extensions += found.map { PendingExtension(syntax: $0.0, declaration: $0.1, scope: scope) }
        }
        if isPrelude { fillWellKnown() }
        let extended = bindExtensions(extensions)
        for (statements, scope) in inputs {
            for statement in statements {
                guard case .declaration(let declaration) = statement.kind else { continue }
                if isPrelude, case .variable(let variable) = declaration.kind {
                    _ = checkVariable(variable, declaration, scope: scope)
                }
                guard case .function(let syntax) = declaration.kind else { continue }
                let function = makeFunction(syntax, declaration, scope: scope, owner: nil, extension: nil)
                addFunction(function, to: scope, at: declaration.nameSpan)
            }
        }
        for decl in extended { resolveInheritance(of: decl) }
        if !isPrelude {
            for decl in extended { _ = resolveExtensionSignature(decl) }
        }
    }

    private struct PendingExtension {
        var syntax: ExtensionSyntax
        var declaration: Declaration
        var scope: Scope
    }

    /// An extension may extend a type nested in another extension: those that find nothing wait for the others.
    private func bindExtensions(_ extensions: [PendingExtension]) -> [ExtensionDecl] {
        var extended: [ExtensionDecl] = []
        var waiting = extensions
        while !waiting.isEmpty {
            var later: [PendingExtension] = []
            for item in waiting {
                if let decl = bindExtension(item.syntax, scope: item.scope, mayFail: true) {
                    extended.append(decl)
                } else {
                    later.append(item)
                }
            }
            if later.count == waiting.count {
                for item in later { _ = bindExtension(item.syntax, scope: item.scope, mayFail: false) }
                break
            }
            waiting = later
        }
        return extended
    }

    func addFunction(_ function: FunctionDecl, to scope: Scope, at span: Span) {
        if case .module = scope.kind {
            let existing = currentModule.names[function.name] ?? []
            for named in existing {
                if case .function = named { continue }
                report(.redeclared(function.name), at: span, in: scope.file)
            }
            currentModule.names[function.name, default: []].append(.function(function))
        } else {
            scope.add(function.name, .function(function))
        }
        if !isPrelude { pendingBodies.append(function) }
    }

    var currentModule: ModuleDecl { isPrelude ? (modules.last ?? cells) : cells }

    func addName(_ name: String, _ named: Named, to scope: Scope, at span: Span) {
        if case .module = scope.kind {
            if !(currentModule.names[name] ?? []).isEmpty {
                report(.redeclared(name), at: span, in: scope.file)
                return
            }
            currentModule.names[name, default: []].append(named)
        } else {
            if !(scope.names[name] ?? []).isEmpty {
                report(.redeclared(name), at: span, in: scope.file)
                return
            }
            scope.add(name, named)
        }
    }

    func collectType(
        _ declaration: Declaration, scope: Scope, parent: NominalDecl?, extension ext: ExtensionDecl? = nil,
        extensions: inout [(ExtensionSyntax, Declaration)]
    ) {
        switch declaration.kind {
        case .nominal(let syntax): declareNominal(syntax, declaration, scope: scope, parent: parent, extension: ext)
        case .typealias(let name, let parameters, let type):
            let inner = scope.child(.generics)
            let generics = parameters.map { GenericParameter(name: $0.name) }
            for parameter in generics { inner.add(parameter.name, .type(types.parameter(parameter))) }
            let alias = AliasDecl(name: name, syntax: type, scope: inner, parameters: generics, owner: parent)
            if !isPrelude, parent == nil { userAliases.append(alias) }
            if let parent {
                parent.members.add(name, .alias(alias))
            } else {
                addName(name, .alias(alias), to: scope, at: declaration.nameSpan)
            }
        case .operator(let fixity, let name, let group):
            switch fixity {
            case .prefix: operators.prefix.insert(name)
            case .postfix: operators.postfix.insert(name)
            case .infix: operators.infix[name] = group ?? "DefaultPrecedence"
            }
        case .precedenceGroup(let syntax): operators.add(syntax)
        case .extension(let syntax): extensions.append((syntax, declaration))
        case .import(let path): importModule(path, declaration, scope: scope)
        default: break
        }
    }

    func importModule(_ path: [String], _ declaration: Declaration, scope: Scope) {
        guard let name = path.first else { return }
        if let module = modules.first(where: { $0.name == name }) {
            if !visibleModules.contains(where: { $0 === module }) { visibleModules.append(module) }
        } else if !["Glibc", "Darwin", "FoundationEssentials"].contains(name) {
            report(
                .other(
                    "there is no module `\(name)` here", hint: "cells can import Foundation, NeuralCore and LessonKit"),
                at: declaration.span, in: scope.file)
        } else if let module = modules.first(where: { $0.name == "Foundation" }) {
            visibleModules.append(module)
        }
    }

    func declareNominal(
        _ syntax: NominalSyntax, _ declaration: Declaration, scope: Scope, parent: NominalDecl?,
        extension ext: ExtensionDecl?
    ) {
        let kind: NominalDecl.Kind =
            switch syntax.kind {
            case .struct: .struct
            case .enum: .enum
            case .class: .class
            case .protocol: .protocol
            }
        let decl = NominalDecl(kind: kind, name: syntax.name, file: scope.file, span: declaration.nameSpan)
        decl.syntax = syntax
        decl.parent = parent
        decl.parentExtension = ext
        decl.isPrelude = isPrelude
        decl.isIndirect = declaration.modifiers.contains(.indirect)
        decl.isFinal = declaration.modifiers.contains(.final)
        for attribute in declaration.attributes {
            if attribute.name == "native" {
                decl.native = attribute.argument
            } else if attribute.name == "main" || attribute.name == "propertyWrapper"
                || attribute.name == "resultBuilder"
            {
                report(.unsupported("@\(attribute.name)"), at: attribute.span, in: scope.file)
            }
        }
        let generics = scope.child(.generics)
        decl.signature = GenericSignature(parameters: parent?.signature.parameters ?? [])
        if kind == .protocol {
            let parameter = GenericParameter(name: "Self")
            parameter.bounds = [decl]
            decl.signature.parameters = [parameter]
            decl.signature.conformances[types.parameter(parameter)] = [decl]
            decl.signature.requirements = [.conforms(types.parameter(parameter), decl)]
            generics.add("Self", .type(types.parameter(parameter)))
        } else {
            for parameter in syntax.generics {
                let generic = GenericParameter(name: parameter.name)
                decl.signature.parameters.append(generic)
                generics.add(parameter.name, .type(types.parameter(generic)))
            }
        }
        let inner = generics.child(.nominal(decl, decl.signature))
        decl.scope = inner
        if let parent {
            if parent.members.byName[syntax.name] != nil {
                report(.redeclared(syntax.name), at: declaration.nameSpan, in: scope.file)
            }
            parent.members.add(syntax.name, .nominal(decl))
        } else {
            addName(syntax.name, .nominal(decl), to: scope, at: declaration.nameSpan)
        }
        collectMembers(of: decl, syntax.members, scope: inner, extension: nil)
        if !isPrelude { userNominals.append(decl) }
    }

    /// Members by name; what they say is read on first use.
    func collectMembers(of decl: NominalDecl, _ members: [Declaration], scope: Scope, extension ext: ExtensionDecl?) {
        var nestedExtensions: [(ExtensionSyntax, Declaration)] = []
        for member in members {
            switch member.kind {
            case .nominal, .typealias:
                collectType(member, scope: scope, parent: decl, extension: ext, extensions: &nestedExtensions)
            case .associatedtype(let name, _, _, _):
                let associated = AssociatedTypeDecl(name: name, owner: decl)
                associated.syntax = member
                decl.associatedTypes.append(associated)
                decl.members.add(name, .associated(associated))
            case .function(let syntax):
                if case .subscript = syntax.role {
                    declareSubscript(syntax, member, scope: scope, owner: decl, extension: ext)
                } else {
                    let function = makeFunction(syntax, member, scope: scope, owner: decl, extension: ext)
                    addMember(function, to: decl, extension: ext)
                }
            case .variable(let syntax): declareProperties(syntax, member, scope: scope, owner: decl, extension: ext)
            case .enumCases(let cases): declareCases(cases, member, owner: decl)
            case .extension, .import, .operator, .precedenceGroup:
                report(.other("this can only stand at the top of a file", hint: ""), at: member.span, in: scope.file)
            case .error: break
            }
        }
    }

    func addMember(_ function: FunctionDecl, to decl: NominalDecl, extension ext: ExtensionDecl?) {
        if case .deinitializer = function.role {
            decl.deinitializer = function
        } else {
            decl.members.add(function.name, .function(function), ext)
            if function.isOperator { operatorMembers[function.name, default: []].append((function, ext)) }
        }
        if decl.kind == .protocol && ext == nil {
            function.isRequirement = true
            decl.requirements.append(function)
        }
        if !isPrelude { pendingBodies.append(function) }
    }

    func makeFunction(
        _ syntax: FunctionSyntax, _ declaration: Declaration, scope: Scope, owner: NominalDecl?,
        extension ext: ExtensionDecl?
    ) -> FunctionDecl {
        let role: FunctionDecl.Role
        switch syntax.role {
        case .function: role = owner == nil ? .function : .method
        case .initializer(let isFailable): role = .initializer(isFailable: isFailable)
        case .deinitializer: role = .deinitializer
        case .subscript: role = .getter
        }
        let function = FunctionDecl(
            name: syntax.name, role: role, file: scope.file, span: declaration.nameSpan, signature: GenericSignature(),
            result: types.error)
        if declaration.modifiers.contains(.override), owner?.kind != .class {
            report(
                .other("`override` is for members of classes", hint: "remove `override`"), at: declaration.nameSpan,
                in: scope.file)
        }
        function.syntax = syntax
        function.scope = scope
        function.owner = owner
        function.extensionDecl = ext
        function.modifiers = declaration.modifiers
        function.bodySyntax = syntax.body
        function.isStatic = declaration.modifiers.contains(.static) || declaration.modifiers.contains(.class)
        function.isMutating = declaration.modifiers.contains(.mutating)
        function.isConvenience = declaration.modifiers.contains(.convenience)
        function.isRequired = declaration.modifiers.contains(.required)
        function.isPrelude = isPrelude
        function.isOperator = OperatorTable.isOperatorName(syntax.name)
        for attribute in declaration.attributes {
            switch attribute.name {
            case "native": function.native = attribute.argument
            case "discardableResult": function.isDiscardable = true
            default: break
            }
        }
        return function
    }

    func declareCases(_ cases: [EnumCaseSyntax], _ declaration: Declaration, owner: NominalDecl) {
        for syntax in cases {
            let decl = EnumCaseDecl(
                name: syntax.name, owner: owner, index: owner.cases.count,
                isIndirect: owner.isIndirect || declaration.modifiers.contains(.indirect))
            decl.syntax = syntax
            decl.rawSyntax = syntax.rawValue
            if owner.members.byName[syntax.name] != nil {
                report(.redeclared(syntax.name), at: syntax.span, in: owner.file)
            }
            owner.cases.append(decl)
            owner.members.add(syntax.name, .enumCase(decl))
        }
    }

    private func bindExtension(_ syntax: ExtensionSyntax, scope: Scope, mayFail: Bool) -> ExtensionDecl? {
        let nominal =
            mayFail
            ? quietly { extendedNominal(syntax.type, scope: scope) } : extendedNominal(syntax.type, scope: scope)
        guard let nominal else { return nil }
        let signature = GenericSignature(parameters: nominal.signature.parameters)
        let ext = ExtensionDecl(
            nominal: nominal, syntax: syntax, file: scope.file, signature: signature, isPrelude: isPrelude)
        let generics = scope.child(.generics)
        for parameter in nominal.signature.parameters {
            generics.add(parameter.name, .type(types.parameter(parameter)))
        }
        let inner = generics.child(.nominal(nominal, signature))
        ext.scope = inner
        collectMembers(of: nominal, syntax.members, scope: inner, extension: ext)
        return ext
    }

    func extendedNominal(_ syntax: TypeSyntax, scope: Scope) -> NominalDecl? {
        guard case .named(let components) = syntax.kind, let first = components.first else {
            if case .array = syntax.kind { return wellKnown.array ?? standard("Array") }
            report(.other("only a named type can be extended", hint: ""), at: syntax.span, in: scope.file)
            return nil
        }
        guard var decl = lookUpNominal(first.name, scope: scope) else {
            report(.unknownType(first.name, similar: nil), at: first.span, in: scope.file)
            return nil
        }
        for component in components.dropFirst() {
            guard let entries = decl.members.byName[component.name] else {
                report(.unknownType(component.name, similar: nil), at: component.span, in: scope.file)
                return nil
            }
            var found: NominalDecl?
            for entry in entries { if case .nominal(let inner) = entry.named { found = inner } }
            guard let found else { return nil }
            decl = found
        }
        return decl
    }

    func lookUpNominal(_ name: String, scope: Scope) -> NominalDecl? {
        for named in lookUpTypes(name, scope: scope) {
            switch named {
            case .nominal(let decl): return decl
            case .alias(let alias):
                if case .nominal(let decl, _) = types[resolveAlias(alias)] { return decl }
            case .type(let type):
                if case .nominal(let decl, _) = types[type] { return decl }
            default: break
            }
        }
        return nil
    }
}

extension OperatorTable {
    static func isOperatorName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        switch first.value {
        case 0x21, 0x25, 0x26, 0x2A, 0x2B, 0x2D, 0x2E, 0x2F, 0x3C, 0x3D, 0x3E, 0x3F, 0x5E, 0x7C, 0x7E: return true
        case 0xA1...0xA7, 0xA9, 0xAB, 0xAC, 0xAE, 0xB0, 0xB1, 0xB6, 0xBB, 0xBF, 0xD7, 0xF7: return true
        case 0x2016...0x2017, 0x2020...0x2027, 0x2030...0x203E, 0x2041...0x2053, 0x2055...0x205E, 0x2190...0x23FF,
            0x2500...0x2775, 0x2794...0x2BFF:
            return true
        default: return false
        }
    }
}
