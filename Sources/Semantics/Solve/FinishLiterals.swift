import Elementary
import SourceText

/// Literals, of standard types and of those that are expressible by one.
extension Finisher {
    func finishLiteral(_ node: Node) -> TypedExpression {
        let span = node.span
        let type = final(node.type, span)
        if types.hasError(type) {
            finishParts(node)
            return error(span)
        }
        return literal(node, type, span)
    }

    /// Even where the whole has no type, its parts may have problems to tell of.
    private func finishParts(_ node: Node) {
        switch node.kind {
        case .array(let elements, _): for element in elements { _ = finish(element) }
        case .interpolation(let parts): for case .value(let value) in parts { _ = finish(value) }
        default: break
        }
    }

    private func literal(_ node: Node, _ type: Type, _ span: Span) -> TypedExpression {
        if let wrapped = checker.wrapped(type) {
            if case .none = node.kind { return TypedExpression(.none, type, span) }
            return TypedExpression(.convert(.wrapOptional, literal(node, wrapped, span)), type, span)
        }
        if case .existential = types[type] { return coerce(literal(node, ownType(node), span), to: type) }
        switch node.kind {
        case .none:
            return byInitializer("nilLiteral", TypedExpression(.tuple([]), types.void, span), type, span)
        case .integer(let value):
            return integer(Int64(bitPattern: value), magnitude: value, isNegative: false, type, span)
        case .negativeInteger(let value, let magnitude):
            return integer(value, magnitude: magnitude, isNegative: true, type, span)
        case .floating(let text):
            let value = checker.parseFloat(text) ?? 0
            if isNative(type, ["double", "float"]) { return TypedExpression(.floating(value), type, span) }
            return byInitializer(
                "floatLiteral", TypedExpression(.floating(value), checker.doubleType, span), type, span)
        case .boolean(let value):
            if type == checker.boolType { return TypedExpression(.boolean(value), type, span) }
            return byInitializer("booleanLiteral", TypedExpression(.boolean(value), checker.boolType, span), type, span)
        case .string(let text):
            if type == checker.stringType { return TypedExpression(.string(text), type, span) }
            if isNative(type, ["character"]) {
                if text.count != 1 {
                    report(.other("a Character holds exactly one character", hint: ""), span)
                }
                return TypedExpression(.string(text), type, span)
            }
            return byInitializer("stringLiteral", TypedExpression(.string(text), checker.stringType, span), type, span)
        case .interpolation(let parts):
            var typed: [InterpolationPart] = []
            for part in parts {
                switch part {
                case .text(let text): if !text.isEmpty { typed.append(.text(text)) }
                case .value(let value):
                    let shown = finish(value)
                    _ = checkShown(shown.type, value.span)
                    typed.append(.value(shown))
                }
            }
            let whole = TypedExpression(.interpolation(typed), checker.stringType, span)
            return type == checker.stringType ? whole : byInitializer("stringLiteral", whole, type, span)
        case .array(let elements, let element):
            let own = final(element, span)
            let values = elements.map { finish($0, as: own) }
            if checker.elementOfArray(type) != nil { return TypedExpression(.array(values), type, span) }
            return byInitializer("arrayLiteral", variadic: values, element: own, type, span)
        case .dictionary(let items, let key, let value):
            let keyType = final(key, span)
            let valueType = final(value, span)
            if case .nominal(let decl, _) = types[type], decl === checker.wellKnown.dictionary {
                if let hashable = checker.wellKnown.hashable, !checker.conforms(keyType, to: hashable) {
                    report(.noConformance(type: checker.text(keyType), protocolName: "Hashable"), span)
                }
                return TypedExpression(
                    .dictionary(items.map { (key: finish($0.0, as: keyType), value: finish($0.1, as: valueType)) }),
                    type,
                    span)
            }
            let pair = types.make(
                .tuple([TupleField(label: nil, type: keyType), TupleField(label: nil, type: valueType)]))
            let values = items.map {
                TypedExpression(.tuple([finish($0.0, as: keyType), finish($0.1, as: valueType)]), pair, span)
            }
            return byInitializer("dictionaryLiteral", variadic: values, element: pair, type, span)
        default: return error(span)
        }
    }

    /// What a literal is by itself.
    private func ownType(_ node: Node) -> Type {
        switch node.kind {
        case .integer, .negativeInteger: return checker.intType
        case .floating: return checker.doubleType
        case .boolean: return checker.boolType
        case .string, .interpolation: return checker.stringType
        case .array(_, let element): return checker.array(final(element, node.span))
        case .dictionary(_, let key, let value):
            guard let decl = checker.wellKnown.dictionary else { return types.error }
            return types.nominal(decl, [final(key, node.span), final(value, node.span)])
        default: return types.error
        }
    }

