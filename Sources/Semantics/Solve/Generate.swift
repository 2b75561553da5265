import SourceText
import Syntax

/// From syntax to nodes with type variables, and the constraints between them.
extension ConstraintSystem {
    func generate(_ expression: Expression, scope: Scope) -> Node {
        checker.depth += 1
        defer { checker.depth -= 1 }
        if checker.depth > 400 {
            report(.tooComplex, expression.span)
            return Node(.error, types.error, expression.span)
        }
        if expression.hasChainLink {
            let inner = generatePostfix(expression, scope: scope)
            return closeChain(inner, expression.span)
        }
        return generatePostfix(expression, scope: scope)
    }

    func report(_ problem: Problem, _ span: Span) { checker.report(problem, at: span, in: file) }

    private func closeChain(_ inner: Node, _ span: Span) -> Node {
        let result = fresh()
        let node = Node(.optionalChain(inner), result, span)
        add(.wrap(inner.type, result: result), node)
        return node
    }

    private func error(_ span: Span) -> Node { Node(.error, types.error, span) }

    private func literal(_ kind: Node.Kind, _ kinds: LiteralKinds, _ span: Span) -> Node {
        Node(kind, fresh(kinds), span)
    }

    /// A part of a longer chain: its `?` stays open.
    func generateOpen(_ expression: Expression, scope: Scope) -> Node { generatePostfix(expression, scope: scope) }

    private func generatePostfix(_ expression: Expression, scope: Scope) -> Node {
        let span = expression.span
        switch expression.kind {
        case .integer(let value):
            guard let value else {
                report(
                    .other(
                        "this number is too large for any integer type", hint: "the largest Int is 9223372036854775807"),
                    span)
                return error(span)
            }
            return literal(.integer(value), .integer, span)
        case .float(let text): return literal(.floating(text), .float, span)
        case .boolean(let value): return literal(.boolean(value), .boolean, span)
        case .nilLiteral: return literal(.none, .none, span)
        case .string(let segments): return generateString(segments, span, scope)
        case .name(let name, let arguments, let labels):
            return generateName(name, arguments, labels, span, scope)
        case .implicitMember(let name, _): return implicitMember(name, span, apply: nil)
        case .member(let base, let name, let nameSpan, let arguments, let labels):
            return generateMember(base, name, nameSpan, arguments, labels, span, scope)
        case .call(let callee, let arguments): return generateCall(callee, arguments, span, scope)
        case .index(let base, let arguments):
            let baseNode = generatePostfix(base, scope: scope)
            if arguments.first?.label == "keyPath" {
                report(.unsupported("a subscript by a key path, [keyPath:],"), span)
                return error(span)
            }
            let overload = Overload("subscript", span)
            overload.base = baseNode
            if case .metatype = baseNode.kind { overload.isStatic = true }
            return applyNode(.overload(overload), .index, generateArguments(arguments, scope), span)
        case .prefix(let name, let operatorSpan, let operand):
            if name == "-", let folded = negatedLiteral(operand, span) { return folded }
            return applyOperator(name, operatorSpan, [generate(operand, scope: scope)], span, isPostfix: false)
        case .postfix(let name, let operatorSpan, let operand):
            return applyOperator(name, operatorSpan, [generate(operand, scope: scope)], span, isPostfix: true)
        case .sequence(let first, let items): return fold(first, items, span, scope)
        case .parenthesized(let inner):
            let node = generate(inner, scope: scope)
            return Node(.parenthesized(node), node.type, span)
        case .tuple(let elements):
            if elements.isEmpty { return Node(.tuple([]), types.void, span) }
            let nodes = elements.map { generate($0.value, scope: scope) }
            let fields = zip(elements, nodes).map { TupleField(label: $0.label, type: $1.type) }
            return Node(.tuple(nodes), types.make(.tuple(fields)), span)
        case .array(let elements): return generateArray(elements, span, scope)
        case .dictionary(let items): return generateDictionary(items, span, scope)
        case .closure(let closure): return generateClosure(closure, span, scope)
        case .optionalChain(let base):
            let node = generatePostfix(base, scope: scope)
            let result = fresh()
            let link = Node(.chainLink(node), result, span)
            add(.unwrap(node.type, result: result), link)
            return link
        case .forceUnwrap(let base):
            let node = generatePostfix(base, scope: scope)
            let result = fresh()
            let unwrapped = Node(.forceUnwrap(node), result, span)
            add(.unwrap(node.type, result: result), unwrapped)
            return unwrapped
        case .inoutReference(let place):
            let node = generate(place, scope: scope)
            return Node(.inoutReference(node), node.type, span)
        case .try(let kind, let inner): return generateTry(kind, inner, span, scope)
        case .ifExpression, .switchExpression:
            report(
                .other("`if` and `switch` give a value only right after =, `return`, or as a whole body", hint: ""),
                span)
            return error(span)
        case .keyPath: return generateKeyPath(expression, span, scope)
        case .discard: return Node(.discard, fresh(), span)
        case .type(let syntax):
            return Node(
                .metatype(checker.resolve(syntax, scope: scope)),
                types.make(.metatype(checker.resolve(syntax, scope: scope))), span)
        case .error: return error(span)
        }
    }

