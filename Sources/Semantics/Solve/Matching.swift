import SourceText

/// What a callee asks for, whether it is a function, a subscript, an enum case or a function value.
struct Callable {
    struct Parameter {
        var label: String?
        var type: Type
        var isInout = false
        var isVariadic = false
        var isAutoclosure = false
        var hasDefault = false
    }
    var parameters: [Parameter]
    var result: Type
    var ignoresLabels = false
}

extension ConstraintSystem {
    /// Which arguments each parameter gets, by Swift's rules for labels, defaults, variadics and trailing closures; nil where
    /// they do not fit.
    func matchArguments(_ arguments: [ArgumentNode], _ callable: Callable) -> [[Int]]? {
        let parameters = callable.parameters
        var mapping = [[Int]](repeating: [], count: parameters.count)
        let firstTrailing = arguments.firstIndex { $0.isTrailing } ?? arguments.count
        var argument = 0
        var parameter = 0
        while parameter < parameters.count {
            let wanted = parameters[parameter]
            if argument < firstTrailing {
                let label = callable.ignoresLabels ? wanted.label : arguments[argument].label
                if label == wanted.label {
                    mapping[parameter].append(argument)
                    argument += 1
                    if wanted.isVariadic {
                        while argument < firstTrailing, arguments[argument].label == nil {
                            mapping[parameter].append(argument)
                            argument += 1
                        }
                    }
                    parameter += 1
                    continue
                }
            }
            if !wanted.hasDefault && !wanted.isVariadic {
                if argument >= firstTrailing { break }
                return nil
            }
            if argument >= firstTrailing && firstTrailing < arguments.count { break }
            parameter += 1
        }
        if argument < firstTrailing { return nil }
        if firstTrailing < arguments.count {
            return matchTrailing(arguments, firstTrailing, callable, &mapping, from: parameter) ? mapping : nil
        }
        return parameter == parameters.count ? mapping : nil
    }

    /// The first trailing closure goes to the first parameter left that can take a function (forward scan); labelled ones to
    /// theirs.
    private func matchTrailing(
        _ arguments: [ArgumentNode], _ first: Int, _ callable: Callable, _ mapping: inout [[Int]], from start: Int
    ) -> Bool {
        let parameters = callable.parameters
        var parameter = start
        for argument in first..<arguments.count {
            var placed = false
            while parameter < parameters.count {
                let wanted = parameters[parameter]
                let label = arguments[argument].label
                let fits = argument == first ? takesFunction(wanted.type) : label == wanted.label
                let laterNeeds =
                    argument == first && fits && wanted.hasDefault
                    && parameters[(parameter + 1)...].contains {
                        !$0.hasDefault && !$0.isVariadic && takesFunction($0.type)
                    } && arguments.count - first == 1
                if fits && !laterNeeds {
                    mapping[parameter].append(argument)
                    parameter += 1
                    placed = true
                    break
                }
                if !wanted.hasDefault && !wanted.isVariadic { return false }
                parameter += 1
            }
            if !placed { return false }
        }
        while parameter < parameters.count {
            if !parameters[parameter].hasDefault && !parameters[parameter].isVariadic { return false }
            parameter += 1
        }
        return true
    }

    private func takesFunction(_ type: Type) -> Bool {
        switch types[shallow(type)] {
        case .function: return true
        case .nominal(let decl, let arguments):
            return decl === checker.wellKnown.optional && takesFunction(arguments[0])
        case .parameter, .variable, .associated: return true
        default: return false
        }
    }

    /// What a candidate asks for, in terms of its own signature.
    func callable(_ candidate: MemberCandidate, form: Apply.Form, isUnbound: Bool = false) -> Callable? {
        switch candidate.named {
        case .function(let function):
            checker.ensureSignature(of: function)
            return Callable(
                parameters: function.parameters.map(parameter), result: function.result,
                ignoresLabels: form == .operator)
        case .property(let property) where form == .index:
            checker.ensureType(of: property)
            return Callable(parameters: property.parameters.map(parameter), result: property.type)
        case .enumCase(let decl):
            checker.ensurePayload(of: decl)
            if decl.payload.isEmpty { return nil }
            return Callable(
                parameters: decl.payload.map {
                    Callable.Parameter(label: $0.label, type: $0.type, hasDefault: $0.defaultValue != nil)
                }, result: checker.selfType(of: decl.owner))
        default: return nil
        }
    }

    private func parameter(_ decl: ParameterDecl) -> Callable.Parameter {
        Callable.Parameter(
            label: decl.label, type: decl.type, isInout: decl.isInout, isVariadic: decl.isVariadic,
            isAutoclosure: decl.isAutoclosure, hasDefault: decl.hasDefault)
    }

    func callable(_ function: FunctionShape) -> Callable {
        Callable(
            parameters: function.parameters.map {
                Callable.Parameter(
                    label: nil, type: $0.isAutoclosure ? autoclosureResult($0.type) : $0.type, isInout: $0.isInout,
                    isVariadic: $0.isVariadic, isAutoclosure: $0.isAutoclosure)
            }, result: function.result)
    }

    func autoclosureResult(_ type: Type) -> Type {
        if case .function(let inner) = types[type] { return inner.result }
        return type
    }

    func signature(of candidate: MemberCandidate) -> GenericSignature {
        switch candidate.named {
        case .function(let function):
            checker.ensureSignature(of: function)
            return function.signature
        case .property(let property):
            checker.ensureType(of: property)
            return property.signature
        case .enumCase(let decl): return checker.resolveSignature(of: decl.owner)
        default: return GenericSignature()
        }
    }
}
