import SourceText

/// Calls on types: no class has a value that tells at run time which it is, so the class that is meant has to be known.
extension Finisher {
    /// A class member that subclasses override has to be called on a class that is known by its name.
    func checkKnownType(_ overload: Overload, _ name: String) {
        if isNamedType(overload) { return }
        report(
            .unsupported("`\(name)`, which a subclass overrides, called on a type that is known only at run time,"),
            overload.span)
    }

    /// A static method that gives `Self` makes values of the class that declares it, so it is called on no other.
    func checkMaker(_ function: FunctionDecl, _ overload: Overload) {
        guard let owner = function.owner, owner.kind == .class, !owner.isFinal else { return }
        if isNamedType(overload) {
            guard let type = overload.lookUpType, case .nominal(let decl, _) = types[system.simplify(type)],
                decl !== owner
            else { return }
        } else if isWithinMaker {
            return
        }
        report(
            .unsupported("`\(function.name)`, which gives `Self`, called on what may be a subclass of \(owner.name),"),
            overload.span)
    }

    /// Whether the code at hand is that of such a method, where `Self` is the class itself.
    var isWithinMaker: Bool {
        var context = scope.context
        while let current = context {
            if let function = current.function { return function.isStatic && function.givesSelf }
            context = current.parent
        }
        return false
    }

    private func isNamedType(_ overload: Overload) -> Bool {
        if overload.isDynamicType { return false }
        guard let base = overload.base else { return true }
        var core = base
        while case .parenthesized(let inner) = core.kind { core = inner }
        if case .metatype = core.kind { return file.text(core.span) != "self" }
        return false
    }

    /// `Self` in a class that can be inherited from, where it means the class that the method is called on.
    func isOpenSelf(_ type: Type, _ span: Span) -> Bool {
        guard case .nominal(let decl, _) = types[checker.wrapped(type) ?? type], decl.kind == .class, !decl.isFinal
        else { return false }
        return ["self", "Self"].contains(file.text(span))
    }

    /// No value of a subclass is made through a stored type of a struct, an enum or a generic parameter of a function.
    func isExactType(_ type: Type) -> Bool {
        switch types[checker.wrapped(type) ?? type] {
        case .nominal(let decl, _): decl.kind != .class
        case .parameter(let parameter): checker.currentSignature?.superclasses[types.parameter(parameter)] == nil
        default: false
        }
    }
}
