import SourceText
import Syntax

/// `T` of `func f<T>`, of a generic type, or a protocol's `Self`.
public final class GenericParameter: Hashable {
    public let name: String
    /// Bounds that the declaration states: `T: P`.
    public internal(set) var bounds: [NominalDecl] = []
    public internal(set) var superclass: Type?
    init(name: String) { self.name = name }
    public static func == (a: GenericParameter, b: GenericParameter) -> Bool { a === b }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A generic declaration's parameters, outer ones first, and what `where` says of them.
public final class GenericSignature {
    public internal(set) var parameters: [GenericParameter]
    public internal(set) var requirements: [Requirement]
    public enum Requirement {
        case conforms(Type, NominalDecl)
        case superclass(Type, Type)
        case same(Type, Type)
    }
    /// For each type that the requirements speak of: the protocols it conforms to, and what it is the same as.
    var conformances: [Type: [NominalDecl]] = [:]
    var rewrites: [Type: Type] = [:]
    var superclasses: [Type: Type] = [:]
    init(parameters: [GenericParameter] = [], requirements: [Requirement] = []) {
        self.parameters = parameters
        self.requirements = requirements
    }
}

public final class AssociatedTypeDecl: Hashable {
    public let name: String
    public let owner: NominalDecl
    public internal(set) var bounds: [NominalDecl] = []
    /// In terms of the protocol's `Self`.
    public internal(set) var defaultType: Type?
    var syntax: Declaration?
    var isResolved = false
    init(name: String, owner: NominalDecl) {
        self.name = name
        self.owner = owner
    }
    public static func == (a: AssociatedTypeDecl, b: AssociatedTypeDecl) -> Bool { a === b }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A struct, enum, class or protocol.
public final class NominalDecl: Hashable {
    public enum Kind: Sendable { case `struct`, `enum`, `class`, `protocol` }
    public let kind: Kind
    public let name: String
    public let file: SourceFile
    public let span: Span
    public internal(set) var signature = GenericSignature()
    /// Only the stored ones that an instance has, in order; a class's own, without the superclass's.
    public internal(set) var storedProperties: [PropertyDecl] = []
    public internal(set) var cases: [EnumCaseDecl] = []
    public internal(set) var isIndirect = false
    var isFinal = false
    /// The raw type of an enum.
    public internal(set) var rawType: Type?
    public internal(set) var superclass: Type?
    /// Methods, initialisers and accessors that a class can override, those of the superclass first, each replaced by its
    /// override. Complete once the class's members are declared.
    public internal(set) var vtable: [FunctionDecl] = []
    public internal(set) var deinitializer: FunctionDecl?
    /// Of a protocol.
    public internal(set) var associatedTypes: [AssociatedTypeDecl] = []
    /// What a type must provide; a property requirement's accessors are functions here.
    public internal(set) var requirements: [FunctionDecl] = []
    public internal(set) var inheritedProtocols: [NominalDecl] = []
    /// `@native("…")` on the type: how the machine represents it (`int`, `double`, `bool`, `string`, `array`, …).
    public internal(set) var native: String?
    /// The type that this one is declared in.
    public internal(set) var parent: NominalDecl?
    /// The names in it, and what it was made from.
    var scope: Scope?
    var syntax: NominalSyntax?
    var isPrelude = false
    var areInheritancesResolved = false
    var isSignatureResolved = false
    var isVtableBuilt = false
    var isClassBound = false
    var implicitMembersMade = false
    var conformances: [ConformanceDecl] = []
    var defaultScope: Scope?
    /// The extension that it is nested in, whose conditions hold in it too.
    var parentExtension: ExtensionDecl?
    /// All members by name, of the declaration and its extensions; filled by the checker.
    var members = MemberTable()
    init(kind: Kind, name: String, file: SourceFile, span: Span) {
        self.kind = kind
        self.name = name
        self.file = file
        self.span = span
    }
    public static func == (a: NominalDecl, b: NominalDecl) -> Bool { a === b }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

public final class EnumCaseDecl {
    public let name: String
    public let owner: NominalDecl
    /// Position among the cases: its tag.
    public let index: Int
    public internal(set) var payload: [Payload] = []
    public internal(set) var rawValue: RawValue?
    var rawSyntax: Expression?
    /// Until its payload is read.
    var syntax: EnumCaseSyntax?
    var isPayloadResolved = false
    public let isIndirect: Bool
    public struct Payload {
        public var label: String?
        /// In terms of the enum's generic parameters.
        public var type: Type
        var defaultValue: Expression?
    }
    public enum RawValue: Hashable {
        case integer(Int64)
        case string(String)
        case double(UInt64)
    }
    init(name: String, owner: NominalDecl, index: Int, isIndirect: Bool) {
        self.name = name
        self.owner = owner
        self.index = index
        self.isIndirect = isIndirect
    }
}

/// A variable that lives in a frame: local, parameter, `self`, or a cell's global.
public final class VariableDecl {
    public let name: String
    public internal(set) var type: Type
    public let isLet: Bool
    public let span: Span
    /// Lives as long as the session, in the bottom frame.
    public internal(set) var isGlobal = false
    /// Passed by reference: an `inout` parameter, or `self` of a mutating method.
    public internal(set) var isInout = false
    /// A closure or local function refers to it.
    public internal(set) var isCaptured = false
    /// Assigned to, or passed as `inout`, anywhere after its declaration gave it a value.
    public internal(set) var isMutated = false
    /// Declared without a value: `let x: Int` assigned later.
    public internal(set) var isInitializedLater = false
    /// Declared as `T!`.
    var isImplicitlyUnwrapped = false
    /// A parameter that is a closure, not `@escaping`.
    var isNonEscaping = false
    /// Of a `weak` or `unowned` variable: what holds it, a value of the Prelude's `_Weak` or `_Unowned`.
    var weakHolder: VariableDecl?
    /// The function or closure whose frame it lives in; nil for globals.
    var isParameter = false
    let owner: FunctionContext?
    init(name: String, type: Type, isLet: Bool, span: Span, owner: FunctionContext?) {
        self.name = name
        self.type = type
        self.isLet = isLet
        self.span = span
        self.owner = owner
    }
}

/// A member variable or a subscript; also a computed variable outside a type.
public final class PropertyDecl {
    public enum Storage {
        /// The position among `NominalDecl.storedProperties`.
        case stored(Int)
        /// A `static` stored one: an ordinary variable, initialised lazily by the declaration's initialiser.
        case global(VariableDecl)
        case computed
        /// In a protocol: a witness decides.
        case requirement
    }
    public let name: String
    public internal(set) var type: Type
    public internal(set) var isLet: Bool
    public let isStatic: Bool
    public let isSubscript: Bool
    public internal(set) var storage: Storage
    public internal(set) var owner: NominalDecl?
    /// The parameters in scope: the owner's, the extension's (the same), a generic subscript's own.
    public internal(set) var signature: GenericSignature
    public internal(set) var getter: FunctionDecl?
    public internal(set) var setter: FunctionDecl?
    /// Called around a store with (self, old/new value); the store itself is done by who assigns.
    public internal(set) var willSet: FunctionDecl?
    public internal(set) var didSet: FunctionDecl?
    /// Declared as `T!`.
    var isImplicitlyUnwrapped = false
    /// Overridden by a subclass: a stored one is read and stored through the class's table.
    public internal(set) var isOverridden = false
    var accessors: [FunctionDecl] { [getter, setter, willSet, didSet].compactMap { $0 } }
    public internal(set) var isLazy = false
    /// The `self` of a lazy property's initial value.
    public internal(set) var lazySelf: VariableDecl?
    /// `weak` or `unowned`.
    public internal(set) var isWeak = false
    /// The default value of a stored property: an expression checked on demand; see `Checker.defaultValue(of:)`.
    var initializerSyntax: Expression?
    var typeSyntax: TypeSyntax?
    var extensionDecl: ExtensionDecl?
    var accessorsSyntax: AccessorsSyntax?
    var functionSyntax: FunctionSyntax?
    var scope: Scope?
    var modifiers: Modifiers = []
    var isTypeResolved = false
    var isResolvingType = false
    var isInitializerChecked = false
    var defaultThunks: [Int: FunctionDecl] = [:]
    var isProtected = false
    public var hasInitializer: Bool { initializerSyntax != nil }
    /// The checked initialiser; nil where there is none.
    public internal(set) var initializer: TypedExpression?
    /// Of a subscript.
    public internal(set) var parameters: [ParameterDecl] = []
    public let span: Span
    init(
        name: String, type: Type, isLet: Bool, isStatic: Bool, isSubscript: Bool = false, storage: Storage,
        owner: NominalDecl?, signature: GenericSignature, span: Span
    ) {
        self.name = name
        self.type = type
        self.isLet = isLet
        self.isStatic = isStatic
        self.isSubscript = isSubscript
        self.storage = storage
        self.owner = owner
        self.signature = signature
        self.span = span
    }
}

public struct ParameterDecl {
    public var label: String?
    public var variable: VariableDecl
    /// Of one argument; a variadic parameter's variable is an array of it.
    public var type: Type
    public var isInout = false
    public var isVariadic = false
    public var isAutoclosure = false
    /// Whether an argument may be left out; the caller evaluates `FunctionDecl.defaultArgument(at:)`.
    public var hasDefault = false
    var defaultSyntax: Expression?
    /// Of a memberwise initialiser: the property that the argument goes into.
    public internal(set) var memberwise: PropertyDecl?
    var inheritedDefault: (FunctionDecl, Int)?
}

/// A function, method, initialiser, accessor, operator or closure body: all that has code.
public final class FunctionDecl: Hashable {
    public enum Role: Sendable {
        case function, method
        case initializer(isFailable: Bool)
        case deinitializer, getter, setter, willSet, didSet
        /// A default argument, or the initial value of a stored property: code with no parameters of its own.
        case thunk
    }
    public let name: String
    public let role: Role
    public let file: SourceFile
    public let span: Span
    /// All generic parameters in scope, outer ones first. Of a protocol's requirement or extension the first is `Self`.
    public internal(set) var signature: GenericSignature
    public internal(set) var parameters: [ParameterDecl] = []
    /// In terms of `signature`. For an initialiser: the type itself, or an optional of it.
    public internal(set) var result: Type
    public internal(set) var thrown: Type?
    public internal(set) var isStatic = false
    /// A method that may change `self`: its `self` is passed by reference.
    public internal(set) var isMutating = false
    public internal(set) var owner: NominalDecl?
    /// Nil for static and free functions. An initialiser's `self` is a local of its own, returned at the end.
    public internal(set) var selfVariable: VariableDecl?
    /// A requirement of a protocol: calls are resolved to a witness.
    public internal(set) var isRequirement = false
    /// `@native("…")`: what the machine does instead of a body.
    public internal(set) var native: String?
    /// Index in its class's `vtable`; nil where calls are direct.
    public internal(set) var vtableSlot: Int?
    /// A `class` method that a subclass overrides.
    var isOverriddenClassMember = false
    /// The result is written `Self`, or an optional of it.
    var givesSelf = false
    public internal(set) var overrides: FunctionDecl?
    /// For accessors: whose.
    public internal(set) var storage: PropertyDecl?
    /// Variables of enclosing functions that its body uses; complete once the body is checked.
    public internal(set) var captures: [VariableDecl] = []
    public internal(set) var underlyingResult: Type?
    public internal(set) var isRethrows = false
    public internal(set) var isConvenience = false
    public internal(set) var isRequired = false
    public internal(set) var isDiscardable = false
    /// Where it was declared, and from what; what is still to be read of it is read on the first use.
    var syntax: FunctionSyntax?
    var scope: Scope?
    var modifiers: Modifiers = []
    var isSignatureResolved = false
    var isResolvingSignature = false
    var isOperator = false
    var extensionDecl: ExtensionDecl?
    var isPrelude = false
    var accessor: AccessorsSyntax.Accessor?
    /// The scope of its body: that of its generic parameters.
    var innerScope: Scope?
    var opaqueBounds: [NominalDecl] = []
    /// What the result `some Sequence<Int>` says of its primary associated types.
    var opaqueAssociated: [(AssociatedTypeDecl, Type)] = []
    var defaultThunks: [Int: FunctionDecl] = [:]
    /// Frames that call this local function before its own captures are known.
    var users: [FunctionContext] = []
    var thunkSyntax: Expression?
    var thunkProperty: PropertyDecl?
    var bodySyntax: Block?
    /// The context of its body, once that is checked.
    var context: FunctionContext?
    var bodyState = BodyState.unchecked
    public internal(set) var synthesized: SynthesizedBody?
    enum BodyState {
        case unchecked, checking
        case checked(TypedBlock?)
    }
    init(
        name: String, role: Role, file: SourceFile, span: Span, signature: GenericSignature, result: Type
    ) {
        self.name = name
        self.role = role
        self.file = file
        self.span = span
        self.signature = signature
        self.result = result
    }
    public static func == (a: FunctionDecl, b: FunctionDecl) -> Bool { a === b }
    public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// A function with a generic argument for each parameter of its signature.
public struct FunctionReference: Hashable {
    public var decl: FunctionDecl
    public var arguments: [Type]
    public init(_ decl: FunctionDecl, _ arguments: [Type]) {
        self.decl = decl
        self.arguments = arguments
    }
}

/// Bodies that the checker asks the compiler to write, since they are the same for all types of a form.
public enum SynthesizedBody: Sendable {
    /// Each parameter into the stored property of its name; the others take their initial values.
    case memberwiseInitializer
    /// Member by member (struct), case and payload (enum).
    case equals, hashInto
    /// `<` of an enum by case order, then payload.
    case less
    case rawValueGetter, initFromRawValue, allCases
    /// Read or write the stored property `FunctionDecl.storage`: the accessors of one that fulfils a requirement.
    case storedGetter, storedSetter
    /// `init()` of a type whose stored properties all have initial values.
    case defaultInitializer
    /// A subclass's initialiser that only passes its arguments on to `FunctionDecl.overrides`.
    case inheritedInitializer
}
