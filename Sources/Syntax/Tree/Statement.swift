import SourceText

public final class Statement: Sendable {
    public enum Kind: Sendable {
        case expression(Expression)
        case declaration(Declaration)
        case `if`(IfStatement)
        case `guard`([Condition], Block)
        case `while`(label: String?, [Condition], Block)
        case repeatWhile(label: String?, Block, Expression)
        case forIn(ForStatement)
        case `switch`(SwitchStatement)
        case `do`(DoStatement)
        case `defer`(Block)
        case `return`(Expression?)
        case `throw`(Expression)
        case `break`(label: String?)
        case `continue`(label: String?)
        case `fallthrough`
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

/// `{ … }`
public struct Block: Sendable {
    public var statements: [Statement]
    public var span: Span
    /// Set where the parser was to pass over the bodies of functions: the statements are not read yet.
    var deferred: DeferredBody?
    public init(statements: [Statement], span: Span) {
        self.init(statements: statements, span: span, deferred: nil)
    }

    init(statements: [Statement], span: Span, deferred: DeferredBody?) {
        self.statements = statements
        self.span = span
        self.deferred = deferred
    }
}

public struct Condition: Sendable {
    public enum Kind: Sendable {
        case expression(Expression)
        /// `let x = e`, `var x: T = e`; without `= e` the name itself is unwrapped.
        case optionalBinding(isVar: Bool, Pattern, TypeSyntax?, Expression?)
        /// `case p = e`
        case pattern(Pattern, TypeSyntax?, Expression)
        /// `#available(…)`: always true here.
        case available
    }
    public var kind: Kind
    public var span: Span
    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }
}

/// `if … else if … else …`, held flat: a chain of any length nests no deeper than one.
public final class IfStatement: Sendable {
    public struct Clause: Sendable {
        public var conditions: [Condition]
        public var body: Block
        public init(conditions: [Condition], body: Block) {
            self.conditions = conditions
            self.body = body
        }
    }
    public let label: String?
    public let clauses: [Clause]
    public let otherwise: Block?
    public let span: Span
    public init(label: String?, clauses: [Clause], otherwise: Block?, span: Span) {
        self.label = label
        self.clauses = clauses
        self.otherwise = otherwise
        self.span = span
    }
}

public final class ForStatement: Sendable {
    public let label: String?
    /// `case` before the pattern: elements that do not match are passed over.
    public let isCase: Bool
    public let pattern: Pattern
    public let type: TypeSyntax?
    public let sequence: Expression
    public let condition: Expression?
    public let body: Block
    public init(
        label: String?, isCase: Bool, pattern: Pattern, type: TypeSyntax?, sequence: Expression, condition: Expression?,
        body: Block
    ) {
        self.label = label
        self.isCase = isCase
        self.pattern = pattern
        self.type = type
        self.sequence = sequence
        self.condition = condition
        self.body = body
    }
}

public final class SwitchStatement: Sendable {
    public struct Item: Sendable {
        public var pattern: Pattern
        public var condition: Expression?
        public init(pattern: Pattern, condition: Expression?) {
            self.pattern = pattern
            self.condition = condition
        }
    }
    public struct Case: Sendable {
        /// Empty for `default`.
        public var items: [Item]
        public var body: Block
        public var span: Span
        public init(items: [Item], body: Block, span: Span) {
            self.items = items
            self.body = body
            self.span = span
        }
    }
    public let label: String?
    public let subject: Expression
    public let cases: [Case]
    public let span: Span
    public init(label: String?, subject: Expression, cases: [Case], span: Span) {
        self.label = label
        self.subject = subject
        self.cases = cases
        self.span = span
    }
}

public final class DoStatement: Sendable {
    public struct Catch: Sendable {
        /// Empty for a bare `catch`, which binds `error`.
        public var items: [SwitchStatement.Item]
        public var body: Block
        public var span: Span
        public init(items: [SwitchStatement.Item], body: Block, span: Span) {
            self.items = items
            self.body = body
            self.span = span
        }
    }
    public let label: String?
    public let effect: ThrowsEffect
    public let body: Block
    public let catches: [Catch]
    public init(label: String?, effect: ThrowsEffect, body: Block, catches: [Catch]) {
        self.label = label
        self.effect = effect
        self.body = body
        self.catches = catches
    }
}
