import SourceText

/// An expression with its type; every name resolved, every conversion written out, every overload chosen.
///
/// Types are in terms of the generic parameters of the function around it: the compiler substitutes.
/// A *place* is an expression that can be stored to: `variable`, `field`, `classField`, `tupleElement`, `property`,
/// `subscript`, `forceUnwrap` and `chainLink` of a place. The compiler evaluates a place's parts once, left to right,
/// then gets, modifies and sets.
public final class TypedExpression {
    public indirect enum Kind {
        /// Of `Int`, `UInt8` …, `Double`, `Float`, by `type`.
        case integer(Int64)
        case floating(Double)
        case boolean(Bool)
        /// Of type `String` or `Character`.
        case string(String)
        /// `\(x)`: each value is described as `print` would.
        case interpolation([InterpolationPart])
        /// `nil` of an optional type.
        case none
        case variable(VariableDecl)
        /// A stored property of a struct.
        case field(TypedExpression, PropertyDecl)
        /// A stored property of a class instance.
        case classField(TypedExpression, PropertyDecl)
        case tupleElement(TypedExpression, Int)
        /// A property with accessors, or a protocol's property requirement, or a static stored one (`base` nil); or observed
        /// (`willSet`/`didSet`): the store is the field's, with the observers around it. `arguments` are the generic ones.
        case property(base: TypedExpression?, PropertyDecl, arguments: [Type])
        case `subscript`(base: TypedExpression?, PropertyDecl, arguments: [Type], [TypedArgument])
        case forceUnwrap(TypedExpression)
        /// `base?`: leaves the enclosing `optionalChain` with nil, or goes on with the value.
        case chainLink(TypedExpression)
        /// The scope of its `chainLink`s; its type is an optional, `wraps` says whether the inner value has to be wrapped (it is
        /// not where the inner one is an optional already).
        case optionalChain(TypedExpression, wraps: Bool)
        case call(Callee, [TypedArgument])
        /// A function as a value. A method is bound: `base` is its `self`.
        case function(FunctionReference, base: TypedExpression?)
        /// `Counter.init`, `Shape.circle` as values.
        case caseConstructor(EnumCaseDecl)
        case enumCase(EnumCaseDecl, [TypedExpression])
        case closure(TypedClosure)
        case tuple([TypedExpression])
        case array([TypedExpression])
        case dictionary([(key: TypedExpression, value: TypedExpression)])
        /// `Set` and own types that are `ExpressibleByArrayLiteral` call an initialiser on an array instead.
        case convert(Conversion, TypedExpression)
        case assign(TypedExpression, TypedExpression)
        /// On the left of an assignment: `_`.
        case discard
        /// `&place`
        case inoutReference(TypedExpression)
        case ternary(TypedExpression, TypedExpression, TypedExpression)
        /// An `if` or `switch` whose branches give the value: each branch's block ends in `TypedStatement.yield`.
        case statement(TypedStatement)
        /// `try?`: nil where the operand throws; `wraps` as in `optionalChain`.
        case tryOptional(TypedExpression, wraps: Bool)
        /// `try!`: a trap where the operand throws.
        case tryForced(TypedExpression)
        /// `is`: a Bool.
        case isType(TypedExpression, Type)
        case cast(TypedExpression, Type, isForced: Bool)
        /// `Int.self`, and a type as the base of a static member.
        case metatype(Type)
        /// `a = b` of several places at once evaluates to nothing; `let` in the middle of an expression.
        case bind(VariableDecl, TypedExpression, in: TypedExpression)
        /// A diagnostic has been issued; nothing with one is ever compiled.
        case error
    }

    public let kind: Kind
    public let type: Type
    public let span: Span
    /// `self` as an instance of its superclass: what is called on it is the superclass's own.
    public let isSuper: Bool
    public init(_ kind: Kind, _ type: Type, _ span: Span, isSuper: Bool = false) {
        self.kind = kind
        self.type = type
        self.span = span
        self.isSuper = isSuper
    }
}

public enum InterpolationPart {
    case text(String)
    case value(TypedExpression)
}

public enum TypedArgument {
    case value(TypedExpression)
    /// A place, by reference.
    case reference(TypedExpression)
    /// Evaluated by the callee when it asks; a closure without parameters. Natives such as `&&` evaluate it in place.
    case autoclosure(TypedClosure)
    /// The parameter is variadic: an array of these.
    case variadic([TypedExpression], element: Type)
    /// Left out: the callee's default.
    case defaultValue(FunctionReference)
}

public enum Callee {
    /// A function or static method; `self` of a method stands apart from its arguments, by reference where the method
    /// mutates. A requirement of a protocol is resolved by `Conformances.resolve` once `arguments` are concrete.
    case function(FunctionReference, base: SelfArgument?)
    /// Through the class's table by `FunctionDecl.vtableSlot`.
    case virtual(FunctionReference, base: TypedExpression)
    /// `init` of a struct or enum, or of a class (which allocates, then runs it).
    case initializer(FunctionReference, type: Type)
    /// `self.init(…)`, `super.init(…)` inside an initialiser: runs on the `self` at hand.
    case delegatingInitializer(FunctionReference, selfVariable: VariableDecl)
    case value(TypedExpression)
}

public enum SelfArgument {
    case value(TypedExpression)
    case reference(TypedExpression)
    /// A requirement called on a type: `T.zero`.
    case type(Type)
}

public enum Conversion {
    /// T to T?
    case wrapOptional
    /// T? to U?, by the conversion of T to U.
    indirect case optional(Conversion, from: Type, to: Type)
    case upcast
    /// To `any P` or `Any`.
    case erase
    /// Between `any` types, to one that asks for less.
    case reerase
    /// To another function type: fewer effects to more, results or parameters converted.
    case function
    indirect case tuple([Conversion?], from: [Type], to: [Type])
    indirect case array(Conversion, from: Type, to: Type)
    indirect case dictionary(key: Conversion?, value: Conversion?)
    /// Any type to `AnyHashable`, and the like, through a named initialiser.
    case initializer(FunctionReference)
}

public final class TypedClosure {
    public internal(set) var parameters: [VariableDecl]
    public internal(set) var parameterFlags: [FunctionShape.Parameter]
    public internal(set) var result: Type
    public internal(set) var thrown: Type?
    public internal(set) var body: TypedBlock
    /// Variables of enclosing frames, in order of first use. Explicit captures are copies, made by `captureInitializers`.
    public internal(set) var captures: [VariableDecl]
    public internal(set) var captureInitializers: [(VariableDecl, TypedExpression)]
    public let span: Span
    init(
        parameters: [VariableDecl], parameterFlags: [FunctionShape.Parameter], result: Type, thrown: Type?,
        body: TypedBlock, captures: [VariableDecl], captureInitializers: [(VariableDecl, TypedExpression)], span: Span
    ) {
        self.parameters = parameters
        self.parameterFlags = parameterFlags
        self.result = result
        self.thrown = thrown
        self.body = body
        self.captures = captures
        self.captureInitializers = captureInitializers
        self.span = span
    }
}
