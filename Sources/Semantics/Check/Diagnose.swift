import SourceText
import Syntax

/// What to say of an expression that cannot be solved: its parts are tried alone, and the smallest one that fails although
/// all of its own parts are fine is what is wrong. What the solver stumbled over may lie elsewhere.
struct Diagnosis {
    let checker: Checker
    let scope: Scope
    /// How many parts may still be tried.
    private var budget = 40

    init(checker: Checker, scope: Scope) {
        self.checker = checker
        self.scope = scope
    }

    /// Reports what is wrong and gives true, or knows nothing better than the solver.
    mutating func explain(_ syntax: Expression, contextual: Type?) -> Bool {
        if let contextual, !checker.types.hasVariable(contextual), let own = type(of: syntax) {
            return explainMismatch(syntax, own, contextual)
        }
        return explainAlone(syntax)
    }

    private mutating func explainMismatch(_ syntax: Expression, _ own: Type, _ wanted: Type) -> Bool {
        if case .array(let elements) = syntax.kind, let element = checker.elementOfArray(wanted) {
            for item in elements {
                guard let type = type(of: item) else { return false }
                if !fits(item, element) { return report(mismatch(type, element), item.span) }
            }
            return false
        }
        if own == wanted { return false }
        return report(mismatch(own, wanted), syntax.span)
    }

    private func mismatch(_ own: Type, _ wanted: Type) -> Problem {
        if let wrapped = checker.wrapped(own), wrapped == wanted {
            return .needsUnwrap(type: checker.text(own), wanted: checker.text(wanted))
        }
        return .mismatch(found: checker.text(own), wanted: checker.text(wanted))
    }

    private mutating func explainAlone(_ syntax: Expression) -> Bool {
        switch syntax.kind {
        case .sequence(let first, let items): return explainOperators(first, items)
        case .parenthesized(let inner), .prefix(_, _, let inner), .postfix(_, _, let inner), .try(_, let inner),
            .forceUnwrap(let inner), .optionalChain(let inner):
            return explainPart(inner)
        case .member(let base, _, _, _, _): return explainPart(base)
        case .index(let base, let arguments):
            return explainPart(base) || explainParts(arguments) || explainIndex(base, arguments, syntax)
        case .call(let callee, let arguments):
            if case .member(let base, _, _, _, _) = callee.kind, explainPart(base) { return true }
            return explainParts(arguments)
        case .tuple(let arguments): return explainParts(arguments)
        case .array(let elements):
            for element in elements where explainPart(element) { return true }
            return false
        case .string(let segments):
            for case .interpolation(let arguments) in segments where explainParts(arguments) { return true }
            return false
        default: return false
        }
    }

    private mutating func explainParts(_ arguments: [Argument]) -> Bool {
        for argument in arguments where explainPart(argument.value) { return true }
        return false
    }

    /// A part that fails alone, and is not of a kind that only its context makes meaningful.
    private mutating func explainPart(_ part: Expression) -> Bool {
        if needsContext(part) || type(of: part) != nil { return false }
        return explainAlone(part)
    }

    private mutating func explainIndex(_ base: Expression, _ arguments: [Argument], _ syntax: Expression) -> Bool {
        guard arguments.count == 1, arguments[0].label == nil, let own = type(of: base),
            let index = type(of: arguments[0].value)
        else { return false }
        if own == checker.stringType, index == checker.intType {
            return report(
                .other(
                    "a String has no places that an Int could count: characters differ in size",
                    hint: "write Array(text)[n], or text[text.index(text.startIndex, offsetBy: n)]"), syntax.span)
        }
        if checker.wrapped(own) != nil {
            return report(
                .needsUnwrap(type: checker.text(own), wanted: checker.text(checker.wrapped(own) ?? own)), base.span)
        }
        return false
    }

    // MARK: Operators

