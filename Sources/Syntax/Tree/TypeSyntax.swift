import SourceText

/// A type as written. Nothing is resolved yet: `Array<Int>` and `[Int]` are different trees here.
public final class TypeSyntax: Sendable {
    public enum Kind: Sendable {
        /// `Int`, `Array<Int>`, `Outer.Inner<T>`, `T.Element`, `Self`.
        case named([Component])
        case optional(TypeSyntax)
        /// `T!`
        case implicitlyUnwrapped(TypeSyntax)
        case array(TypeSyntax)
        case dictionary(key: TypeSyntax, value: TypeSyntax)
        /// `()`, `(Int, y: Int)`. One unlabelled element in parentheses is that element, not a tuple.
        case tuple([Element])
        case function(parameters: [Parameter], effect: ThrowsEffect, result: TypeSyntax)
        case some(TypeSyntax)
        case any(TypeSyntax)
        /// `P & Q`
        case composition([TypeSyntax])
        /// `T.Type`
        case metatype(TypeSyntax)
        /// What could not be parsed; a diagnostic has been issued.
        case error
    }

    public struct Component: Sendable {
        public var name: String
        public var arguments: [TypeSyntax]
        public var span: Span
        public init(name: String, arguments: [TypeSyntax], span: Span) {
            self.name = name
            self.arguments = arguments
            self.span = span
        }
    }

    public struct Element: Sendable {
        public var label: String?
        public var type: TypeSyntax
        public init(label: String?, type: TypeSyntax) {
            self.label = label
            self.type = type
        }
    }

    /// A parameter of a function type, or the type of a declared parameter with its modifiers.
    public struct Parameter: Sendable {
        public var type: TypeSyntax
        public var isInout = false
        public var isVariadic = false
        public var isAutoclosure = false
        public var isEscaping = false
        public init(type: TypeSyntax) { self.type = type }
    }

    public let kind: Kind
    public let span: Span
    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }
}

/// `throws`, `rethrows`, `throws(E)`; `async` is refused by the parser.
public enum ThrowsEffect: Sendable {
    case none
    case `throws`(TypeSyntax?)
    case `rethrows`
}
