import Semantics

/// Computes the layout of each concrete type once.
final class LayoutTable {
    /// Products up to this width lie in consecutive words; wider ones are boxed.
    static let flatLimit = 4
    /// Enums up to this width lie flat; in wider ones each payload of more than one word is boxed.
    static let sumLimit = 5

    let checker: Checker
    private var known: [Type: ValueLayout] = [:]
    private var inProgress: Set<Type> = []
    /// A struct or enum that would hold itself by value; the session reports it.
    var endlessType: Type?
    /// A type without a representation; the session reports it.
    var unknownNative: String?

    init(_ checker: Checker) { self.checker = checker }

    subscript(_ type: Type) -> ValueLayout {
        if let layout = known[type] { return layout }
        guard inProgress.insert(type).inserted else {
            endlessType = endlessType ?? type
            return ValueLayout(type, .product([]), [])
        }
        let layout = compute(type)
        inProgress.remove(type)
        known[type] = layout
        return layout
    }

    private func compute(_ type: Type) -> ValueLayout {
        switch checker.types[type] {
        case .nominal(let decl, let arguments): return nominal(type, decl, arguments)
        case .tuple(let fields):
            return product(type, fields.map { (false, $0.type, $0.label) })
        case .function: return ValueLayout(type, .closure, [.reference])
        case .existential: return ValueLayout(type, .existential, [.reference])
        case .metatype: return ValueLayout(type, .metatype, [.raw])
        case .opaque(let function, let arguments):
            guard let underlying = function.underlyingResult else { break }
            let layout = self[checker.substitute(underlying, function.signature, arguments)]
            return ValueLayout(type, layout.form, layout.words)
        case .parameter, .associated, .variable, .error: break
        }
        unknownNative = unknownNative ?? "“\(typeText(type))”"
        return ValueLayout(type, .product([]), [])
    }

    private func nominal(_ type: Type, _ decl: NominalDecl, _ arguments: [Type]) -> ValueLayout {
        if let native = decl.native, native != "optional" {
            guard let form = nativeForms[native] else {
                unknownNative = unknownNative ?? native
                return ValueLayout(type, .product([]), [])
            }
            switch form {
            case .integer, .double, .float, .boolean: return ValueLayout(type, .native(form), [.raw])
            default: return ValueLayout(type, .native(form), [.reference])
            }
        }
        checker.readParts(of: decl)
        switch decl.kind {
        case .class: return ValueLayout(type, .classInstance, [.reference])
        case .protocol: return ValueLayout(type, .existential, [.reference])
        case .struct:
            return product(
                type,
                decl.storedProperties.map { ($0.isWeak, storedType($0, decl, arguments), $0.name) })
        case .enum:
            let payloads = decl.cases.map { enumCase in
                (
                    types: enumCase.payload.map {
                        TupleField(label: $0.label, type: checker.substitute($0.type, decl.signature, arguments))
                    },
                    isBoxed: (decl.isIndirect || enumCase.isIndirect) && !enumCase.payload.isEmpty
                )
            }
            return sum(type, payloads)
        }
    }

    /// A lazy property is held as an optional.
    private func storedType(_ property: PropertyDecl, _ decl: NominalDecl, _ arguments: [Type]) -> Type {
        let type = checker.substitute(property.type, decl.signature, arguments)
        guard property.isLazy, let optional = checker.standard("Optional") else { return type }
        return checker.types.nominal(optional, [type])
    }

    private func product(_ type: Type, _ fields: [(isWeak: Bool, type: Type, label: String?)]) -> ValueLayout {
        var parts: [ValueLayout.Part] = []
        var words: [Word] = []
        for field in fields {
            let layout = field.isWeak ? self[field.type].weakly : self[field.type]
            parts.append(ValueLayout.Part(offset: words.count, layout: layout, label: field.label))
            words += layout.words
        }
        let flat = ValueLayout(type, .product(parts), words)
        return words.count <= LayoutTable.flatLimit ? flat : ValueLayout(type, .boxed(flat), [.reference])
    }

