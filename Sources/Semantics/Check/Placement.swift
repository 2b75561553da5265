import SourceText
import Syntax

/// Declarations and modifiers that stand where Swift does not allow them. Only the syntax is looked at.
struct PlacementScan {
    let checker: Checker
    let file: SourceFile

    /// What a declaration stands in; nil at the top of a file.
    private typealias Place = NominalSyntax.Kind?

    func visit(_ statements: [Statement]) {
        for statement in statements {
            if case .declaration(let declaration) = statement.kind { visit(declaration, in: nil, isExtension: false) }
        }
    }

    private func visit(_ declaration: Declaration, in place: Place, isExtension: Bool) {
        switch declaration.kind {
        case .nominal(let syntax):
            checkIndirect(declaration, isAllowed: syntax.kind == .enum)
            for member in syntax.members { visit(member, in: syntax.kind, isExtension: false) }
        case .extension(let syntax):
            let kind = extendedKind(syntax.type)
            for member in syntax.members { visit(member, in: kind, isExtension: true) }
        case .function(let syntax):
            checkRole(syntax.role, declaration, place, isExtension)
            checkModifiers(declaration, place)
        case .variable(let syntax):
            checkModifiers(declaration, place)
            if syntax.isLet, declaration.modifiers.contains(.lazy) {
                report("`lazy` needs a var: its value comes later", "write `lazy var`", declaration)
            }
        case .operator(.infix, _, let group?) where checker.operators.groups[group] == nil:
            report("there is no precedence group `\(group)`", "declare it: precedencegroup \(group) { … }", declaration)
        default: break
        }
    }

    /// An extension of an unknown type is reported elsewhere; it is taken for a struct's.
    private func extendedKind(_ type: TypeSyntax) -> NominalSyntax.Kind {
        guard case .named(let components) = type.kind, let name = components.last?.name else { return .struct }
        for named in checker.cells.names[name] ?? [] {
            guard case .nominal(let decl) = named else { continue }
            switch decl.kind {
            case .class: return .class
            case .protocol: return .protocol
            case .enum: return .enum
            case .struct: return .struct
            }
        }
        return .struct
    }

    private func checkRole(
        _ role: FunctionSyntax.Role, _ declaration: Declaration, _ place: Place, _ isExtension: Bool
    ) {
        switch role {
        case .function: break
        case .initializer: if place == nil { report("an initialiser belongs in a type", "", declaration) }
        case .subscript: if place == nil { report("a subscript belongs in a type", "", declaration) }
        case .deinitializer:
            if place != .class || isExtension {
                report("only a class has a deinit, in its own braces", "make it a class, or remove it", declaration)
            }
        }
    }

    private func checkModifiers(_ declaration: Declaration, _ place: Place) {
        let modifiers = declaration.modifiers
        checkIndirect(declaration, isAllowed: false)
        if place == nil {
            if modifiers.contains(.static) || modifiers.contains(.class) {
                report("a static member belongs in a type", "remove `static`", declaration)
            }
            if modifiers.contains(.final) { report("`final` is for members of classes", "remove `final`", declaration) }
        } else if modifiers.contains(.class), place != .class {
            report("`class` members belong in classes", "write `static`", declaration)
        }
        if modifiers.contains(.mutating), place == nil || place == .class {
            report("`mutating` is for methods of structs and enums", "remove `mutating`", declaration)
        }
        if place != .class, modifiers.contains(.convenience) || modifiers.contains(.required) {
            report("`convenience` and `required` are for initialisers of classes", "remove it", declaration)
        }
    }

    private func checkIndirect(_ declaration: Declaration, isAllowed: Bool) {
        if declaration.modifiers.contains(.indirect), !isAllowed {
            report("`indirect` is for enums and their cases", "use a class, or an array of it", declaration)
        }
    }

    private func report(_ text: String, _ hint: String, _ declaration: Declaration) {
        checker.report(.other(text, hint: hint), at: declaration.nameSpan, in: file)
    }
}

extension Checker {
    /// What no use may ever ask for: a default value that does not fit, an operator that is declared nowhere.
    func checkUnused(of function: FunctionDecl) {
        for (position, parameter) in function.parameters.enumerated()
        where parameter.defaultSyntax != nil && parameter.inheritedDefault == nil {
            _ = body(of: defaultThunk(of: function, at: position))
        }
        guard function.isOperator else { return }
        let name = function.name
        let isDeclared: Bool
        let fixity: String
        if function.parameters.count == 2 {
            (isDeclared, fixity) = (operators.infix[name] != nil, "infix")
        } else if function.modifiers.contains(.postfix) {
            (isDeclared, fixity) = (operators.postfix.contains(name), "postfix")
        } else {
            (isDeclared, fixity) = (operators.prefix.contains(name), "prefix")
        }
        if !isDeclared {
            report(
                .other("the operator `\(name)` is not declared", hint: "write `\(fixity) operator \(name)` before it"),
                at: function.span, in: function.file)
        }
    }

    /// A type's other name means something even where nobody uses it.
    func checkAliases(_ names: [String: [Named]]) {
        for name in names.keys.sorted() {
            for case .alias(let alias) in names[name] ?? [] where alias.parameters.isEmpty { _ = resolveAlias(alias) }
        }
    }
}