    /// The smallest pair of operands that an operator does not take together, all of its own parts being fine.
    private mutating func explainOperators(_ first: Expression, _ items: [SequenceItem]) -> Bool {
        let operands = [first] + items.compactMap { $0.operand }
        guard operands.count == items.count + 1, items.count < 12 else { return false }
        for operand in operands {
            if needsContext(operand) { return false }
            if type(of: operand) == nil { return explainAlone(operand) }
        }
        guard let levels = levels(of: items) else { return false }
        return explainRange(operands, items, levels, 0...items.count) == .explained
    }

    private enum Verdict { case fine, explained, unknown }

    /// The operands of a range, joined by the operators between them.
    private mutating func explainRange(
        _ operands: [Expression], _ items: [SequenceItem], _ levels: [Int], _ range: ClosedRange<Int>
    ) -> Verdict {
        if range.count == 1 { return .fine }
        if type(of: joined(operands, items, range)) != nil { return .fine }
        // The operator that binds least, the last of its kind, is applied last.
        var split = range.lowerBound
        for index in range.lowerBound..<range.upperBound where levels[index] <= levels[split] { split = index }
        let left = range.lowerBound...split
        let right = (split + 1)...range.upperBound
        for part in [left, right] {
            let verdict = explainRange(operands, items, levels, part)
            if verdict != .fine { return verdict }
        }
        guard case .binary(let name) = items[split].operator,
            let first = type(of: joined(operands, items, left)), let second = type(of: joined(operands, items, right))
        else { return .unknown }
        let problem = checker.explainOperator(
            name, left: checker.text(first), right: checker.text(second),
            leftName: left.count == 1 ? self.name(of: operands[split]) : nil,
            rightName: right.count == 1 ? self.name(of: operands[split + 1]) : nil)
        checker.report(
            problem, at: items[split].operatorSpan, in: scope.file,
            related: [joined(operands, items, left).span, joined(operands, items, right).span])
        return .explained
    }

    private func joined(_ operands: [Expression], _ items: [SequenceItem], _ range: ClosedRange<Int>) -> Expression {
        if range.count == 1 { return operands[range.lowerBound] }
        let span = Span(
            Int(operands[range.lowerBound].span.lower), Int(operands[range.upperBound].span.upper))
        return Expression(
            .sequence(operands[range.lowerBound], Array(items[range.lowerBound..<range.upperBound])), span)
    }

    private func levels(of items: [SequenceItem]) -> [Int]? {
        var levels: [Int] = []
        for item in items {
            guard case .binary(let name) = item.operator, let group = checker.operators.infix[name] else { return nil }
            levels.append(checker.operators.level(group))
        }
        return levels
    }

    private func name(of operand: Expression) -> String? {
        if case .name(let name, _, _) = operand.kind { name } else { nil }
    }

    // MARK: Trying

    private mutating func type(of syntax: Expression) -> Type? {
        if budget == 0 || needsContext(syntax) { return nil }
        budget -= 1
        let value = checker.quietly { checker.checkExpression(syntax, scope: scope, contextual: nil) }
        return checker.types.hasError(value.type) ? nil : value.type
    }

    private mutating func fits(_ syntax: Expression, _ wanted: Type) -> Bool {
        if budget == 0 { return true }
        budget -= 1
        return checker.quietly {
            let before = checker.problemCount
            _ = checker.checkExpression(syntax, scope: scope, contextual: wanted)
            return checker.problemCount == before
        }
    }

    private func needsContext(_ syntax: Expression) -> Bool {
        switch syntax.kind {
        case .nilLiteral, .implicitMember, .closure, .keyPath, .discard, .inoutReference, .error, .type: return true
        case .array(let elements): return elements.isEmpty || elements.contains { needsContext($0) }
        case .dictionary(let items): return items.isEmpty || items.contains { needsContext($0.value) }
        case .call(let callee, _), .member(let callee, _, _, _, _): return needsContext(callee)
        case .parenthesized(let inner), .try(_, let inner), .forceUnwrap(let inner), .prefix(_, _, let inner):
            return needsContext(inner)
        default: return false
        }
    }

    private func report(_ problem: Problem, _ span: Span) -> Bool {
        checker.report(problem, at: span, in: scope.file)
        return true
    }
}
