import SourceText

/// Which variables have a value where: `let x: Int` declared now and given a value on every way before its use, and the stored
/// properties of an initialiser's `self`.
struct InitialisationScan {
    let checker: Checker
    let file: SourceFile
    /// Those that surely have a value here; nil after a way that leaves.
    private var known: Set<ObjectIdentifier>? = []
    private var tracked: Set<ObjectIdentifier> = []
    private var owner: NominalDecl?
    private var isWhole = false
    /// What is known at each `break` of a statement.
    private var atBreak: [ObjectIdentifier: Set<ObjectIdentifier>?] = [:]
    private var atReturn: [Set<ObjectIdentifier>] = []

    init(checker: Checker, file: SourceFile) {
        self.checker = checker
        self.file = file
    }

    mutating func check(_ statements: [TypedStatement]) { for statement in statements { visit(statement) } }

    mutating func missingProperties(in body: TypedBlock, of owner: NominalDecl) -> [PropertyDecl] {
        self.owner = owner
        for statement in body.statements { visit(statement) }
        let ends = (known.map { [$0] } ?? []) + atReturn
        return owner.storedProperties.filter { property in
            if property.hasInitializer { return false }
            if !property.isLet, checker.wrapped(property.type) != nil { return false }
            let id = ObjectIdentifier(property)
            return ends.contains { !$0.contains(id) && !$0.contains(ObjectIdentifier(owner)) }
        }
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
            for clause in catches {
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
                if case .none = value.kind { known = nil }
            }
            if let known { atReturn.append(known) }
            known = nil
        case .throw(let value):
            visit(value)
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
        case .field(let base, let property), .classField(let base, let property):
            if isSelf(base) { known?.insert(ObjectIdentifier(property)) } else { visit(base) }
        case .property(let base?, let property, _):
            if isSelf(base) { known?.insert(ObjectIdentifier(property)) } else { visit(base) }
        case .tuple(let elements): for element in elements { store(element) }
        default: visit(place)
        }
    }

    private func isSelf(_ value: TypedExpression) -> Bool {
        if case .variable(let variable) = value.kind { return variable.name == "self" }
        return false
    }

    private mutating func visit(_ value: TypedExpression) {
        switch value.kind {
        case .variable(let variable): use(variable, value.span)
        case .assign(let place, let source):
            visit(source)
            store(place)
        case .call(let callee, let arguments):
            switch callee {
            case .function(_, let base):
                switch base {
                case .value(let base)?, .reference(let base)?: visit(base)
                case .type?, nil: break
                }
            case .virtual(_, let base): visit(base)
            case .delegatingInitializer(let reference, _):
                if let owner, reference.decl.owner === owner { known?.insert(ObjectIdentifier(owner)) }
            case .initializer: break
            case .value(let base): visit(base)
            }
            for argument in arguments { visit(argument) }
        case .field(let base, _), .classField(let base, _), .tupleElement(let base, _), .forceUnwrap(let base),
            .chainLink(let base), .optionalChain(let base, _), .convert(_, let base), .inoutReference(let base),
            .tryOptional(let base, _), .tryForced(let base), .isType(let base, _), .cast(let base, _, _):
            visit(base)
        case .property(let base, _, _): if let base { visit(base) }
        case .subscript(let base, _, _, let arguments):
            if let base { visit(base) }
            for argument in arguments { visit(argument) }
        case .tuple(let values), .array(let values), .enumCase(_, let values): for value in values { visit(value) }
        case .dictionary(let items):
            for item in items {
                visit(item.key)
                visit(item.value)
            }
        case .interpolation(let parts): for case .value(let part) in parts { visit(part) }
        case .ternary(let condition, let yes, let no):
            visit(condition)
            visit(yes)
            visit(no)
        case .statement(let statement): visit(statement)
        case .closure(let closure):
            for variable in closure.captures { use(variable, value.span) }
        case .bind(_, let source, let inner):
            visit(source)
            visit(inner)
        case .function(_, let base): if let base { visit(base) }
        case .integer, .floating, .boolean, .string, .none, .caseConstructor, .discard, .metatype, .error: break
        }
    }

    private mutating func visit(_ argument: TypedArgument) {
        switch argument {
        case .value(let value), .reference(let value): visit(value)
        case .autoclosure(let closure):
            for statement in closure.body.statements {
                visit(TypedStatement(.block(TypedBlock(statements: [statement], span: statement.span)), statement.span))
            }
        case .variadic(let values, _): for value in values { visit(value) }
        case .defaultValue: break
        }
    }
}
