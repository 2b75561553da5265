import SourceText
import Syntax

/// `override var v: Int { didSet { … } }`: a getter and a setter that go on to the superclass's property, with what
/// observes the store around it.
struct ObservedOverride {
    let name: String
    let span: Span

    func accessors(around observers: [AccessorsSyntax.Accessor]) -> [AccessorsSyntax.Accessor] {
        let willSet = observers.first { $0.kind == .willSet }
        let didSet = observers.first { $0.kind == .didSet }
        var statements: [Statement] = []
        if let body = willSet?.body {
            if let parameter = willSet?.parameter { statements.append(constant(parameter, reference("newValue"))) }
            statements.append(inner(body))
        }
        if didSet != nil { statements.append(constant(didSet?.parameter ?? "oldValue", property)) }
        let store = Expression(
            .sequence(property, [SequenceItem(operator: .assign, operatorSpan: span, operand: reference("newValue"))]),
            span)
        statements.append(Statement(.expression(store), span))
        if let body = didSet?.body { statements.append(inner(body)) }
        return [
            accessor(.get, [Statement(.return(property), span)]),
            accessor(.set, statements),
        ]
    }

    private var property: Expression {
        Expression(.member(reference("super"), name, nameSpan: span, arguments: [], argumentLabels: nil), span)
    }

    private func reference(_ name: String) -> Expression {
        Expression(.name(name, arguments: [], argumentLabels: nil), span)
    }

    private func constant(_ name: String, _ value: Expression) -> Statement {
        let binding = VariableSyntax.Binding(
            pattern: Pattern(.binding(name), span), type: nil, initializer: value, accessors: nil)
        let declaration = Declaration(
            .variable(VariableSyntax(isLet: true, bindings: [binding])), attributes: [], modifiers: [],
            nameSpan: span, span: span)
        return Statement(.declaration(declaration), span)
    }

    private func inner(_ body: Block) -> Statement {
        Statement(.do(DoStatement(label: nil, effect: .none, body: body, catches: [])), body.span)
    }

    private func accessor(_ kind: AccessorsSyntax.Accessor.Kind, _ statements: [Statement]) -> AccessorsSyntax.Accessor
    {
        AccessorsSyntax.Accessor(
            kind: kind, parameter: nil, isMutating: false, isNonmutating: false, effect: .none,
            body: Block(statements: statements, span: span), span: span)
    }
}
