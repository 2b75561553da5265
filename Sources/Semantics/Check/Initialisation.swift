import SourceText

/// Which variables have a value where: `let x: Int` declared now and given a value on every way before its use, and the stored
/// properties of an initialiser's `self`.
struct InitialisationScan {
    let checker: Checker
    let file: SourceFile
    /// Those that surely have a value here; nil after a way that leaves.
    private var known: Set<ObjectIdentifier>? = []
    private var tracked: Set<ObjectIdentifier> = []
    /// The type whose initialiser this is.
    private var owner: NominalDecl?
    /// The initialiser passes the work on to another one of its type.
    private var isConvenience = false
    /// What is known at each `break` of a statement.
    private var atBreak: [ObjectIdentifier: Set<ObjectIdentifier>?] = [:]
    private var atReturn: [Set<ObjectIdentifier>] = []

    init(checker: Checker, file: SourceFile) {
        self.checker = checker
        self.file = file
    }

    mutating func check(_ statements: [TypedStatement]) { for statement in statements { visit(statement) } }

    /// An initialiser: `self` is not used before all of it has a value, and has all of it in the end.
    mutating func check(initializer function: FunctionDecl, _ body: TypedBlock, of owner: NominalDecl) {
        self.owner = owner
        let delegates = body.delegatesInitialisation(to: owner)
        isConvenience = function.isConvenience || delegates || owner.isPrelude || owner.kind == .enum
        for statement in body.statements { visit(statement) }
        let ends = (known.map { [$0] } ?? []) + atReturn
        let end = Span(max(Int(body.span.upper) - 1, 0), Int(body.span.upper))
        if isConvenience {
            guard ends.contains(where: { !$0.contains(ObjectIdentifier(owner)) }) else { return }
            checker.report(.selfNotInitialized(owner.name), at: end, in: file)
        } else if let missing = ends.compactMap({ missing(in: $0) }).first {
            checker.report(.notInitialized(owner.name, property: missing.name), at: end, in: file)
        } else if let superclass = owner.superclass, ends.contains(where: { !$0.contains(ObjectIdentifier(owner)) }),
            body.delegatesInitialisation(to: nil) || !checker.hasPlainInitializer(superclass)
        {
            checker.report(.superNeeded(checker.text(superclass)), at: end, in: file)
        }
    }

    /// The first stored property without a value.
    private func missing(in known: Set<ObjectIdentifier>) -> PropertyDecl? {
        guard let owner, !known.contains(ObjectIdentifier(owner)) else { return nil }
        return owner.storedProperties.first { !hasValue($0, known) }
    }

    private func hasValue(_ property: PropertyDecl, _ known: Set<ObjectIdentifier>) -> Bool {
        property.hasInitializer || !property.isLet && checker.wrapped(property.type) != nil
            || known.contains(ObjectIdentifier(property))
    }

    /// An initialiser that fails before all has a value leaves without `deinit` in Swift; here the instance would have it.
    private func refuseHalfMade(_ span: Span) {
        guard let owner, owner.kind == .class, let known, missing(in: known) != nil else { return }
        var current: NominalDecl? = owner
        while let decl = current {
            if decl.deinitializer != nil {
                checker.report(
                    .unsupported("failing before all properties have values, in a class with deinit,"),
                    at: span, in: file)
                return
            }
            guard let superclass = decl.superclass, case .nominal(let parent, _) = checker.types[superclass] else {
                return
            }
            current = parent
        }
    }

    /// `self` as a whole: a method's, an argument, what a closure captures.
    private mutating func useSelf(_ span: Span) {
        guard let owner, let known, !known.contains(ObjectIdentifier(owner)) else { return }
        if isConvenience {
            checker.report(.selfBeforeInitialized(missing: nil, isSuper: false), at: span, in: file)
        } else if let missing = missing(in: known) {
            checker.report(.selfBeforeInitialized(missing: missing.name, isSuper: false), at: span, in: file)
        } else if owner.superclass != nil {
            checker.report(.selfBeforeInitialized(missing: nil, isSuper: true), at: span, in: file)
        } else {
            return
        }
        // Once is enough.
        self.known?.insert(ObjectIdentifier(owner))
    }

