import SourceText

/// Writes out the conversions that Swift makes by itself.
extension Finisher {
    func coerce(_ value: TypedExpression, to type: Type) -> TypedExpression {
        if value.type == type { return value }
        if types.hasError(value.type) || types.hasError(type) { return value }
        if let target = checker.wrapped(type),
            checker.wrapped(value.type) == nil || checker.conversion(from: value.type, to: type) == nil,
            target != value.type
        {
            let inner = coerce(value, to: target)
            if case .error = inner.kind { return inner }
            return TypedExpression(.convert(.wrapOptional, inner), type, value.span)
        }
        if let spread = spread(value, to: type) { return spread }
        guard let conversion = checker.conversion(from: value.type, to: type) else {
            if checker.sameButForLabels(value.type, type) { return TypedExpression(value.kind, type, value.span) }
            report(system.conversionProblem(value.type, type), value.span)
            return error(value.span)
        }
        if case .erase = conversion, !checkShown(value.type, value.span) { return error(value.span) }
        return TypedExpression(.convert(conversion, value), type, value.span)
    }

    /// Refuses what would print the library's own parts, which are not Swift's. False where it has.
    func checkShown(_ type: Type, _ span: Span) -> Bool {
        if scope.isPrelude { return true }
        guard let name = inwardName(type) else { return true }
        report(.unsupported("\(name) printed, or given as Any,"), span)
        return false
    }

    private func inwardName(_ type: Type) -> String? {
        guard case .nominal(let decl, let arguments) = types[type] else { return nil }
        if decl === checker.wellKnown.optional || decl === checker.wellKnown.array {
            return inwardName(arguments[0])
        }
        guard decl.isPrelude else { return nil }
        if decl.name.hasPrefix("Lazy") { return "a lazy sequence" }
        switch decl.name {
        case "StrideTo", "StrideThrough": return "a stride"
        case "AnySequence", "AnyIterator", "Hasher": return decl.name
        case "Index": return "the index of a collection"
        case "Slice":
            if case .nominal(let base, _) = types[arguments[0]], base.name == "ClosedRange" {
                return "a part of a closed range"
            }
            return inwardName(arguments[0])
        default: return nil
        }
    }

    /// A function of n values as one of an n-tuple: a closure that takes the tuple apart.
    private func spread(_ value: TypedExpression, to type: Type) -> TypedExpression? {
        guard case .function(let x) = types[value.type], case .function(let y) = types[type], x.parameters.count > 1,
            y.parameters.count == 1, case .tuple(let fields) = types[y.parameters[0].type],
            fields.count == x.parameters.count
        else { return nil }
        let span = value.span
        let context = FunctionContext(parent: scope.context)
        let whole = VariableDecl(
            name: "$all", type: y.parameters[0].type, isLet: true, span: span, owner: context)
        let source = TypedExpression(.variable(whole), whole.type, span)
        let arguments = fields.indices.map { index in
            TypedArgument.value(
                coerce(
                    TypedExpression(.tupleElement(source, index), fields[index].type, span),
                    to: x.parameters[index].type))
        }
        let call = TypedExpression(.call(.value(value), arguments), x.result, span)
        let closure = TypedClosure(
            parameters: [whole], parameterFlags: y.parameters, result: y.result, thrown: x.thrown,
            body: TypedBlock(
                statements: [TypedStatement(.return(coerce(call, to: y.result)), span)], span: span), captures: [],
            captureInitializers: [], span: span)
        var own = y
        own.thrown = x.thrown
        let expression = TypedExpression(.closure(closure), types.make(.function(own)), span)
        return coerce(expression, to: type)
    }
}

/// The conversion between two known types.
extension Checker {
    func sameButForLabels(_ a: Type, _ b: Type) -> Bool {
        switch (types[a], types[b]) {
        case (.tuple(let xs), .tuple(let ys)):
            return xs.count == ys.count
                && zip(xs, ys).allSatisfy { $0.type == $1.type || sameButForLabels($0.type, $1.type) }
        case (.function(var x), .function(var y)):
            for index in x.parameters.indices { x.parameters[index].isAutoclosure = false }
            for index in y.parameters.indices { y.parameters[index].isAutoclosure = false }
            return x == y
        default: return false
        }
    }

    /// What has to be done to a value of one type to have it as another; nil where nothing, or where it cannot be done.
    public func conversion(from f: Type, to t: Type) -> Conversion? {
        if f == t || sameButForLabels(f, t) { return nil }
        if let target = wrapped(t) {
            if let source = wrapped(f) {
                if let inner = conversion(from: source, to: target) {
                    return .optional(inner, from: source, to: target)
                }
                // T? to T??
                if f == target { return .wrapOptional }
                return nil
            }
            if f == target { return .wrapOptional }
            return nil
        }
        switch (types[f], types[t]) {
        case (.existential, .existential): return .reerase
        case (_, .existential): return .erase
        case (.nominal(let x, let xs), .nominal(let y, let ys)):
            if x === y, x === wellKnown.array, let inner = conversion(from: xs[0], to: ys[0]) {
                return .array(inner, from: xs[0], to: ys[0])
            }
            if x === y, x === wellKnown.dictionary {
                return .dictionary(key: conversion(from: xs[0], to: ys[0]), value: conversion(from: xs[1], to: ys[1]))
            }
            return isSubclass(f, of: t) ? .upcast : nil
        case (.tuple(let xs), .tuple(let ys)) where xs.count == ys.count:
            return .tuple(
                zip(xs, ys).map { conversion(from: $0.type, to: $1.type) }, from: xs.map { $0.type },
                to: ys.map { $0.type })
        case (.function(let x), .function(let y)) where x.parameters.count == y.parameters.count: return .function
        case (.metatype, .metatype): return .upcast
        case (.parameter, .nominal), (.associated, .nominal): return isSubclass(f, of: t) ? .upcast : nil
        default: return nil
        }
    }
}
