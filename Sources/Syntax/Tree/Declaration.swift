import SourceText

public final class Declaration: Sendable {
    public enum Kind: Sendable {
        case `import`([String])
        case variable(VariableSyntax)
        case function(FunctionSyntax)
        case nominal(NominalSyntax)
        case `extension`(ExtensionSyntax)
        case `typealias`(name: String, parameters: [GenericParameterSyntax], TypeSyntax)
        case `associatedtype`(
            name: String, inherited: [TypeSyntax], `default`: TypeSyntax?, requirements: [RequirementSyntax])
        case enumCases([EnumCaseSyntax])
        case `operator`(fixity: Fixity, name: String, precedenceGroup: String?)
        case precedenceGroup(PrecedenceGroupSyntax)
        /// What could not be parsed; a diagnostic has been issued.
        case error
    }
    public let kind: Kind
    public let attributes: [AttributeSyntax]
    public let modifiers: Modifiers
    /// The name, or the keyword of what has none: where diagnostics about the declaration point.
    public let nameSpan: Span
    public let span: Span
    public init(
        _ kind: Kind, attributes: [AttributeSyntax], modifiers: Modifiers, nameSpan: Span, span: Span
    ) {
        self.kind = kind
        self.attributes = attributes
        self.modifiers = modifiers
        self.nameSpan = nameSpan
        self.span = span
    }
}

public enum Fixity: Sendable { case prefix, infix, postfix }

/// `@name` or `@name("text")`. `@native("…")` marks what the machine provides; only the Prelude may say it.
public struct AttributeSyntax: Sendable {
    public var name: String
    /// The text of a lone string argument, escapes resolved.
    public var argument: String?
    public var span: Span
    public init(name: String, argument: String?, span: Span) {
        self.name = name
        self.argument = argument
        self.span = span
    }
}

public struct Modifiers: OptionSet, Sendable {
    public let rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    public static let `static` = Modifiers(rawValue: 1 << 0)
    /// `class func`, `class var`
    public static let `class` = Modifiers(rawValue: 1 << 1)
    public static let mutating = Modifiers(rawValue: 1 << 2)
    public static let nonmutating = Modifiers(rawValue: 1 << 3)
    public static let override = Modifiers(rawValue: 1 << 4)
    public static let final = Modifiers(rawValue: 1 << 5)
    public static let required = Modifiers(rawValue: 1 << 6)
    public static let convenience = Modifiers(rawValue: 1 << 7)
    public static let lazy = Modifiers(rawValue: 1 << 8)
    public static let weak = Modifiers(rawValue: 1 << 9)
    public static let unowned = Modifiers(rawValue: 1 << 10)
    public static let indirect = Modifiers(rawValue: 1 << 11)
    public static let prefix = Modifiers(rawValue: 1 << 12)
    public static let postfix = Modifiers(rawValue: 1 << 13)
    public static let infix = Modifiers(rawValue: 1 << 14)
    public static let `private` = Modifiers(rawValue: 1 << 15)
    public static let `fileprivate` = Modifiers(rawValue: 1 << 16)
    public static let `internal` = Modifiers(rawValue: 1 << 17)
    public static let `public` = Modifiers(rawValue: 1 << 18)
    public static let open = Modifiers(rawValue: 1 << 19)
    /// `private(set)` and its kin.
    public static let privateSet = Modifiers(rawValue: 1 << 20)
}

public final class VariableSyntax: Sendable {
    public struct Binding: Sendable {
        public var pattern: Pattern
        public var type: TypeSyntax?
        public var initializer: Expression?
        public var accessors: AccessorsSyntax?
        public init(pattern: Pattern, type: TypeSyntax?, initializer: Expression?, accessors: AccessorsSyntax?) {
            self.pattern = pattern
            self.type = type
            self.initializer = initializer
            self.accessors = accessors
        }
    }
    public let isLet: Bool
    public let bindings: [Binding]
    public init(isLet: Bool, bindings: [Binding]) {
        self.isLet = isLet
        self.bindings = bindings
    }
}

/// The braces after a variable or a subscript. In a protocol the bodies are absent.
public final class AccessorsSyntax: Sendable {
    public struct Accessor: Sendable {
        public enum Kind: Sendable { case get, set, willSet, didSet }
        public var kind: Kind
        /// `newValue` or `oldValue` under a name of one's own.
        public var parameter: String?
        public var isMutating: Bool
        public var isNonmutating: Bool
        public var effect: ThrowsEffect
        public var body: Block?
        public var span: Span
        public init(
            kind: Kind, parameter: String?, isMutating: Bool, isNonmutating: Bool, effect: ThrowsEffect, body: Block?,
            span: Span
        ) {
            self.kind = kind
            self.parameter = parameter
            self.isMutating = isMutating
            self.isNonmutating = isNonmutating
            self.effect = effect
            self.body = body
            self.span = span
        }
    }
    /// `{ statements }` is one `get` here.
    public let accessors: [Accessor]
    public let span: Span
    public init(accessors: [Accessor], span: Span) {
        self.accessors = accessors
        self.span = span
    }
}

