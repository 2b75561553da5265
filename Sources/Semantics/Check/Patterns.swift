import SourceText
import Syntax

/// Patterns: names bound, cases matched, values compared.
extension Checker {
    /// A pattern of names only, as in `let (a, b) = …` and `for x in …`.
    func bindPattern(
        _ pattern: Pattern, to type: Type, isLet: Bool, scope: Scope, mayShadow: Bool = false
    ) -> TypedPattern {
        let span = pattern.span
        switch pattern.kind {
        case .wildcard: return TypedPattern(.wildcard, type, span)
        case .introducer(let isVar, let inner):
            return bindPattern(inner, to: type, isLet: !isVar, scope: scope, mayShadow: mayShadow)
        case .binding(let name): return TypedPattern(.variable(declare(name, type, isLet, span, scope)), type, span)
        case .tuple(let elements):
            if case .tuple(let fields) = types[type], fields.count == elements.count {
                let patterns = zip(elements, fields).map {
                    bindPattern($0.pattern, to: $1.type, isLet: isLet, scope: scope)
                }
                return TypedPattern(.tuple(patterns), type, span)
            }
            if elements.count == 1 { return bindPattern(elements[0].pattern, to: type, isLet: isLet, scope: scope) }
            if !types.hasError(type) {
                report(
                    .other("\(text(type)) is not a tuple of \(elements.count) values", hint: ""), at: span,
                    in: scope.file)
            }
            let patterns = elements.map { bindPattern($0.pattern, to: types.error, isLet: isLet, scope: scope) }
            return TypedPattern(.tuple(patterns), types.error, span)
        case .expression(let expression):
            if case .discard = expression.kind { return TypedPattern(.wildcard, type, span) }
            if case .name(let name, _, _) = expression.kind {
                return TypedPattern(.variable(declare(name, type, isLet, span, scope)), type, span)
            }
            report(.other("a name is needed here", hint: ""), at: span, in: scope.file)
            return TypedPattern(.wildcard, type, span)
        case .enumCase, .optional, .is, .as:
            return checkPattern(pattern, subject: type, isLet: isLet, scope: scope)
        }
    }

    func declare(_ name: String, _ type: Type, _ isLet: Bool, _ span: Span, _ scope: Scope) -> VariableDecl {
        var isModule = false
        if case .module = scope.kind { isModule = true }
        let variable = VariableDecl(
            name: name, type: type, isLet: isLet, span: span, owner: isModule ? nil : scope.context ?? topContext)
        if isModule {
            variable.isGlobal = true
            globalsOfUnit.append(variable)
        }
        addName(name, .variable(variable), to: scope, at: span)
        // `guard let self`
        if name == "self" { scope.selfVariable = variable }
        return variable
    }

    /// A pattern of `case`: against a value of a known type.
    func checkPattern(
        _ pattern: Pattern, subject: Type, isLet: Bool, scope: Scope, binds: Bool = false, reuses: Bool = false
    ) -> TypedPattern {
        let span = pattern.span
        switch pattern.kind {
        case .wildcard: return TypedPattern(.wildcard, subject, span)
        case .introducer(let isVar, let inner):
            return checkPattern(inner, subject: subject, isLet: !isVar, scope: scope, binds: true, reuses: reuses)
        case .binding(let name): return bindName(name, subject, isLet, span, scope, reuses)
        case .tuple(let elements): return tuplePattern(elements, subject, isLet, span, scope, binds, reuses)
        case .enumCase(let type, let name, let nameSpan, let payload):
            let named = type.map { resolve($0, scope: scope) }
            return casePattern(named, name, nameSpan, payload, subject, isLet, span, scope, binds, reuses)
        case .optional(let inner):
            guard let unwrapped = wrapped(subject) else {
                if !types.hasError(subject) { report(.notOptional(text(subject)), at: span, in: scope.file) }
                return TypedPattern(.wildcard, subject, span)
            }
            let typed = checkPattern(
                inner, subject: unwrapped, isLet: isLet, scope: scope, binds: binds, reuses: reuses)
            return TypedPattern(.some(typed), subject, span)
        case .is(let type):
            let target = resolve(type, scope: scope)
            checkCast(subject, target, span, in: scope.file)
            return TypedPattern(.isType(target), subject, span)
        case .as(let inner, let type):
            let target = resolve(type, scope: scope)
            checkCast(subject, target, span, in: scope.file)
            let typed = checkPattern(inner, subject: target, isLet: isLet, scope: scope, binds: binds, reuses: reuses)
            return TypedPattern(.asType(typed, target), subject, span)
        case .expression(let expression):
            if let (value, type) = castedValue(expression) {
                let casted = Pattern(.as(Pattern(.expression(value), value.span), type), span)
                return checkPattern(
                    casted, subject: subject, isLet: isLet, scope: scope, binds: binds, reuses: reuses)
            }
            return expressionPattern(expression, subject, isLet, span, scope, binds, reuses)
        }
    }

