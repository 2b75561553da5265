import SourceText

/// `weak` and `unowned` variables are held in a value of the Prelude's `_Weak` or `_Unowned`, whose property they stand for.
extension Checker {
    /// Gives a variable its holder, which takes its place in the frame, and the holder's first value.
    func holdWeakly(
        _ variable: VariableDecl, isWeak: Bool, value: TypedExpression?, span: Span
    ) -> (holder: VariableDecl, value: TypedExpression?)? {
        let instance = isWeak ? wrapped(variable.type) : variable.type
        guard let decl = standard(isWeak ? "_Weak" : "_Unowned"), let instance,
            case .function(let initializer)? = decl.members.byName["init"]?.first?.named
        else { return nil }
        ensureSignature(of: initializer)
        let type = types.nominal(decl, [instance])
        let holder = VariableDecl(
            name: variable.name, type: type, isLet: variable.isLet, span: variable.span, owner: variable.owner)
        holder.isGlobal = variable.isGlobal
        holder.isInitializedLater = variable.isInitializedLater
        variable.weakHolder = holder
        if variable.isGlobal { globalsOfUnit.append(holder) }
        let made = value.map { value in
            TypedExpression(
                .call(
                    .initializer(FunctionReference(initializer, [instance]), type: type), [.value(value)]),
                type, span)
        }
        return (holder, made)
    }

    /// A mention of a variable: of the property of its holder where it has one.
    func mention(_ variable: VariableDecl, _ type: Type, _ span: Span) -> TypedExpression {
        guard let holder = variable.weakHolder, case .nominal(let decl, _) = types[holder.type],
            case .property(let property)? = decl.members.byName["value"]?.first?.named
        else { return TypedExpression(.variable(variable), type, span) }
        ensureType(of: property)
        return TypedExpression(.field(TypedExpression(.variable(holder), holder.type, span), property), type, span)
    }

    /// Only instances can be held weakly.
    func checkHeldWeakly(_ type: Type, isWeak: Bool, _ span: Span, scope: Scope) {
        let word = isWeak ? "weak" : "unowned"
        let instance = wrapped(type) ?? type
        if types.hasError(type) || scope.isPrelude { return }
        if isWeak && wrapped(type) == nil {
            report(
                .other("a `weak` variable becomes nil by itself", hint: "make its type an optional, \(text(type))?"),
                at: span, in: scope.file)
        } else if !isSubclass(instance, of: types.make(.existential([], isObject: true))) {
            report(
                .other(
                    "`\(word)` is for instances of classes, and \(text(instance)) is none", hint: "remove `\(word)`"),
                at: span, in: scope.file)
        }
    }
}
