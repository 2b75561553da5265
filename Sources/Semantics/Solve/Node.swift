import SourceText
import Syntax

/// An expression on its way from syntax to typed tree: its type may be a variable still, its overloads open.
final class Node {
    indirect enum Kind {
        case integer(UInt64)
        /// `-5`; the magnitude tells whether it fits.
        case negativeInteger(Int64, magnitude: UInt64)
        case floating(String)
        case boolean(Bool)
        case string(String)
        case interpolation([Part])
        case none
        case variable(VariableDecl)
        /// A name or member, once its overload is chosen.
        case overload(Overload)
        case tupleElement(Node, Int)
        case metatype(Type)
        case apply(Apply)
        case tuple([Node])
        case array([Node], element: Type)
        case dictionary([(Node, Node)], key: Type, value: Type)
        case closure(ClosureNode)
        case forceUnwrap(Node)
        case chainLink(Node)
        case optionalChain(Node)
        case assign(Node, Node)
        case discard
        case inoutReference(Node)
        case ternary(Node, Node, Node)
        case statement(Statement, Scope, branches: BranchValues)
        case tryOptional(Node)
        case tryForced(Node)
        case tryPlain(Node)
        case isType(Node, Type)
        case cast(Node, Type, isForced: Bool)
        case coerce(Node, Type)
        case parenthesized(Node)
        case superReference(VariableDecl)
        case error
    }
    enum Part {
        case text(String)
        case value(Node)
    }
    var kind: Kind
    var type: Type
    let span: Span
    init(_ kind: Kind, _ type: Type, _ span: Span) {
        self.kind = kind
        self.type = type
        self.span = span
    }
}

/// The checked branches of an `if` or `switch` expression.
final class BranchValues {
    var checked: TypedStatement?
}

/// A name with all that it may mean, and what it has been decided to mean.
final class Overload {
    let name: String
    let span: Span
    /// Nil for names without a base.
    var base: Node?
    /// The type that the member is looked up on, where it is not the base's: implicit members, initialisers.
    var lookUpType: Type?
    var isStatic = false
    /// The type is that of an instance at run time: `self` and `Self` in a class, `type(of: x)`.
    var isDynamicType = false
    /// Reached through `self` without saying so.
    var implicitSelf: VariableDecl?
    var candidates: [MemberCandidate] = []
    var isLookedUp = false
    var explicitArguments: [Type] = []
    var argumentLabels: [String]?
    /// Of `base.0` and `base.label`.
    var tupleIndex: Int?
    var chosen: Chosen?
    var isSuper = false
    /// `.name`: the type comes from the context.
    var isImplicit = false

    struct Chosen {
        var candidate: MemberCandidate
        /// One for each parameter of the member's signature.
        var arguments: [Type]
        /// Of the member as a value, or of the call's callee.
        var type: Type
        /// `Type.method`: the instance comes first.
        var isUnbound = false
    }
    init(_ name: String, _ span: Span) {
        self.name = name
        self.span = span
    }
}

struct ArgumentNode {
    var label: String?
    var labelSpan: Span
    var node: Node
    var isTrailing: Bool
}

final class Apply {
    enum Callee {
        case overload(Overload)
        case value(Node)
    }
    enum Form { case call, index, `operator` }
    let callee: Callee
    let form: Form
    let arguments: [ArgumentNode]
    let result: Type
    let span: Span
    /// For each parameter of the callee, the arguments that it gets.
    var mapping: [[Int]] = []
    var isValueCall = false
    /// A call through `callAsFunction`, in the place of this one.
    var forward: Node?
    var isPostfix = false
    /// The candidates that are still possible; an index into the overload's.
    var viable: [Int]?
    init(callee: Callee, form: Form, arguments: [ArgumentNode], result: Type, span: Span) {
        self.callee = callee
        self.form = form
        self.arguments = arguments
        self.result = result
        self.span = span
    }
}

final class ClosureNode {
    let syntax: Closure
    let scope: Scope
    /// How many values it takes: declared, or the highest `$n` plus one.
    let parameterCount: Int
    var isBound = false
    var parameters: [VariableDecl] = []
    var parameterTypes: [Type] = []
    var flags: [FunctionShape.Parameter] = []
    /// A closure of n parameters given one tuple of n.
    var splat: VariableDecl?
    var splatType: Type?
    var result: Type
    var thrown: Type?
    var context: FunctionContext?
    var inner: Scope?
    var body: Node?
    var discardsResult = false
    var block: TypedBlock?
    var captureInitializers: [(VariableDecl, TypedExpression)] = []
    init(syntax: Closure, scope: Scope, parameterCount: Int, result: Type) {
        self.syntax = syntax
        self.scope = scope
        self.parameterCount = parameterCount
        self.result = result
    }
    /// The lone expression of its body, which is typed together with what is around it.
    var singleExpression: Expression? {
        guard syntax.body.count == 1 else { return nil }
        switch syntax.body[0].kind {
        case .expression(let expression): return expression
        case .return(let expression?): return expression
        default: return nil
        }
    }
}
