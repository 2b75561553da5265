import SourceText
import Syntax

/// Folding a flat sequence of operators by precedence.
extension ConstraintSystem {
    private struct Precedence {
        var level: Int
        var associativity: PrecedenceGroupSyntax.Associativity
    }

    func fold(_ first: Expression, _ items: [SequenceItem], _ span: Span, _ scope: Scope) -> Node {
        if items.count > 1_000 {
            report(.tooComplex, span)
            return Node(.error, types.error, span)
        }
        // `try` covers all to its right.
        if case .try(let kind, let inner) = first.kind {
            let whole = Expression(.sequence(inner, items), span)
            return generate(Expression(.try(kind, whole), span), scope: scope)
        }
        var position = 0
        let left = operand(first, scope, isAssigned: isAssignment(items.first))
        return climb(left, items, &position, minimum: -1, scope)
    }

    private func isAssignment(_ item: SequenceItem?) -> Bool {
        switch item?.operator {
        case .assign?: return true
        case .binary(let name)?:
            guard let group = checker.operators.infix[name] else { return false }
            return checker.operators.groups[group]?.isAssignment ?? false
        default: return false
        }
    }

    private func operand(_ expression: Expression, _ scope: Scope, isAssigned: Bool) -> Node {
        if isAssigned, expression.hasChainLink { return generateOpen(expression, scope: scope) }
        return generate(expression, scope: scope)
    }

    private func precedence(_ item: SequenceItem) -> Precedence? {
        let group: String
        switch item.operator {
        case .binary(let name):
            guard let found = checker.operators.infix[name] else { return nil }
            group = found
        case .assign: group = "AssignmentPrecedence"
        case .ternary: group = "TernaryPrecedence"
        case .is, .as: group = "CastingPrecedence"
        }
        return Precedence(
            level: checker.operators.level(group),
            associativity: checker.operators.groups[group]?.associativity ?? .none)
    }

    private func climb(
        _ start: Node, _ items: [SequenceItem], _ position: inout Int, minimum: Int, _ scope: Scope
    ) -> Node {
        var left = start
        var lastNonAssociative: Int?
        while position < items.count {
            let item = items[position]
            guard let own = precedence(item) else {
                report(
                    .other("`\(name(item))` is not an operator", hint: "declare it: infix operator \(name(item))"),
                    item.operatorSpan)
                position = items.count
                return Node(.error, types.error, left.span)
            }
            if own.level < minimum { return left }
            if own.associativity == .none, lastNonAssociative == own.level, !item.isCast {
                report(
                    .other(
                        "two such operators cannot follow each other", hint: "put one in parentheses, or join with &&"),
                    item.operatorSpan)
                position = items.count
                return Node(.error, types.error, left.span)
            }
            lastNonAssociative = own.associativity == .none ? own.level : nil
            position += 1
            switch item.operator {
            case .is(let type): left = typeTest(left, type, scope, item)
            case .as(let type, let kind): left = cast(left, type, kind, scope, item)
            default:
                guard let operandSyntax = item.operand else { continue }
                if case .try(let kind, let inner) = operandSyntax.kind, case .assign = item.operator {
                    // `x = try f() + 1`
                    let rest = Expression(.sequence(inner, Array(items[position...])), inner.span)
                    let whole = position < items.count ? rest : inner
                    position = items.count
                    let right = generate(Expression(.try(kind, whole), operandSyntax.span), scope: scope)
                    return combine(item, left, right, scope)
                }
                var right = operand(
                    operandSyntax, scope, isAssigned: position < items.count && isAssignment(items[position]))
                while position < items.count, let next = precedence(items[position]) {
                    let binds = next.level > own.level || (next.level == own.level && own.associativity == .right)
                    if !binds { break }
                    let before = position
                    right = climb(
                        right, items, &position, minimum: next.level > own.level ? own.level + 1 : own.level, scope)
                    if position == before { break }
                }
                left = combine(item, left, right, scope)
            }
        }
        return left
    }

    private func name(_ item: SequenceItem) -> String {
        if case .binary(let name) = item.operator { name } else { "=" }
    }

    private func combine(_ item: SequenceItem, _ left: Node, _ right: Node, _ scope: Scope) -> Node {
        let span = left.span.union(right.span)
        switch item.operator {
        case .binary(let name):
            let node = applyOperator(name, item.operatorSpan, [left, right], span, isPostfix: false)
            guard isAssignment(item), left.containsChainLink else { return node }
            return Node(.optionalChain(node), checker.optional(types.void), span)
        case .assign: return assignment(left, right, span)
        case .ternary(let middle):
            let yes = generate(middle, scope: scope)
            let type = fresh()
            add(.convert(left.type, checker.boolType), left)
            add(.convert(yes.type, type), yes)
            add(.convert(right.type, type), right)
            return Node(.ternary(left, yes, right), type, span)
        case .is, .as: return left
        }
    }

    private func assignment(_ left: Node, _ right: Node, _ span: Span) -> Node {
        if case .discard = left.kind {
            add(.convert(right.type, left.type), right)
        } else {
            add(.convert(right.type, left.type), right)
        }
        let node = Node(.assign(left, right), types.void, span)
        if left.containsChainLink {
            let result = checker.optional(types.void)
            return Node(.optionalChain(node), result, span)
        }
        return node
    }

    private func typeTest(_ left: Node, _ syntax: TypeSyntax, _ scope: Scope, _ item: SequenceItem) -> Node {
        let type = checker.resolve(syntax, scope: scope)
        return Node(.isType(left, type), checker.boolType, left.span.union(syntax.span))
    }

    private func cast(
        _ left: Node, _ syntax: TypeSyntax, _ kind: CastKind, _ scope: Scope, _ item: SequenceItem
    ) -> Node {
        let type: Type
        if case .named(let components) = syntax.kind, components.count == 1, components[0].arguments.isEmpty,
            let open = typeNamed(components[0].name, [], syntax.span, scope)
        {
            type = open
        } else {
            type = checker.resolve(syntax, scope: scope)
        }
        let span = left.span.union(syntax.span)
        switch kind {
        case .coerce:
            add(.convert(left.type, type), left)
            return Node(.coerce(left, type), type, span)
        case .conditional: return Node(.cast(left, type, isForced: false), checker.optional(type), span)
        case .forced: return Node(.cast(left, type, isForced: true), type, span)
        }
    }
}

extension Node {
    var containsChainLink: Bool {
        switch kind {
        case .chainLink: return true
        case .overload(let overload): return overload.base?.containsChainLink ?? false
        case .apply(let apply):
            switch apply.callee {
            case .overload(let overload): return overload.base?.containsChainLink ?? false
            case .value(let callee): return callee.containsChainLink
            }
        case .forceUnwrap(let base): return base.containsChainLink
        default: return false
        }
    }
}

extension SequenceItem {
    /// `x as T as U` goes from left to right, though casts have no associativity.
    fileprivate var isCast: Bool {
        switch self.operator {
        case .is, .as: true
        case .binary, .assign, .ternary: false
        }
    }
}
