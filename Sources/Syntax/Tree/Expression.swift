import SourceText

/// An expression as written. Operators are not folded: `Sequence` holds them in source order, since precedence
/// depends on declarations, and since a flat list of 100,000 terms needs no deep recursion to build or release.
public final class Expression: Sendable {
    public enum Kind: Sendable {
        /// Magnitude in any radix; nil where it does not fit 64 bits. `-1` is a prefix operator on `1`.
        case integer(UInt64?)
        /// The literal's text without underscores, decimal or hexadecimal, as `Elementary.parseDouble` takes it.
        case float(String)
        case string([StringSegment])
        case boolean(Bool)
        case nilLiteral
        /// A name, with explicit generic arguments where given: `x`, `self`, `Self`, `super`, `$0`, `Array<Int>`.
        /// `(+)` in parentheses or as an argument is a name too. `argumentLabels` for `f(x:y:)`.
        case name(String, arguments: [TypeSyntax], argumentLabels: [String]?)
        /// `.relu`
        case implicitMember(String, nameSpan: Span)
        /// `base.name`, `base.0`, `base.init`, `base.name<T>`.
        case member(Expression, String, nameSpan: Span, arguments: [TypeSyntax], argumentLabels: [String]?)
        /// Trailing closures stand last in `arguments`, flagged; the first one has no label.
        case call(Expression, [Argument])
        case index(Expression, [Argument])
        case prefix(String, operatorSpan: Span, Expression)
        case postfix(String, operatorSpan: Span, Expression)
        /// `first op operand op operand …`, unfolded.
        case sequence(Expression, [SequenceItem])
        /// `(x)`: kept, since parentheses decide precedence and stop some conversions.
        case parenthesized(Expression)
        /// `()` and two or more elements.
        case tuple([Argument])
        /// Also the type `[Int]` in `[Int]()`; likewise a dictionary and `[Int: String]()`.
        case array([Expression])
        case dictionary([DictionaryItem])
        case closure(Closure)
        /// `base?` inside a chain such as `a?.b`; also the type `Int?` where a name of a type is an expression: `Int?.none`.
        case optionalChain(Expression)
        case forceUnwrap(Expression)
        /// `&x` as an argument.
        case inoutReference(Expression)
        case `try`(TryKind, Expression)
        case ifExpression(IfStatement)
        case switchExpression(SwitchStatement)
        case keyPath(root: TypeSyntax?, components: [KeyPathComponent])
        /// `_` on the left of an assignment.
        case discard
        /// A type where only a type can stand: `[Int]?`, `(Int) -> Int`, `any P`. Others are names and literals.
        case type(TypeSyntax)
        /// What could not be parsed; a diagnostic has been issued.
        case error
    }

    public let kind: Kind
    public let span: Span
    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }
}

public enum TryKind: Sendable { case plain, optional, forced }

public enum StringSegment: Sendable {
    /// Escapes are resolved.
    case text(String)
    /// `\(x)`, with the labels of `\(x, specifier: y)`.
    case interpolation([Argument])
}

public struct Argument: Sendable {
    public var label: String?
    public var labelSpan: Span
    public var value: Expression
    public var isTrailingClosure: Bool
    public init(label: String?, labelSpan: Span, value: Expression, isTrailingClosure: Bool = false) {
        self.label = label
        self.labelSpan = labelSpan
        self.value = value
        self.isTrailingClosure = isTrailingClosure
    }
}

public struct DictionaryItem: Sendable {
    public var key: Expression
    public var value: Expression
    public init(key: Expression, value: Expression) {
        self.key = key
        self.value = value
    }
}

public struct SequenceItem: Sendable {
    public enum Operator: Sendable {
        case binary(String)
        case assign
        /// `? middle :`
        case ternary(Expression)
        case `is`(TypeSyntax)
        case `as`(TypeSyntax, CastKind)
    }
    public var `operator`: Operator
    public var operatorSpan: Span
    /// Absent after `is` and `as`.
    public var operand: Expression?
    public init(operator: Operator, operatorSpan: Span, operand: Expression?) {
        self.operator = `operator`
        self.operatorSpan = operatorSpan
        self.operand = operand
    }
}

/// `as`, `as?`, `as!`
public enum CastKind: Sendable { case coerce, conditional, forced }

public enum KeyPathComponent: Sendable {
    case member(String, Span)
    case index([Argument], Span)
    case optionalChain(Span)
    case forceUnwrap(Span)
}

public final class Closure: Sendable {
    public struct Capture: Sendable {
        public enum Strength: Sendable { case strong, weak, unowned }
        public var strength: Strength
        public var name: String
        public var value: Expression
        public var span: Span
        public init(strength: Strength, name: String, value: Expression, span: Span) {
            self.strength = strength
            self.name = name
            self.value = value
            self.span = span
        }
    }
    public struct Parameter: Sendable {
        /// `_` for an ignored one.
        public var name: String
        public var type: TypeSyntax.Parameter?
        public var span: Span
        public init(name: String, type: TypeSyntax.Parameter?, span: Span) {
            self.name = name
            self.type = type
            self.span = span
        }
    }
    public let captures: [Capture]
    /// nil without a signature (`$0` decides then).
    public let parameters: [Parameter]?
    public let effect: ThrowsEffect
    public let result: TypeSyntax?
    public let body: [Statement]
    /// The span of the braces with what is between them.
    public let span: Span
    public init(
        captures: [Capture], parameters: [Parameter]?, effect: ThrowsEffect, result: TypeSyntax?, body: [Statement],
        span: Span
    ) {
        self.captures = captures
        self.parameters = parameters
        self.effect = effect
        self.result = result
        self.body = body
        self.span = span
    }
}