    private func isNative(_ type: Type, _ names: [String]) -> Bool {
        guard case .nominal(let decl, _) = types[type], let native = decl.native else { return false }
        return names.contains(native)
    }

    private func integer(
        _ value: Int64, magnitude: UInt64, isNegative: Bool, _ type: Type, _ span: Span
    ) -> TypedExpression {
        if isNative(type, ["double", "float"]) {
            let number = Double(magnitude)
            return TypedExpression(.floating(isNegative ? -number : number), type, span)
        }
        if case .nominal(let decl, _) = types[type], let native = decl.native, let range = IntegerRange(native) {
            if !range.holds(magnitude, isNegative) {
                report(
                    .other("\(isNegative ? "-" : "")\(magnitude) does not fit \(checker.text(type))", hint: ""), span)
            }
            return TypedExpression(.integer(value), type, span)
        }
        let plain = TypedExpression(.integer(value), checker.intType, span)
        return byInitializer("integerLiteral", plain, type, span)
    }

    /// `T(integerLiteral: 5)`, for generic parameters and own types.
    private func byInitializer(_ label: String, _ value: TypedExpression, _ type: Type, _ span: Span) -> TypedExpression
    {
        for candidate in checker.memberCandidates("init", of: type, isStatic: true, isInitializer: true) {
            guard case .function(let function) = candidate.named else { continue }
            checker.ensureSignature(of: function)
            guard function.parameters.count == 1, function.parameters[0].label == label,
                function.signature.parameters.count == candidate.ownerArguments.count
            else { continue }
            let wanted = checker.substitute(
                function.parameters[0].type, function.signature, candidate.ownerArguments)
            var argument = value
            if wanted != value.type, !types.hasParameter(wanted) {
                argument = relabel(value, wanted, span)
            }
            return TypedExpression(
                .call(
                    .initializer(FunctionReference(function, candidate.ownerArguments), type: type), [.value(argument)]),
                type, span)
        }
        report(.mismatch(found: checker.text(value.type), wanted: checker.text(type)), span)
        return error(span)
    }

    /// A literal whose initialiser takes another literal type: `Double` for an integer, say.
    private func relabel(_ value: TypedExpression, _ type: Type, _ span: Span) -> TypedExpression {
        switch value.kind {
        case .integer(let number) where isNative(type, ["double", "float"]):
            return TypedExpression(.floating(Double(number)), type, span)
        case .integer, .floating, .string: return TypedExpression(value.kind, type, span)
        default: return value
        }
    }

    private func byInitializer(
        _ label: String, variadic values: [TypedExpression], element: Type, _ type: Type, _ span: Span
    ) -> TypedExpression {
        for candidate in checker.memberCandidates("init", of: type, isStatic: true, isInitializer: true) {
            guard case .function(let function) = candidate.named else { continue }
            checker.ensureSignature(of: function)
            guard function.parameters.count == 1, function.parameters[0].label == label,
                function.signature.parameters.count == candidate.ownerArguments.count, !function.isRequirement
            else { continue }
            return TypedExpression(
                .call(
                    .initializer(FunctionReference(function, candidate.ownerArguments), type: type),
                    [.variadic(values, element: element)]), type, span)
        }
        report(.other("this literal cannot be \(Checker.article(checker.text(type)))", hint: ""), span)
        return error(span)
    }
}

/// What fits an integer type of the machine.
struct IntegerRange {
    let bits: Int
    let isSigned: Bool
    init?(_ native: String) {
        switch native {
        case "int", "int64": (bits, isSigned) = (64, true)
        case "int32": (bits, isSigned) = (32, true)
        case "int16": (bits, isSigned) = (16, true)
        case "int8": (bits, isSigned) = (8, true)
        case "uint", "uint64": (bits, isSigned) = (64, false)
        case "uint32": (bits, isSigned) = (32, false)
        case "uint16": (bits, isSigned) = (16, false)
        case "uint8": (bits, isSigned) = (8, false)
        default: return nil
        }
    }
    func holds(_ magnitude: UInt64, _ isNegative: Bool) -> Bool {
        if isNegative {
            if magnitude == 0 { return true }
            return isSigned && magnitude <= UInt64(1) << UInt64(bits - 1)
        }
        let width = isSigned ? bits - 1 : bits
        return width >= 64 || magnitude < UInt64(1) << UInt64(width)
    }
}

extension Checker {
    func parseFloat(_ text: String) -> Double? { Elementary.parseDouble(utf8: Array(text.utf8)) }
}