    /// `0 as Int` asks whether there is an Int, then whether it is 0.
    private func castedValue(_ expression: Expression) -> (Expression, TypeSyntax)? {
        guard case .sequence(let first, let items) = expression.kind, let last = items.last,
            case .as(let type, .coerce) = last.operator
        else { return nil }
        if items.count == 1 { return (first, type) }
        let span = Span(Int(expression.span.lower), Int(last.operatorSpan.lower))
        return (Expression(.sequence(first, Array(items.dropLast())), span), type)
    }

    private func bindName(
        _ name: String, _ type: Type, _ isLet: Bool, _ span: Span, _ scope: Scope, _ reuses: Bool
    ) -> TypedPattern {
        if reuses, case .variable(let known)? = scope.names[name]?.first {
            if known.type != type && !types.hasError(type) {
                report(.mismatch(found: text(type), wanted: text(known.type)), at: span, in: scope.file)
            }
            return TypedPattern(.variable(known), type, span)
        }
        return TypedPattern(.variable(declare(name, type, isLet, span, scope)), type, span)
    }

    private func tuplePattern(
        _ elements: [Pattern.Element], _ subject: Type, _ isLet: Bool, _ span: Span, _ scope: Scope, _ binds: Bool,
        _ reuses: Bool
    ) -> TypedPattern {
        if elements.count == 1 {
            return checkPattern(
                elements[0].pattern, subject: subject, isLet: isLet, scope: scope, binds: binds, reuses: reuses)
        }
        guard case .tuple(let fields) = types[subject], fields.count == elements.count else {
            if !types.hasError(subject) {
                report(
                    .other("\(text(subject)) is not a tuple of \(elements.count) values", hint: ""), at: span,
                    in: scope.file)
            }
            return TypedPattern(.wildcard, subject, span)
        }
        let patterns = zip(elements, fields).map {
            checkPattern($0.pattern, subject: $1.type, isLet: isLet, scope: scope, binds: binds, reuses: reuses)
        }
        return TypedPattern(.tuple(patterns), subject, span)
    }

    private func casePattern(
        _ named: Type?, _ name: String, _ nameSpan: Span, _ payload: [Pattern.Element]?, _ subject: Type, _ isLet: Bool,
        _ span: Span, _ scope: Scope, _ binds: Bool, _ reuses: Bool
    ) -> TypedPattern {
        if types.hasError(subject) { return TypedPattern(.wildcard, subject, span) }
        if case .existential = types[subject], let named {
            // `catch NetworkError.timeout`: a cast first.
            let inner = casePattern(nil, name, nameSpan, payload, named, isLet, span, scope, binds, reuses)
            return TypedPattern(.asType(inner, named), subject, span)
        }
        if let inner = wrapped(subject) {
            if name == "none" && payload == nil && named == nil { return TypedPattern(.none, subject, span) }
            if name == "some" && payload == nil {
                return TypedPattern(.some(TypedPattern(.wildcard, inner, span)), subject, span)
            }
            if name == "some", let elements = payload, elements.count == 1 {
                let typed = checkPattern(
                    elements[0].pattern, subject: inner, isLet: isLet, scope: scope, binds: binds, reuses: reuses)
                return TypedPattern(.some(typed), subject, span)
            }
            let typed = casePattern(named, name, nameSpan, payload, inner, isLet, span, scope, binds, reuses)
            return TypedPattern(.some(typed), subject, span)
        }
        guard case .nominal(let decl, let arguments) = types[subject], decl.kind == .enum,
            let found = decl.cases.first(where: { $0.name == name })
        else {
            return comparePattern(
                Expression(.implicitMember(name, nameSpan: nameSpan), span), subject, span, scope, name: name)
        }
        ensurePayload(of: found)
        let signature = resolveSignature(of: decl)
        let wantedTypes = found.payload.map { substituteOnce($0.type, signature, arguments) }
        guard var elements = payload else {
            return TypedPattern(.enumCase(found, wantedTypes.map { TypedPattern(.wildcard, $0, span) }), subject, span)
        }
        if elements.count == 1 && wantedTypes.count > 1 {
            if case .tuple(let inner) = elements[0].pattern.kind {
                elements = inner
            } else {
                // One name for the whole payload: a tuple of it.
                return wholePayload(elements[0].pattern, found, wantedTypes, subject, isLet, span, scope)
            }
        }
        guard elements.count == wantedTypes.count else {
            report(
                .other("`\(name)` holds \(wantedTypes.count) value\(wantedTypes.count == 1 ? "" : "s")", hint: ""),
                at: span,
                in: scope.file)
            return TypedPattern(.wildcard, subject, span)
        }
        let patterns = zip(elements, wantedTypes).map {
            checkPattern($0.pattern, subject: $1, isLet: isLet, scope: scope, binds: binds, reuses: reuses)
        }
        return TypedPattern(.enumCase(found, patterns), subject, span)
    }