    private func negatedLiteral(_ operand: Expression, _ span: Span) -> Node? {
        switch operand.kind {
        case .integer(let value?): return Node(.integer(0 &- value), fresh(.integer), span).negated
        case .float(let text): return literal(.floating("-" + text), .float, span)
        default: return nil
        }
    }

    private func generateString(_ segments: [StringSegment], _ span: Span, _ scope: Scope) -> Node {
        var parts: [Node.Part] = []
        var plain = ""
        var isPlain = true
        for segment in segments {
            switch segment {
            case .text(let text):
                parts.append(.text(text))
                plain += text
            case .interpolation(let arguments):
                isPlain = false
                guard let first = arguments.first, first.label == nil, arguments.count == 1 else {
                    report(.unsupported("an interpolation with options"), span)
                    return error(span)
                }
                parts.append(.value(generate(first.value, scope: scope)))
            }
        }
        if isPlain { return literal(.string(plain), .string, span) }
        return literal(.interpolation(parts), .interpolation, span)
    }

    private func generateTry(_ kind: TryKind, _ inner: Expression, _ span: Span, _ scope: Scope) -> Node {
        let node = generate(inner, scope: scope)
        switch kind {
        case .plain: return Node(.tryPlain(node), node.type, span)
        case .forced: return Node(.tryForced(node), node.type, span)
        case .optional:
            let result = fresh()
            let wrapped = Node(.tryOptional(node), result, span)
            add(.wrap(node.type, result: result), wrapped)
            return wrapped
        }
    }

    private func generateArray(_ elements: [Expression], _ span: Span, _ scope: Scope) -> Node {
        let element = fresh()
        let nodes = elements.map { generate($0, scope: scope) }
        let node = literal(.array(nodes, element: element), .array, span)
        if let index = variable(node.type) { arrays[index] = node }
        for value in nodes { add(.convert(value.type, element), value) }
        add(.arrayLiteral(node.type, element), node)
        return node
    }

    private func generateDictionary(_ items: [DictionaryItem], _ span: Span, _ scope: Scope) -> Node {
        let key = fresh()
        let value = fresh()
        let nodes = items.map { (generate($0.key, scope: scope), generate($0.value, scope: scope)) }
        let node = literal(.dictionary(nodes, key: key, value: value), .dictionary, span)
        for (keyNode, valueNode) in nodes {
            add(.convert(keyNode.type, key), keyNode)
            add(.convert(valueNode.type, value), valueNode)
        }
        add(.dictionaryLiteral(node.type, key, value), node)
        return node
    }

