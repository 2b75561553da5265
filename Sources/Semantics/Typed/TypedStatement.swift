import SourceText

public struct TypedBlock {
    public var statements: [TypedStatement]
    public var span: Span
    public init(statements: [TypedStatement], span: Span) {
        self.statements = statements
        self.span = span
    }
}

public final class TypedStatement {
    public indirect enum Kind {
        case expression(TypedExpression)
        /// `let p = e`; without a value the variables are stored to later.
        case bind(TypedPattern, TypedExpression?)
        /// A local function: where it stands its captures exist.
        case function(FunctionDecl)
        case `if`([Clause], otherwise: TypedBlock?, JumpTarget)
        case `guard`([TypedCondition], TypedBlock)
        case `while`([TypedCondition], TypedBlock, JumpTarget)
        case repeatWhile(TypedBlock, TypedExpression, JumpTarget)
        case forIn(ForLoop, JumpTarget)
        case `switch`(subject: TypedExpression, [SwitchCase], JumpTarget)
        case `do`(TypedBlock, [Catch], errorType: Type?, JumpTarget)
        case `defer`(TypedBlock)
        case `return`(TypedExpression?)
        case `throw`(TypedExpression)
        case `break`(JumpTarget)
        case `continue`(JumpTarget)
        case `fallthrough`
        /// The value of a branch of an `if` or `switch` used as an expression.
        case yield(TypedExpression)
        case block(TypedBlock)
    }

    public struct Clause {
        public var conditions: [TypedCondition]
        public var body: TypedBlock
    }
    public struct SwitchCase {
        /// Empty for `default`. Names bound by several patterns are the same variables in each.
        public var items: [(pattern: TypedPattern, condition: TypedExpression?)]
        public var body: TypedBlock
        public var endsInFallthrough: Bool
    }
    public struct Catch {
        /// Empty for a bare `catch`.
        public var items: [(pattern: TypedPattern, condition: TypedExpression?)]
        /// The implicit `error`.
        public var errorVariable: VariableDecl?
        public var body: TypedBlock
        /// It takes what cannot come, so nothing goes on after it.
        public var isImpossible = false
    }

    public let kind: Kind
    public let span: Span
    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }
}

/// What `break` and `continue` name; one for each loop, switch and labelled statement.
public final class JumpTarget {
    public let isLoop: Bool
    public internal(set) var isBroken = false
    public internal(set) var isContinued = false
    init(isLoop: Bool) { self.isLoop = isLoop }
}

public enum TypedCondition {
    case expression(TypedExpression)
    /// `let x = e` and `case p = e` alike: the pattern has the optional's `.some` written out.
    case pattern(TypedPattern, TypedExpression)
}

/// `for pattern in sequence where condition`. The compiler treats ranges and arrays on its own; all else goes through
/// `makeIterator` and `next`.
public struct ForLoop {
    public var pattern: TypedPattern
    public var sequence: TypedExpression
    public var elementType: Type
    public var iteratorType: Type
    public var makeIterator: FunctionReference
    public var next: FunctionReference
    public var condition: TypedExpression?
    public var body: TypedBlock
}

public final class TypedPattern {
    public indirect enum Kind {
        case wildcard
        case variable(VariableDecl)
        case tuple([TypedPattern])
        /// Payload patterns, one for each payload element.
        case enumCase(EnumCaseDecl, [TypedPattern])
        /// The optional's `.some`.
        case some(TypedPattern)
        case none
        /// `subject` stands for the value matched inside the Bool expression.
        case expression(subject: VariableDecl, TypedExpression)
        case isType(Type)
        case asType(TypedPattern, Type)
        case boolean(Bool)
    }
    public let kind: Kind
    /// The type of the value matched.
    public let type: Type
    public let span: Span
    public init(_ kind: Kind, _ type: Type, _ span: Span) {
        self.kind = kind
        self.type = type
        self.span = span
    }
}
