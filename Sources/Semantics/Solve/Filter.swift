import SourceText
import Syntax

/// Quick tests that pass over overloads that cannot fit, without opening them.
extension ConstraintSystem {
    /// The candidates that may still fit, from what is known of the arguments and the result.
    func filter(_ apply: Apply, _ overload: Overload) -> [Int] {
        var result: [Int] = []
        for index in apply.viable ?? Array(overload.candidates.indices) {
            checker.work += 1
            if mayFit(apply, overload.candidates[index], overload) { result.append(index) }
        }
        return result
    }

    private func mayFit(_ apply: Apply, _ candidate: MemberCandidate, _ overload: Overload) -> Bool {
        guard let callable = callable(candidate, form: apply.form) else {
            // A property or variable of function type: seen when it is opened.
            switch candidate.named {
            case .property, .variable, .type: return apply.form == .call
            case .enumCase: return apply.form == .call && overload.candidates.count == 1
            default: return false
            }
        }
        if case .function(let function) = candidate.named {
            if !overload.explicitArguments.isEmpty, function.signature.parameters.isEmpty { return false }
            if apply.form == .operator, let fixity = OperatorFixity(function), fixity != OperatorFixity(apply) {
                return false
            }
        }
        guard let mapping = matchArguments(apply.arguments, callable) else { return false }
        let signature = signature(of: candidate)
        let known = candidate.ownerArguments
        for (position, parameter) in callable.parameters.enumerated() {
            for argument in mapping[position] {
                let node = apply.arguments[argument].node
                var type = shallow(node.type)
                if parameter.isInout {
                    if case .inoutReference(let place) = node.kind {
                        type = shallow(place.type)
                    } else if apply.form != .operator {
                        return false
                    }
                    if !mayEqual(type, parameter.type, signature, known) { return false }
                    continue
                }
                if case .inoutReference = node.kind { return false }
                if !mayConvert(type, parameter.type, signature, known) { return false }
            }
        }
        let result = shallow(apply.result)
        if variable(result) == nil, !mayEqual(result, callable.result, signature, known) { return false }
        if let index = variable(result), !literals[Int(index)].isEmpty,
            !mayConvert(result, callable.result, signature, known)
        {
            return false
        }
        return true
    }

    private func known(_ type: Type, _ signature: GenericSignature, _ arguments: [Type]) -> Type? {
        guard case .parameter(let parameter) = types[type] else { return nil }
        for (index, candidate) in signature.parameters.enumerated() where candidate === parameter {
            return index < arguments.count ? shallow(arguments[index]) : nil
        }
        // A parameter of the code around: it stands for itself.
        return type
    }

    private func bounds(_ type: Type, _ signature: GenericSignature) -> [NominalDecl] {
        signature.conformances[type] ?? []
    }

    /// Whether an argument of a type may convert to a parameter's type, whose generic parameters are open.
    private func mayConvert(_ from: Type, _ to: Type, _ signature: GenericSignature, _ arguments: [Type]) -> Bool {
        if let argument = known(to, signature, arguments) {
            if case .parameter = types[argument] { return mayBe(from, argument) }
            if !types.hasParameter(argument) || argument != to { return mayBe(from, argument) }
        }
        if case .parameter = types[to] { return conformsMaybe(from, bounds(to, signature)) }
        if case .associated = types[to] { return true }
        return mayBe(from, to, signature, arguments)
    }

    private func conformsMaybe(_ type: Type, _ bounds: [NominalDecl]) -> Bool {
        switch types[type] {
        case .variable(let index):
            if closures[index] != nil { return bounds.isEmpty }
            let kinds = literals[Int(index)]
            if kinds.isEmpty || bounds.isEmpty { return true }
            if kinds == .none { return false }
            // No literal is a range.
            return !bounds.contains { $0.isPrelude && $0.name == "RangeExpression" }
        case .nominal(let decl, _):
            checker.resolveInheritance(of: decl)
            return bounds.allSatisfy { bound in
                checker.allConformances(of: decl).contains { $0.protocolDecl === bound }
            }
        case .error: return true
        default: return bounds.allSatisfy { checker.conforms(type, to: $0) || checker.mayOpen(type, as: $0) }
        }
    }

    private func mayBe(
        _ from: Type, _ to: Type, _ signature: GenericSignature? = nil, _ arguments: [Type] = []
    ) -> Bool {
        let f = shallow(from)
        let t = shallow(to)
        if f == t { return true }
        if case .error = types[f] { return true }
        if case .variable = types[t] { return true }
        if case .variable(let index) = types[f] { return variableMayBe(index, t, signature, arguments) }
        switch types[t] {
        case .error, .associated: return true
        case .existential(let protocols, _):
            return protocols.isEmpty || conformsMaybe(f, protocols) || isExistential(f)
        case .nominal(let decl, let inner):
            if decl === checker.wellKnown.optional {
                var core = f
                if let wrapped = checker.wrapped(f) { core = shallow(wrapped) }
                if let signature {
                    return mayConvert(core, inner[0], signature, arguments)
                        || mayConvert(f, inner[0], signature, arguments)
                }
                return mayBe(core, inner[0])
            }
            guard case .nominal(let own, let ownArguments) = types[f] else {
                if case .parameter = types[f] { return checker.currentSignature?.superclasses[f] != nil }
                return false
            }
            if own === decl {
                if let signature, decl.kind != .class {
                    for (p, q) in zip(ownArguments, inner) where !mayEqual(shallow(p), q, signature, arguments) {
                        return decl === checker.wellKnown.array || decl === checker.wellKnown.dictionary
                    }
                }
                return true
            }
            return own.kind == .class && decl.kind == .class
        case .parameter: return false
        case .tuple(let fields):
            guard case .tuple(let own) = types[f] else { return false }
            return own.count == fields.count
        case .function(let function):
            guard case .function(let own) = types[f] else { return false }
            return own.parameters.count == function.parameters.count
        case .metatype:
            if case .metatype = types[f] { return true }
            return false
        default: return true
        }
    }

