import SourceText

/// Why no overload of a call fits: for a lone candidate the first thing that is off, else the types at hand.
extension Checker {
    func explain(_ apply: Apply, _ overload: Overload, _ system: ConstraintSystem) -> Problem {
        let found = apply.arguments.map { argument -> String in
            var node = argument.node
            if case .inoutReference(let place) = node.kind { node = place }
            return (argument.label.map { $0 + ": " } ?? "") + system.text(node.type)
        }
        if apply.form == .operator { return explainOperator(overload, apply, system) }
        let name = shownName(overload, system)
        if overload.candidates.count == 1, let callable = system.callable(overload.candidates[0], form: apply.form) {
            if let problem = explainLabels(apply, callable, name) { return problem }
            if let earlier = system.failure?.problem { return earlier }
        }
        return .noOverload(name, arguments: list(found))
    }

    private func shownName(_ overload: Overload, _ system: ConstraintSystem) -> String {
        if overload.name == "init", let type = overload.lookUpType { return system.text(type) }
        if overload.name == "subscript" { return "[ ]" }
        return overload.name
    }

    private func explainLabels(_ apply: Apply, _ callable: Callable, _ name: String) -> Problem? {
        let wanted = callable.parameters
        let given = apply.arguments
        if let index = given.indices.first(where: { index in
            !given[index].isTrailing && index < wanted.count && given[index].label != wanted[index].label
        }) {
            let isKnown = wanted.contains { $0.label != nil && $0.label == given[index].label }
            if !isKnown || given[index].label == nil {
                let needed = wanted[index]
                if given.count == wanted.count || given[index].label == nil {
                    if needed.label != nil || given[index].label != nil {
                        return .wrongLabel(found: given[index].label ?? "", wanted: needed.label ?? "")
                    }
                }
            }
        }
        let labels = given.map { $0.label }
        for parameter in wanted where !parameter.hasDefault && !parameter.isVariadic {
            if let label = parameter.label, !labels.contains(label), !given.contains(where: { $0.isTrailing }) {
                return .missingArgument(label: label, of: name)
            }
        }
        let required = wanted.filter { !$0.hasDefault && !$0.isVariadic }.count
        if given.count < required { return .missingArgument(label: "_", of: name) }
        if given.count > wanted.count && !wanted.contains(where: { $0.isVariadic }) { return .extraArgument(of: name) }
        return nil
    }

    private func explainOperator(_ overload: Overload, _ apply: Apply, _ system: ConstraintSystem) -> Problem {
        var names: [String] = []
        for argument in apply.arguments {
            var node = argument.node
            if case .inoutReference(let place) = node.kind { node = place }
            names.append(system.text(node.type))
        }
        guard names.count == 2 else { return .operand(overload.name, names.first ?? "") }
        return explainOperator(
            overload.name, left: names[0], right: names[1], leftName: variableName(apply.arguments[0].node),
            rightName: variableName(apply.arguments[1].node))
    }

    /// Why an operator does not take two types together, the operands under their names where they have one.
    func explainOperator(
        _ name: String, left: String, right: String, leftName shownLeft: String?, rightName shownRight: String?
    ) -> Problem {
        let numbers = ["Int", "Double", "Float"]
        if left != right, numbers.contains(left), numbers.contains(right) {
            let (from, to, source) = left == "Int" ? (left, right, shownLeft) : (right, left, shownRight)
            _ = from
            return .other(
                "`\(shownLeft ?? "the left side")` is \(Checker.article(left)) and `\(shownRight ?? "the right side")` is \(Checker.article(right))"
                    .withoutMarks(shownLeft, shownRight),
                hint: "\(name) needs two of one kind; write \(to)(\(source ?? "…"))")
        }
        if left.hasSuffix("?") != right.hasSuffix("?"), left.hasSuffix("?") ? left == right + "?" : right == left + "?"
        {
            return .operands(
                name, left: left, right: right, hint: "the optional may be nil: use `if let`, or `?? default`")
        }
        if name == "+", left == "String" || right == "String" {
            return .operands(name, left: left, right: right, hint: "write the value into the text: \"\\(…)\"")
        }
        if name == "==" || name == "!=", left == right {
            return .operands(name, left: left, right: right, hint: "declare \(left) as Equatable")
        }
        return .operands(name, left: left, right: right, hint: "")
    }

    static func article(_ type: String) -> String {
        guard let first = type.utf8.first else { return type }
        return (first == 65 || first == 69 || first == 73 || first == 79 ? "an " : "a ") + type
    }

    private func variableName(_ node: Node) -> String? {
        switch node.kind {
        case .variable(let variable): return variable.name
        case .overload(let overload) where overload.base == nil: return overload.name
        case .parenthesized(let inner): return variableName(inner)
        default: return nil
        }
    }
}

extension String {
    /// Only names stand in back quotes.
    fileprivate func withoutMarks(_ left: String?, _ right: String?) -> String {
        var text = self
        if left == nil { text = text.replacingFirst("`the left side`", with: "the left side") }
        if right == nil { text = text.replacingFirst("`the right side`", with: "the right side") }
        return text
    }

    private func replacingFirst(_ part: String, with other: String) -> String {
        let bytes = Array(utf8)
        let wanted = Array(part.utf8)
        var index = 0
        while index + wanted.count <= bytes.count {
            if Array(bytes[index..<index + wanted.count]) == wanted {
                return String(decoding: bytes[..<index], as: UTF8.self) + other
                    + String(decoding: bytes[(index + wanted.count)...], as: UTF8.self)
            }
            index += 1
        }
        return self
    }
}