    private func sum(_ type: Type, _ cases: [(types: [TupleField], isBoxed: Bool)]) -> ValueLayout {
        if let payload = optionalPayload(type) {
            if self[payload].isPlainReference { return ValueLayout(type, .nullable(self[payload]), [.reference]) }
            // Never boxed, so that what an optional wraps is a place inside it.
            return flatSum(type, cases, boxing: { _ in false })
        }
        let flat = flatSum(type, cases, boxing: { $0.isBoxed })
        guard flat.width > LayoutTable.sumLimit else { return flat }
        return flatSum(type, cases, boxing: { [self] in $0.isBoxed || payloadLayout($0.types).width > 1 })
    }

    private func typeText(_ type: Type) -> String {
        switch checker.types[type] {
        case .parameter(let parameter): parameter.name
        case .associated(_, let decl): "\(decl.owner.name).\(decl.name)"
        case .opaque(let function, _): "some result of \(function.name)"
        default: "a type that has not been found"
        }
    }

    /// The wrapped type where `type` is an optional.
    func optionalPayload(_ type: Type) -> Type? {
        guard case .nominal(let decl, let arguments) = checker.types[type], let optional = checker.standard("Optional"),
            decl == optional, arguments.count == 1
        else { return nil }
        return arguments[0]
    }

    /// A payload's values side by side, whatever their width: they lie in the enum's own words.
    private func payloadLayout(_ fields: [TupleField]) -> ValueLayout {
        if fields.count == 1 { return self[fields[0].type] }
        var parts: [ValueLayout.Part] = []
        var words: [Word] = []
        for field in fields {
            let layout = self[field.type]
            parts.append(ValueLayout.Part(offset: words.count, layout: layout, label: field.label))
            words += layout.words
        }
        return ValueLayout(checker.types.make(.tuple(fields)), .product(parts), words)
    }

    private typealias CaseShape = (types: [TupleField], isBoxed: Bool)

    private func flatSum(_ type: Type, _ cases: [CaseShape], boxing: (CaseShape) -> Bool) -> ValueLayout {
        var words: [Word] = [.raw]
        var laidOut: [ValueLayout.Case] = []
        for shape in cases {
            let isBoxed = boxing(shape)
            // The payload of an indirect case may hold the enum itself, so its layout is asked for when it is used.
            let payload = isBoxed ? boxedPayload(shape.types) : payloadLayout(shape.types)
            var used: Set<Int> = [0]
            var places: [Int] = []
            for word in isBoxed ? [.reference] : payload.words {
                var place = 1
                while place < words.count, words[place] != word || used.contains(place) { place += 1 }
                if place == words.count { words.append(word) }
                used.insert(place)
                places.append(place)
            }
            laidOut.append(ValueLayout.Case(payload: payload, places: places, isBoxed: isBoxed))
        }
        return ValueLayout(type, .sum(laidOut), words)
    }

    private func boxedPayload(_ fields: [TupleField]) -> ValueLayout {
        ValueLayout(checker.types.make(.tuple(fields)), .existential, [.reference])
    }

    /// What is inside the object of a boxed payload.
    func content(of boxed: ValueLayout.Case) -> ValueLayout {
        guard case .tuple(let fields) = checker.types[boxed.payload.type] else { return boxed.payload }
        return payloadLayout(fields)
    }
}

/// What the Prelude writes in `@native("…")` on a type.
let nativeForms: [String: NativeForm] = [
    "int": .integer(bits: 64, isSigned: true),
    "int8": .integer(bits: 8, isSigned: true),
    "int16": .integer(bits: 16, isSigned: true),
    "int32": .integer(bits: 32, isSigned: true),
    "int64": .integer(bits: 64, isSigned: true),
    "uint": .integer(bits: 64, isSigned: false),
    "uint8": .integer(bits: 8, isSigned: false),
    "uint16": .integer(bits: 16, isSigned: false),
    "uint32": .integer(bits: 32, isSigned: false),
    "uint64": .integer(bits: 64, isSigned: false),
    "double": .double,
    "float": .float,
    "bool": .boolean,
    "string": .string,
    "character": .character,
    "array": .array,
    "dictionary": .dictionary,
    "set": .set,
    "foreign": .opaque,
]