    private func isExistential(_ type: Type) -> Bool { if case .existential = types[type] { true } else { false } }

    private func variableMayBe(
        _ index: Int32, _ t: Type, _ signature: GenericSignature?, _ arguments: [Type]
    ) -> Bool {
        if let closure = closures[index] {
            switch types[t] {
            case .function(let function):
                let count = function.parameters.count
                if closure.parameterCount == count { return true }
                if count == 1 && closure.parameterCount > 1 { return true }
                return count == 1 && closure.parameterCount == 0 && closure.syntax.parameters == nil
                    && shallow(function.parameters[0].type) == types.void
            case .nominal(let decl, let inner):
                return decl === checker.wellKnown.optional
                    && variableMayBe(index, shallow(inner[0]), signature, arguments)
            case .existential(let protocols, _): return protocols.isEmpty
            case .variable: return true
            default: return false
            }
        }
        let kinds = literals[Int(index)]
        if kinds.isEmpty { return true }
        switch types[t] {
        case .nominal(let decl, let inner):
            if decl === checker.wellKnown.optional {
                if kinds == .none { return true }
                if let signature { return mayConvert(types.make(.variable(index)), inner[0], signature, arguments) }
                return variableMayBe(index, shallow(inner[0]), nil, [])
            }
            if kinds.contains(.none) {
                guard kinds == .none, let byNil = checker.wellKnown.byNil else { return false }
                return checker.allConformances(of: decl).contains { $0.protocolDecl === byNil }
            }
            return literalProtocols(kinds).allSatisfy { wanted in
                checker.allConformances(of: decl).contains { $0.protocolDecl === wanted }
            }
        case .existential, .error, .associated, .variable: return true
        case .parameter: return literalProtocols(kinds).allSatisfy { checker.conforms(t, to: $0) }
        case .tuple, .function, .metatype, .opaque: return false
        }
    }

    private func mayEqual(_ type: Type, _ pattern: Type, _ signature: GenericSignature, _ arguments: [Type]) -> Bool {
        let own = shallow(type)
        if case .variable(let index) = types[own] {
            let kinds = literals[Int(index)]
            if kinds.isEmpty { return true }
            return mayConvert(own, pattern, signature, arguments)
        }
        if case .error = types[own] { return true }
        if let argument = known(pattern, signature, arguments), argument != pattern || !types.hasParameter(argument) {
            if case .variable = types[argument] { return true }
            return heads(own, argument)
        }
        switch types[pattern] {
        case .parameter:
            if let argument = known(pattern, signature, arguments), argument == pattern, own == pattern { return true }
            if !signature.parameters.contains(where: { types.parameter($0) == pattern }) { return own == pattern }
            return conformsMaybe(own, bounds(pattern, signature))
        case .associated, .variable: return true
        case .nominal(let decl, let inner):
            guard case .nominal(let mine, let mineArguments) = types[own], mine === decl else { return false }
            for (p, q) in zip(mineArguments, inner) where !mayEqual(p, q, signature, arguments) { return false }
            return true
        default: return heads(own, pattern)
        }
    }

    private func heads(_ a: Type, _ b: Type) -> Bool {
        switch (types[a], types[b]) {
        case (.nominal(let x, _), .nominal(let y, _)): return x === y
        case (.tuple(let x), .tuple(let y)): return x.count == y.count
        case (.function(let x), .function(let y)): return x.parameters.count == y.parameters.count
        case (.existential, .existential), (.metatype, .metatype), (.opaque, .opaque): return true
        case (.associated, _), (_, .associated), (.error, _), (_, .error), (.variable, _), (_, .variable): return true
        case (.parameter, .parameter): return a == b
        default: return false
        }
    }
}

/// Prefix, infix or postfix.
enum OperatorFixity: Equatable {
    case prefix, infix, postfix
    init?(_ function: FunctionDecl) {
        if function.modifiers.contains(.prefix) {
            self = .prefix
        } else if function.modifiers.contains(.postfix) {
            self = .postfix
        } else if function.isOperator {
            self = .infix
        } else {
            return nil
        }
    }
    init(_ apply: Apply) {
        if apply.arguments.count == 2 { self = .infix } else { self = apply.isPostfix ? .postfix : .prefix }
    }
}