    private func generateClosure(_ closure: Closure, _ span: Span, _ scope: Scope) -> Node {
        let count = closure.parameters?.count ?? SyntaxWalk.anonymousParameters(of: closure)
        let state = ClosureNode(syntax: closure, scope: scope, parameterCount: count, result: types.error)
        let type = fresh()
        if let index = variable(type) { closures[index] = state }
        return Node(.closure(state), type, span)
    }

    func generateArguments(_ arguments: [Argument], _ scope: Scope) -> [ArgumentNode] {
        arguments.map {
            ArgumentNode(
                label: $0.label, labelSpan: $0.labelSpan, node: generate($0.value, scope: scope),
                isTrailing: $0.isTrailingClosure)
        }
    }

    func applyNode(
        _ callee: Apply.Callee, _ form: Apply.Form, _ arguments: [ArgumentNode], _ span: Span, isPostfix: Bool = false
    ) -> Node {
        let result = fresh()
        let apply = Apply(callee: callee, form: form, arguments: arguments, result: result, span: span)
        apply.isPostfix = isPostfix
        let node = Node(.apply(apply), result, span)
        add(.apply(apply), node)
        return node
    }

    func applyOperator(_ name: String, _ operatorSpan: Span, _ operands: [Node], _ span: Span, isPostfix: Bool) -> Node
    {
        let overload = Overload(name, operatorSpan)
        overload.candidates = operatorCandidates(name)
        overload.isLookedUp = true
        if overload.candidates.isEmpty {
            report(.unknownName(name, similar: nil), operatorSpan)
            return error(span)
        }
        let arguments = operands.map { ArgumentNode(label: nil, labelSpan: $0.span, node: $0, isTrailing: false) }
        return applyNode(.overload(overload), .operator, arguments, span, isPostfix: isPostfix)
    }

    private func operatorCandidates(_ name: String) -> [MemberCandidate] {
        var result: [MemberCandidate] = []
        for named in checker.lookUpGlobal(name) {
            guard case .function(let function) = named else { continue }
            let level = function.owner == nil ? 5 : function.owner!.kind == .protocol ? 15 : 0
            result.append(MemberCandidate(named: .function(function), ownerArguments: [], level: level))
        }
        return result
    }

    // MARK: Key paths as functions

    /// `\T.name` is a closure that reads it.
    private func generateKeyPath(_ expression: Expression, _ span: Span, _ scope: Scope) -> Node {
        guard case .keyPath(let root, let components) = expression.kind else { return error(span) }
        var body = Expression(.name("$0", arguments: [], argumentLabels: nil), span)
        for component in components {
            switch component {
            case .member(let name, let nameSpan):
                if name == "self" { continue }
                body = Expression(
                    .member(body, name, nameSpan: nameSpan, arguments: [], argumentLabels: nil), span)
            case .index(let arguments, _): body = Expression(.index(body, arguments), span)
            case .optionalChain: body = Expression(.optionalChain(body), span)
            case .forceUnwrap: body = Expression(.forceUnwrap(body), span)
            }
        }
        var parameters: [Closure.Parameter]?
        if let root {
            parameters = [Closure.Parameter(name: "$0", type: TypeSyntax.Parameter(type: root), span: span)]
        } else {
            parameters = [Closure.Parameter(name: "$0", type: nil, span: span)]
        }
        let closure = Closure(
            captures: [], parameters: parameters, effect: .none, result: nil,
            body: [Statement(.expression(body), span)], span: span)
        return generateClosure(closure, span, scope)
    }
}

extension Node {
    /// An integer literal under a minus: the magnitude has been negated in two's complement.
    var negated: Node {
        if case .integer(let bits) = kind {
            return Node(.negativeInteger(Int64(bitPattern: bits), magnitude: 0 &- bits), type, span)
        }
        return self
    }
}

extension Expression {
    /// Whether a `?` of this very chain of members, calls and indexes is open.
    var hasChainLink: Bool {
        var current = self
        while true {
            switch current.kind {
            case .optionalChain: return true
            case .member(let base, _, _, _, _), .call(let base, _), .index(let base, _), .forceUnwrap(let base):
                current = base
            default: return false
            }
        }
    }
}