public struct ParameterSyntax: Sendable {
    /// The argument label; nil for `_`. In `func f(x: Int)` both are `x`; a subscript's parameter has none unless two
    /// names are written.
    public var label: String?
    public var name: String
    public var type: TypeSyntax.Parameter
    public var defaultValue: Expression?
    public var span: Span
    public init(
        label: String?, name: String, type: TypeSyntax.Parameter, defaultValue: Expression?, span: Span
    ) {
        self.label = label
        self.name = name
        self.type = type
        self.defaultValue = defaultValue
        self.span = span
    }
}

public struct GenericParameterSyntax: Sendable {
    public var name: String
    /// `T: P & Q` has them as one composition.
    public var bound: TypeSyntax?
    public var span: Span
    public init(name: String, bound: TypeSyntax?, span: Span) {
        self.name = name
        self.bound = bound
        self.span = span
    }
}

/// A clause of `where`.
public struct RequirementSyntax: Sendable {
    public enum Kind: Sendable { case conforms, same }
    public var kind: Kind
    public var left: TypeSyntax
    public var right: TypeSyntax
    public init(kind: Kind, left: TypeSyntax, right: TypeSyntax) {
        self.kind = kind
        self.left = left
        self.right = right
    }
}

public final class FunctionSyntax: Sendable {
    public enum Role: Sendable {
        case function
        /// `init`, `init?`, `init!`
        case initializer(isFailable: Bool)
        case deinitializer
        case `subscript`
    }
    public let role: Role
    /// An operator's symbol, `init`, `deinit` or `subscript` where there is no name.
    public let name: String
    public let generics: [GenericParameterSyntax]
    public let parameters: [ParameterSyntax]
    public let effect: ThrowsEffect
    public let result: TypeSyntax?
    public let requirements: [RequirementSyntax]
    /// Absent in protocols and for what the machine provides.
    public let body: Block?
    /// Of a subscript.
    public let accessors: AccessorsSyntax?
    public init(
        role: Role, name: String, generics: [GenericParameterSyntax], parameters: [ParameterSyntax],
        effect: ThrowsEffect, result: TypeSyntax?, requirements: [RequirementSyntax], body: Block?,
        accessors: AccessorsSyntax?
    ) {
        self.role = role
        self.name = name
        self.generics = generics
        self.parameters = parameters
        self.effect = effect
        self.result = result
        self.requirements = requirements
        self.body = body
        self.accessors = accessors
    }
}

public final class NominalSyntax: Sendable {
    public enum Kind: Sendable { case `struct`, `enum`, `class`, `protocol` }
    public let kind: Kind
    public let name: String
    /// A protocol's primary associated types stand here too: names without bounds.
    public let generics: [GenericParameterSyntax]
    public let inherited: [TypeSyntax]
    public let requirements: [RequirementSyntax]
    public let members: [Declaration]
    public init(
        kind: Kind, name: String, generics: [GenericParameterSyntax], inherited: [TypeSyntax],
        requirements: [RequirementSyntax], members: [Declaration]
    ) {
        self.kind = kind
        self.name = name
        self.generics = generics
        self.inherited = inherited
        self.requirements = requirements
        self.members = members
    }
}

public final class ExtensionSyntax: Sendable {
    public let type: TypeSyntax
    public let inherited: [TypeSyntax]
    public let requirements: [RequirementSyntax]
    public let members: [Declaration]
    public init(
        type: TypeSyntax, inherited: [TypeSyntax], requirements: [RequirementSyntax], members: [Declaration]
    ) {
        self.type = type
        self.inherited = inherited
        self.requirements = requirements
        self.members = members
    }
}

public struct EnumCaseSyntax: Sendable {
    public struct Payload: Sendable {
        public var label: String?
        public var type: TypeSyntax
        public var defaultValue: Expression?
        public init(label: String?, type: TypeSyntax, defaultValue: Expression?) {
            self.label = label
            self.type = type
            self.defaultValue = defaultValue
        }
    }
    public var name: String
    public var payload: [Payload]
    public var rawValue: Expression?
    public var span: Span
    public init(name: String, payload: [Payload], rawValue: Expression?, span: Span) {
        self.name = name
        self.payload = payload
        self.rawValue = rawValue
        self.span = span
    }
}

public struct PrecedenceGroupSyntax: Sendable {
    public enum Associativity: Sendable { case left, right, none }
    public var name: String
    public var higherThan: [String]
    public var lowerThan: [String]
    public var associativity: Associativity
    public var isAssignment: Bool
    public init(
        name: String, higherThan: [String], lowerThan: [String], associativity: Associativity, isAssignment: Bool
    ) {
        self.name = name
        self.higherThan = higherThan
        self.lowerThan = lowerThan
        self.associativity = associativity
        self.isAssignment = isAssignment
    }
}
