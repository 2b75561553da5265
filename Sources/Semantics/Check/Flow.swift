import SourceText

/// Where control goes: whether the end of a block can be reached.
struct FlowScan {
    static func fallsThrough(_ block: TypedBlock, _ checker: Checker) -> Bool {
        for statement in block.statements where !fallsThrough(statement, checker) { return false }
        return true
    }

    static func fallsThrough(_ statement: TypedStatement, _ checker: Checker) -> Bool {
        switch statement.kind {
        case .return, .throw, .break, .continue, .fallthrough: return false
        case .expression(let value): return value.type != checker.neverType
        case .if(let clauses, let otherwise, let target):
            guard let otherwise, !target.isBroken else { return true }
            return clauses.contains { fallsThrough($0.body, checker) } || fallsThrough(otherwise, checker)
        case .switch(_, let cases, let target):
            if target.isBroken { return true }
            return cases.contains { !$0.endsInFallthrough && fallsThrough($0.body, checker) }
        case .while(let conditions, _, let target):
            if conditions.count == 1, case .expression(let condition) = conditions[0],
                case .boolean(true) = condition.kind
            {
                return target.isBroken
            }
            return true
        case .repeatWhile(_, let condition, let target):
            if case .boolean(true) = condition.kind { return target.isBroken }
            return true
        case .do(let body, let catches, _, let target):
            if target.isBroken { return true }
            return fallsThrough(body, checker)
                || catches.contains { !$0.isImpossible && fallsThrough($0.body, checker) }
        case .block(let block): return fallsThrough(block, checker)
        case .bind(_, let value): return value.map { $0.type != checker.neverType } ?? true
        case .function, .guard, .forIn, .defer, .yield: return true
        }
    }
}

extension Checker {
    /// A struct's or class's initialiser gives every stored property a value.
    func checkAllInitialized(_ function: FunctionDecl, _ body: TypedBlock) {
        guard let owner = function.owner, !isPrelude else { return }
        var scan = InitialisationScan(checker: self, file: function.file)
        scan.check(initializer: function, body, of: owner)
    }

    /// Whether a class has an `init()` that subclasses call without saying so.
    func hasPlainInitializer(_ type: Type) -> Bool { plainInitializer(of: type) != nil }

    /// The `init()` of a superclass.
    public func plainInitializer(of type: Type) -> FunctionReference? {
        guard case .nominal(let decl, let arguments) = types[type] else { return nil }
        ensureImplicitMembers(of: decl)
        for entry in decl.members.byName["init"] ?? [] {
            guard case .function(let function) = entry.named, !function.isConvenience else { continue }
            ensureSignature(of: function)
            if function.parameters.allSatisfy({ $0.hasDefault }) && function.thrown == nil {
                return FunctionReference(function, arguments)
            }
        }
        return nil
    }
}

extension TypedBlock {
    /// Whether `self.init` of the owner is called somewhere, or any initialiser where no owner is given.
    func delegatesInitialisation(to owner: NominalDecl?) -> Bool {
        var scan = DelegationScan(owner: owner)
        scan.visit(self)
        return scan.isFound
    }
}

/// Looks for calls of `self.init` and `super.init` among the statements.
private struct DelegationScan {
    let owner: NominalDecl?
    var isFound = false

    mutating func visit(_ block: TypedBlock) { for statement in block.statements { visit(statement) } }

    private mutating func visit(_ value: TypedExpression) {
        switch value.kind {
        case .call(.delegatingInitializer(let reference, _), _):
            if owner == nil || reference.decl.owner === owner { isFound = true }
        case .tryForced(let inner), .tryOptional(let inner, _): visit(inner)
        default: break
        }
    }

    private mutating func visit(_ statement: TypedStatement) {
        switch statement.kind {
        case .expression(let value): visit(value)
        case .if(let clauses, let otherwise, _):
            for clause in clauses { visit(clause.body) }
            if let otherwise { visit(otherwise) }
        case .guard(_, let body), .while(_, let body, _), .repeatWhile(let body, _, _), .block(let body): visit(body)
        case .forIn(let loop, _): visit(loop.body)
        case .switch(_, let cases, _): for item in cases { visit(item.body) }
        case .do(let body, let catches, _, _):
            visit(body)
            for item in catches { visit(item.body) }
        default: break
        }
    }
}