    /// A property of `self`: one of its own may be read as soon as it has a value.
    private mutating func useProperty(_ property: PropertyDecl, _ span: Span) {
        guard let owner, let known, !known.contains(ObjectIdentifier(owner)) else { return }
        guard case .stored = property.storage, property.owner === owner, !isConvenience else { return useSelf(span) }
        if hasValue(property, known) { return }
        checker.report(.usedBeforeInitialized(property.name), at: span, in: file)
        self.known?.insert(ObjectIdentifier(property))
    }

    private mutating func delegate(to decl: FunctionDecl, _ span: Span) {
        guard let owner else { return }
        if decl.owner !== owner, let known, let missing = missing(in: known) {
            checker.report(.missingAtSuper(missing.name), at: span, in: file)
        }
        known?.insert(ObjectIdentifier(owner))
    }

    private mutating func merge(_ ways: [Set<ObjectIdentifier>?]) {
        var result: Set<ObjectIdentifier>?
        for case let way? in ways { result = result.map { $0.intersection(way) } ?? way }
        known = result
    }

    private mutating func visit(_ block: TypedBlock) { for statement in block.statements { visit(statement) } }

    private mutating func visit(_ statement: TypedStatement) {
        switch statement.kind {
        case .expression(let value):
            visit(value)
            if value.type == checker.neverType { known = nil }
        case .bind(let pattern, let value):
            if let value {
                visit(value)
            } else if case .variable(let variable) = pattern.kind {
                tracked.insert(ObjectIdentifier(variable))
            }
        case .function: break
        case .if(let clauses, let otherwise, let target):
            var ways: [Set<ObjectIdentifier>?] = []
            for clause in clauses {
                visit(clause.conditions)
                let before = known
                visit(clause.body)
                ways.append(known)
                known = before
            }
            if let otherwise { visit(otherwise) }
            ways.append(known)
            if let broken = atBreak[ObjectIdentifier(target)] { ways.append(broken) }
            merge(ways)
        case .guard(let conditions, let body):
            visit(conditions)
            let before = known
            visit(body)
            known = before
        case .while(let conditions, let body, let target):
            visit(conditions)
            let before = known
            visit(body)
            let isEndless: Bool
            if conditions.count == 1, case .expression(let value) = conditions[0], case .boolean(true) = value.kind {
                isEndless = true
            } else {
                isEndless = false
            }
            merge([isEndless ? nil : before, atBreak[ObjectIdentifier(target)] ?? nil])
        case .repeatWhile(let body, let condition, let target):
            visit(body)
            visit(condition)
            if let broken = atBreak[ObjectIdentifier(target)] { merge([known, broken]) }
        case .forIn(let loop, _):
            visit(loop.sequence)
            let before = known
            if let condition = loop.condition { visit(condition) }
            visit(loop.body)
            known = before
        case .switch(let subject, let cases, let target):
            visit(subject)
            let before = known
            var ways: [Set<ObjectIdentifier>?] = []
            var falling: Set<ObjectIdentifier>?
            for clause in cases {
                known = before
                for item in clause.items { if let condition = item.condition { visit(condition) } }
                if let fell = falling { known = known.map { $0.intersection(fell) } }
                visit(clause.body)
                falling = clause.endsInFallthrough ? known : nil
                if !clause.endsInFallthrough { ways.append(known) }
            }
            if let broken = atBreak[ObjectIdentifier(target)] { ways.append(broken) }
            merge(ways)
        case .do(let body, let catches, _, let target):
            let before = known
            visit(body)
            var ways = [known]
            for clause in catches where !clause.isImpossible {
                known = before
                visit(clause.body)
                ways.append(known)
            }
            if let broken = atBreak[ObjectIdentifier(target)] { ways.append(broken) }
            merge(ways)
        case .defer(let body):
            let before = known
            visit(body)
            known = before
        case .return(let value):
            if let value {
                visit(value)
                if case .none = value.kind {
                    refuseHalfMade(statement.span)
                    known = nil
                }
            }
            if let known { atReturn.append(known) }
            known = nil
        case .throw(let value):
            visit(value)
            refuseHalfMade(statement.span)
            known = nil
        case .break(let target):
            let id = ObjectIdentifier(target)
            if let known {
                if let other = atBreak[id], let other {
                    atBreak[id] = known.intersection(other)
                } else {
                    atBreak[id] = known
                }
            }
            known = nil
        case .continue, .fallthrough: if case .continue = statement.kind { known = nil }
        case .yield(let value): visit(value)
        case .block(let block): visit(block)
        }
    }

