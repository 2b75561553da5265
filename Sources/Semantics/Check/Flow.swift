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
            return fallsThrough(body, checker) || catches.contains { fallsThrough($0.body, checker) }
        case .block(let block): return fallsThrough(block, checker)
        case .bind(_, let value): return value.map { $0.type != checker.neverType } ?? true
        case .function, .guard, .forIn, .defer, .yield: return true
        }
    }
}

extension Checker {
    /// A struct's or class's initialiser gives every stored property a value.
    func checkAllInitialized(_ function: FunctionDecl, _ body: TypedBlock, _ span: Span) {
        guard let owner = function.owner, !isPrelude, owner.kind != .enum,
            function.extensionDecl == nil || owner.kind == .class,
            !function.isConvenience
        else { return }
        var scan = InitialisationScan(checker: self, file: function.file)
        let missing = scan.missingProperties(in: body, of: owner)
        for property in missing {
            report(
                .notInitialized(owner.name, property: property.name),
                at: Span(max(Int(span.upper) - 1, 0), Int(span.upper)), in: function.file)
            return
        }
    }
}
