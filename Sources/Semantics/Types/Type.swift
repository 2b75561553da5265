/// A type, as an index into a `TypeTable`: equal types have equal indexes, so comparing is one integer comparison.
public struct Type: Hashable, Sendable {
    public let id: Int32
    @inlinable
    init(id: Int32) { self.id = id }
}

/// What a type is made of.
public indirect enum TypeShape: Hashable {
    /// A struct, enum or class with its generic arguments, outer ones first. `Int`, `Array`, `Optional` are ordinary ones
    /// that the Prelude declares.
    case nominal(NominalDecl, [Type])
    /// `Void` is the empty one.
    case tuple([TupleField])
    case function(FunctionShape)
    /// A parameter of the generic declaration being looked at. `Self` of a protocol is one too.
    case parameter(GenericParameter)
    /// `base.Name`, where `base` is not concrete yet.
    case associated(Type, AssociatedTypeDecl)
    /// `any P & Q`; `Any` has no protocols, `AnyObject` only the flag.
    case existential([NominalDecl], isObject: Bool)
    /// `T.Type`
    case metatype(Type)
    /// What a function with `some P` as its result returns, by the function; see `FunctionDecl.underlyingResult`.
    case opaque(FunctionDecl, [Type])
    /// Of the solver only; no typed tree holds one.
    case variable(Int32)
    /// Stands where a diagnostic has been issued; compatible with everything.
    case error
}

public struct TupleField: Hashable {
    public var label: String?
    public var type: Type
    public init(label: String?, type: Type) {
        self.label = label
        self.type = type
    }
}

public struct FunctionShape: Hashable {
    public struct Parameter: Hashable {
        public var type: Type
        public var isInout: Bool
        public var isAutoclosure: Bool
        public var isVariadic: Bool
        public init(_ type: Type, isInout: Bool = false, isAutoclosure: Bool = false, isVariadic: Bool = false) {
            self.type = type
            self.isInout = isInout
            self.isAutoclosure = isAutoclosure
            self.isVariadic = isVariadic
        }
    }
    public var parameters: [Parameter]
    /// What it may throw; nil for a function that does not throw. `any Error` for untyped `throws`.
    public var thrown: Type?
    public var result: Type
    public init(parameters: [Parameter], thrown: Type?, result: Type) {
        self.parameters = parameters
        self.thrown = thrown
        self.result = result
    }
}

/// Holds every type once.
public final class TypeTable {
    private var shapes: [TypeShape] = []
    private var flags: [Flags] = []
    private var indexes: [TypeShape: Int32] = [:]

    struct Flags: OptionSet {
        let rawValue: UInt8
        static let hasVariable = Flags(rawValue: 1)
        static let hasParameter = Flags(rawValue: 2)
        static let hasError = Flags(rawValue: 4)
        static let hasOpaque = Flags(rawValue: 8)
    }

    public let void: Type
    public let error: Type
    public let any: Type

    public init() {
        void = Type(id: 0)
        error = Type(id: 1)
        any = Type(id: 2)
        _ = make(.tuple([]))
        _ = make(.error)
        _ = make(.existential([], isObject: false))
    }

    public subscript(_ type: Type) -> TypeShape { shapes[Int(type.id)] }

    /// The type of this shape; the same index for the same shape. O(1) on average.
    public func make(_ shape: TypeShape) -> Type {
        if let index = indexes[shape] { return Type(id: index) }
        let index = Int32(shapes.count)
        shapes.append(shape)
        flags.append(computeFlags(shape))
        indexes[shape] = index
        return Type(id: index)
    }

    /// The type of an index that this table gave out.
    public func type(at id: Int) -> Type? { id >= 0 && id < shapes.count ? Type(id: Int32(id)) : nil }

    public func nominal(_ decl: NominalDecl, _ arguments: [Type] = []) -> Type { make(.nominal(decl, arguments)) }
    public func parameter(_ parameter: GenericParameter) -> Type { make(.parameter(parameter)) }

    /// Whether a solver's variable occurs in it.
    public func hasVariable(_ type: Type) -> Bool { flags[Int(type.id)].contains(.hasVariable) }
    /// Whether it depends on generic parameters.
    public func hasParameter(_ type: Type) -> Bool { flags[Int(type.id)].contains(.hasParameter) }
    public func hasError(_ type: Type) -> Bool { flags[Int(type.id)].contains(.hasError) }
    public func hasOpaque(_ type: Type) -> Bool { flags[Int(type.id)].contains(.hasOpaque) }

    private func computeFlags(_ shape: TypeShape) -> Flags {
        switch shape {
        case .nominal(_, let arguments), .opaque(_, let arguments):
            var result: Flags = []
            if case .opaque = shape { result.insert(.hasOpaque) }
            for argument in arguments { result.formUnion(flags[Int(argument.id)]) }
            return result
        case .tuple(let fields):
            return fields.reduce(into: Flags()) { $0.formUnion(flags[Int($1.type.id)]) }
        case .function(let function):
            var result = flags[Int(function.result.id)]
            if let thrown = function.thrown { result.formUnion(flags[Int(thrown.id)]) }
            for parameter in function.parameters { result.formUnion(flags[Int(parameter.type.id)]) }
            return result
        case .parameter: return .hasParameter
        case .associated(let base, _): return flags[Int(base.id)]
        case .existential: return []
        case .metatype(let instance): return flags[Int(instance.id)]
        case .variable: return .hasVariable
        case .error: return .hasError
        }
    }

    /// Rebuilds a type with `leaf` deciding each parameter, associated type, opaque type and variable; nil keeps it.
    func rebuild(_ type: Type, _ leaf: (Type, TypeShape) -> Type?) -> Type {
        if flags[Int(type.id)].isDisjoint(with: [.hasVariable, .hasParameter, .hasOpaque]) { return type }
        let shape = self[type]
        switch shape {
        case .parameter, .variable, .associated: return leaf(type, shape) ?? type
        case .opaque(let function, let arguments):
            if let known = leaf(type, shape) { return known }
            return make(.opaque(function, arguments.map { rebuild($0, leaf) }))
        case .nominal(let decl, let arguments): return make(.nominal(decl, arguments.map { rebuild($0, leaf) }))
        case .tuple(let fields):
            return make(.tuple(fields.map { TupleField(label: $0.label, type: rebuild($0.type, leaf)) }))
        case .function(var function):
            for index in function.parameters.indices {
                function.parameters[index].type = rebuild(function.parameters[index].type, leaf)
            }
            function.thrown = function.thrown.map { rebuild($0, leaf) }
            function.result = rebuild(function.result, leaf)
            return make(.function(function))
        case .metatype(let instance): return make(.metatype(rebuild(instance, leaf)))
        case .existential, .error: return type
        }
    }
}