    private func wholePayload(
        _ pattern: Pattern, _ decl: EnumCaseDecl, _ wanted: [Type], _ subject: Type, _ isLet: Bool, _ span: Span,
        _ scope: Scope
    ) -> TypedPattern {
        if case .wildcard = pattern.strippedKind {
            return TypedPattern(.enumCase(decl, wanted.map { TypedPattern(.wildcard, $0, span) }), subject, span)
        }
        report(.unsupported("one name for several payload values"), at: span, in: scope.file)
        return TypedPattern(.wildcard, subject, span)
    }

    private func expressionPattern(
        _ expression: Expression, _ subject: Type, _ isLet: Bool, _ span: Span, _ scope: Scope, _ binds: Bool,
        _ reuses: Bool
    ) -> TypedPattern {
        switch expression.kind {
        case .discard: return TypedPattern(.wildcard, subject, span)
        case .name(let name, let arguments, nil) where binds && arguments.isEmpty:
            return bindName(name, subject, isLet, span, scope, reuses)
        case .nilLiteral where wrapped(subject) != nil: return TypedPattern(.none, subject, span)
        case .boolean(let value) where subject == boolType: return TypedPattern(.boolean(value), subject, span)
        case .implicitMember(let name, let nameSpan):
            return casePattern(nil, name, nameSpan, nil, subject, isLet, span, scope, binds, reuses)
        case .parenthesized(let inner): return expressionPattern(inner, subject, isLet, span, scope, binds, reuses)
        case .tuple(let elements):
            if case .tuple(let fields) = types[subject], fields.count == elements.count {
                let patterns = zip(elements, fields).map {
                    expressionPattern($0.value, $1.type, isLet, $0.value.span, scope, binds, reuses)
                }
                return TypedPattern(.tuple(patterns), subject, span)
            }
        case .member(let base, let name, let nameSpan, _, nil):
            let system = ConstraintSystem(checker: self, file: scope.file)
            if let type = system.typeExpression(base, scope), case .nominal(let decl, _) = types[type],
                decl.cases.contains(where: { $0.name == name })
            {
                let isOpen = types.hasVariable(type)
                return casePattern(isOpen ? nil : type, name, nameSpan, nil, subject, isLet, span, scope, binds, reuses)
            }
        default: break
        }
        return comparePattern(expression, subject, span, scope, name: nil)
    }

    /// `pattern ~= subject`.
    private func comparePattern(
        _ expression: Expression, _ subject: Type, _ span: Span, _ scope: Scope, name: String?
    ) -> TypedPattern {
        if let name, case .nominal(let decl, _) = types[subject],
            memberCandidates(name, of: subject, isStatic: true).isEmpty
        {
            report(
                .unknownMember(name, of: decl.name, similar: similarMember(to: name, of: subject)), at: span,
                in: scope.file)
            return TypedPattern(.wildcard, subject, span)
        }
        let inner = scope.child()
        let variable = VariableDecl(
            name: "$match", type: subject, isLet: true, span: span, owner: scope.context ?? topContext)
        inner.add("$match", .variable(variable))
        let whole = Expression(
            .sequence(
                expression,
                [
                    SequenceItem(
                        operator: .binary("~="), operatorSpan: span,
                        operand: Expression(.name("$match", arguments: [], argumentLabels: nil), span))
                ]), span)
        let value = withoutBranches { checkExpression(whole, scope: inner, contextual: boolType) }
        return TypedPattern(.expression(subject: variable, value), subject, span)
    }
}
