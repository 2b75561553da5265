import SourceText

public final class Pattern: Sendable {
    public enum Kind: Sendable {
        case wildcard
        /// A name that this pattern declares: below `let`/`var`, or the variable of a `for`.
        case binding(String)
        /// `let p`, `var p`: the names inside `p` are declared.
        case introducer(isVar: Bool, Pattern)
        case tuple([Element])
        /// `.some(x)`, `Shape.circle(r)`, `.none`: `type` is what stands before the dot.
        /// Without a payload it may be a static member of the type instead, which is then compared by `~=`.
        case enumCase(type: TypeSyntax?, name: String, nameSpan: Span, payload: [Element]?)
        /// `x?`
        case optional(Pattern)
        case `is`(TypeSyntax)
        case `as`(Pattern, TypeSyntax)
        /// Compared by `~=`.
        case expression(Expression)
    }
    public struct Element: Sendable {
        public var label: String?
        public var pattern: Pattern
        public init(label: String?, pattern: Pattern) {
            self.label = label
            self.pattern = pattern
        }
    }
    public let kind: Kind
    public let span: Span
    public init(_ kind: Kind, _ span: Span) {
        self.kind = kind
        self.span = span
    }
}