    private mutating func visit(_ conditions: [TypedCondition]) {
        for condition in conditions {
            switch condition {
            case .expression(let value), .pattern(_, let value): visit(value)
            }
        }
    }

    private mutating func use(_ variable: VariableDecl, _ span: Span) {
        if variable.name == "self", variable.isInitializedLater { return useSelf(span) }
        guard tracked.contains(ObjectIdentifier(variable)), let known, !known.contains(ObjectIdentifier(variable))
        else {
            return
        }
        checker.report(.usedBeforeInitialized(variable.name), at: span, in: file)
        // Once is enough.
        self.known?.insert(ObjectIdentifier(variable))
    }

    private mutating func store(_ place: TypedExpression) {
        switch place.kind {
        case .variable(let variable):
            let id = ObjectIdentifier(variable)
            if variable.isLet, tracked.contains(id), let known, known.contains(id) {
                checker.report(
                    .immutable(variable.name, hint: "it has its value already"), at: place.span, in: file)
            }
            known?.insert(id)
            if variable.name == "self", let owner { known?.insert(ObjectIdentifier(owner)) }
        case .field(let base, let property), .classField(let base, let property),
            .property(let base?, let property, _):
            if isSelf(base), case .stored = property.storage, property.owner === owner, !isConvenience {
                if property.isLet, let known, property.hasInitializer || known.contains(ObjectIdentifier(property)) {
                    checker.report(
                        .immutable(property.name, hint: "it has its value already"), at: place.span, in: file)
                }
                known?.insert(ObjectIdentifier(property))
            } else {
                visit(base)
            }
        case .tuple(let elements): for element in elements { store(element) }
        default: visit(place)
        }
    }

    private func isSelf(_ value: TypedExpression) -> Bool {
        switch value.kind {
        case .variable(let variable): return variable.name == "self" && variable.isInitializedLater && owner != nil
        case .convert(.upcast, let inner): return isSelf(inner)
        default: return false
        }
    }

    private mutating func visit(_ value: TypedExpression) {
        switch value.kind {
        case .variable(let variable): use(variable, value.span)
        case .assign(let place, let source):
            visit(source)
            store(place)
        case .call(.delegatingInitializer(let reference, _), let arguments):
            for argument in arguments { visit(argument) }
            delegate(to: reference.decl, value.span)
        case .field(let base, let property), .classField(let base, let property),
            .property(let base?, let property, _):
            if isSelf(base) { useProperty(property, value.span) } else { visit(base) }
        case .closure(let closure):
            visitParts(of: value)
            for variable in closure.captures { use(variable, value.span) }
        default: visitParts(of: value)
        }
    }

    private mutating func visitParts(of value: TypedExpression) {
        value.forEachPart { part in
            switch part {
            case .expression(let inner): visit(inner)
            case .argument(let argument): visit(argument)
            case .statement(let statement): visit(statement)
            }
        }
    }

    private mutating func visit(_ argument: TypedArgument) {
        switch argument {
        case .value(let value), .reference(let value): visit(value)
        case .autoclosure(let closure):
            // It returns to the function that it is passed to, not from this one; and it may never run.
            let before = known
            let returned = atReturn
            for statement in closure.body.statements { visit(statement) }
            known = before
            atReturn = returned
        case .variadic(let values, _): for value in values { visit(value) }
        case .defaultValue: break
        }
    }
}
