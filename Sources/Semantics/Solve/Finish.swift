import SourceText
import Syntax

/// From solved nodes to the typed tree.
final class Finisher {
    let system: ConstraintSystem
    let checker: Checker
    let types: TypeTable
    let file: SourceFile
    let scope: Scope
    /// Whether a `try` covers the place at hand.
    var tryDepth = 0
    var handledDepth = 0
    /// The generic arguments of the call whose arguments are being written: its defaults depend on them.
    var currentArguments: [Type] = []

    init(system: ConstraintSystem, scope: Scope) {
        self.system = system
        self.checker = system.checker
        self.types = system.types
        self.file = system.file
        self.scope = scope
    }

    func report(_ problem: Problem, _ span: Span) { checker.report(problem, at: span, in: file) }

    /// A type with nothing left open; reports what could not be told.
    func final(_ type: Type, _ span: Span) -> Type {
        let result = system.simplify(type)
        if types.hasVariable(result) {
            report(.cannotInfer("this"), span)
            return types.error
        }
        return result
    }

    func error(_ span: Span) -> TypedExpression { TypedExpression(.error, types.error, span) }

    func finish(_ node: Node, as wanted: Type? = nil) -> TypedExpression {
        let result = finishPlain(node)
        guard let wanted else { return result }
        return coerce(result, to: final(wanted, node.span))
    }

    func finishPlain(_ node: Node) -> TypedExpression {
        let span = node.span
        switch node.kind {
        case .integer, .negativeInteger, .floating, .boolean, .string, .interpolation, .none, .array, .dictionary:
            return finishLiteral(node)
        case .variable(let variable):
            return checker.mention(variable, variable.type.isOpen(self, span), span)
        case .overload(let overload): return finishValue(overload, node)
        case .tupleElement(let base, let index):
            return TypedExpression(.tupleElement(finish(base), index), final(node.type, span), span)
        case .metatype(let type):
            let instance = final(type, span)
            return TypedExpression(.metatype(instance), types.make(.metatype(instance)), span)
        case .apply(let apply): return finishApply(apply, node)
        case .tuple(let elements):
            return TypedExpression(.tuple(elements.map { finish($0) }), final(node.type, span), span).retyped(types)
        case .closure(let closure): return finishClosure(closure, node)
        case .forceUnwrap(let base): return TypedExpression(.forceUnwrap(finish(base)), final(node.type, span), span)
        case .chainLink(let base): return TypedExpression(.chainLink(finish(base)), final(node.type, span), span)
        case .optionalChain(let inner):
            let value = finish(inner)
            let type = final(node.type, span)
            return TypedExpression(.optionalChain(value, wraps: value.type != type), type, span)
        case .assign(let left, let right): return finishAssign(left, right, span)
        case .discard: return TypedExpression(.discard, final(node.type, span), span)
        case .inoutReference(let place):
            let value = finish(place)
            checkPlace(value, span)
            return TypedExpression(.inoutReference(value), value.type, span)
        case .ternary(let condition, let yes, let no):
            let type = final(node.type, span)
            return TypedExpression(
                .ternary(finish(condition, as: checker.boolType), finish(yes, as: type), finish(no, as: type)), type,
                span)
        case .statement: return error(span)
        case .tryPlain(let inner):
            tryDepth += 1
            defer { tryDepth -= 1 }
            return finish(inner)
        case .tryOptional(let inner):
            tryDepth += 1
            handledDepth += 1
            defer {
                tryDepth -= 1
                handledDepth -= 1
            }
            let value = finish(inner)
            let type = final(node.type, span)
            return TypedExpression(.tryOptional(value, wraps: value.type != type), type, span)
        case .tryForced(let inner):
            tryDepth += 1
            handledDepth += 1
            defer {
                tryDepth -= 1
                handledDepth -= 1
            }
            let value = finish(inner)
            return TypedExpression(.tryForced(value), value.type, span)
        case .isType(let value, let type):
            let inner = finish(value)
            checker.checkCast(inner.type, type, span, in: file)
            return TypedExpression(.isType(inner, type), checker.boolType, span)
        case .cast(let value, let type, let isForced):
            let inner = finish(value)
            checker.checkCast(inner.type, type, span, in: file)
            return TypedExpression(
                .cast(inner, type, isForced: isForced), isForced ? type : checker.optional(type), span)
        case .coerce(let value, let type): return finish(value, as: type)
        case .parenthesized(let inner): return finish(inner)
        case .superReference(let variable):
            let own = TypedExpression(.variable(variable), variable.type, span)
            return TypedExpression(.convert(.upcast, own), final(node.type, span), span, isSuper: true)
        case .error: return error(span)
        }
    }

    // MARK: Assignment and places

    private func finishAssign(_ left: Node, _ right: Node, _ span: Span) -> TypedExpression {
        if case .discard = left.kind {
            let value = finish(right)
            return TypedExpression(
                .assign(TypedExpression(.discard, value.type, left.span), value), types.void, span)
        }
        let place = finishPlain(left)
        if case .tuple(let elements) = place.kind {
            for element in elements {
                if case .discard = element.kind { continue } else { checkPlace(element, element.span) }
            }
        } else {
            checkPlace(place, left.span, isAssignment: true)
        }
        return TypedExpression(.assign(place, finish(right, as: place.type)), types.void, span)
    }

    /// Reports a place that cannot be changed, and notes which variable is.
    func checkPlace(_ place: TypedExpression, _ span: Span, isAssignment: Bool = false) {
        switch place.kind {
        case .variable(let variable):
            if variable.isLet {
                if variable.isInitializedLater && isAssignment && variable.name != "self" { return }
                report(.immutable(variable.name, hint: hint(for: variable)), span)
            }
            variable.isMutated = true
        case .field(let base, let property):
            if property.isLet, !isInitialising(base) {
                report(
                    .immutable(property.name, hint: "declare it with var in \(property.owner?.name ?? "its type")"),
                    span)
                return
            }
            if property.isLet { return noteMutation(base) }
            checkSetAccess(property, span)
            checkPlace(base, span)
        case .classField(let base, let property):
            if property.isLet, !isInitialising(base) {
                report(
                    .immutable(property.name, hint: "declare it with var in \(property.owner?.name ?? "its class")"),
                    span)
            }
            checkSetAccess(property, span)
        case .tupleElement(let base, _), .forceUnwrap(let base), .chainLink(let base): checkPlace(base, span)
        case .property(let base, let property, _):
            if property.isLet && !(base.map { isInitialising($0) } ?? false) {
                report(.immutable(property.name, hint: "declare it with var"), span)
                return
            }
            if case .computed = property.storage, property.setter == nil {
                report(.immutable(property.name, hint: "it is computed and has no `set`"), span)
                return
            }
            if case .requirement = property.storage, property.setter == nil {
                report(.immutable(property.name, hint: "the protocol gives it no `set`"), span)
                return
            }
            checkSetAccess(property, span)
            if let base, !isReference(property.owner), property.setter?.isMutating ?? true {
                checkPlace(base, span)
            }
        case .subscript(let base, let property, _, _):
            if property.setter == nil {
                report(.other("this element cannot be assigned to", hint: "its subscript has no `set`"), span)
                return
            }
            if let base, !isReference(property.owner), property.setter?.isMutating ?? true {
                checkPlace(base, span)
            }
        case .discard, .error: break
        case .tuple(let elements): for element in elements { checkPlace(element, span) }
        case .optionalChain(let inner, _): checkPlace(inner, span)
        case .convert(_, let inner): checkPlace(inner, span)
        default:
            if types.hasError(place.type) { return }
            if isAssignment { return report(.notAssignable, span) }
            report(
                .other(
                    "this value is kept nowhere, so it cannot be changed",
                    hint: "store it in a var first; or use a method that gives a new value"), span)
        }
    }

    /// `private(set)`
    private func checkSetAccess(_ property: PropertyDecl, _ span: Span) {
        guard property.modifiers.contains(.privateSet) else { return }
        checkAccess([.private], property.owner, property.name, span)
    }

    /// Whether only instances of classes have a member: changing it changes no variable.
    private func isReference(_ owner: NominalDecl?) -> Bool {
        guard let owner else { return false }
        return owner.kind == .class || owner.kind == .protocol && checker.isClassBound(owner)
    }

    private func noteMutation(_ place: TypedExpression) {
        if case .variable(let variable) = place.kind { variable.isMutated = true }
    }

    /// `self.x = …` in an initialiser gives even a `let` its value.
    private func isInitialising(_ base: TypedExpression) -> Bool {
        if case .variable(let variable) = base.kind, variable.name == "self" { return variable.isInitializedLater }
        return false
    }

    private func hint(for variable: VariableDecl) -> String {
        if variable.name == "self" { return "mark the method `mutating`" }
        if variable.isParameter { return "a parameter is constant: copy it, var \(variable.name) = \(variable.name)" }
        return "declare it with var instead of let"
    }

    // MARK: Closures

    private func finishClosure(_ closure: ClosureNode, _ node: Node) -> TypedExpression {
        let span = node.span
        let type = final(node.type, span)
        guard closure.isBound, let context = closure.context else { return error(span) }
        for (variable, open) in zip(closure.parameters, closure.parameterTypes) { variable.type = final(open, span) }
        let result = final(closure.result, span)
        context.result = result
        context.thrown = closure.thrown.map { system.simplify($0) }
        var parameters = closure.parameters
        var statements: [TypedStatement] = []
        if let splat = closure.splatType {
            let tupleType = final(splat, span)
            let whole = VariableDecl(name: "$all", type: tupleType, isLet: true, span: span, owner: context)
            let source = TypedExpression(.variable(whole), tupleType, span)
            let patterns = closure.parameters.map { parameter in
                parameter.name == "_"
                    ? TypedPattern(.wildcard, parameter.type, span)
                    : TypedPattern(.variable(parameter), parameter.type, span)
            }
            statements.append(TypedStatement(.bind(TypedPattern(.tuple(patterns), tupleType, span), source), span))
            parameters = [whole]
        } else if parameters.isEmpty, case .function(let function) = types[type], function.parameters.count == 1 {
            parameters = [VariableDecl(name: "_", type: types.void, isLet: true, span: span, owner: context)]
        }
        if let body = closure.body {
            let inner = Finisher(system: system, scope: closure.inner ?? scope)
            if closure.discardsResult || result == types.void {
                statements.append(TypedStatement(.expression(inner.finish(body)), body.span))
            } else {
                statements.append(TypedStatement(.return(inner.finish(body, as: result)), body.span))
            }
        } else if let block = closure.block {
            statements += block.statements
        }
        var flags = closure.flags
        if closure.splatType != nil { flags = [FunctionShape.Parameter(parameters[0].type)] }
        for index in flags.indices where index < parameters.count { flags[index].type = parameters[index].type }
        let typed = TypedClosure(
            parameters: parameters, parameterFlags: flags, result: result, thrown: context.thrown,
            body: TypedBlock(statements: statements, span: span), captures: context.captures,
            captureInitializers: closure.captureInitializers, span: span)
        return TypedExpression(.closure(typed), type, span)
    }

    /// `{ e }` for an argument that its callee evaluates.
    func autoclosure(_ node: Node, result: Type, throwing: Bool) -> TypedClosure {
        if throwing { tryDepth += 0 }
        let value = finish(node, as: result)
        return TypedClosure(
            parameters: [], parameterFlags: [], result: result, thrown: nil,
            body: TypedBlock(statements: [TypedStatement(.return(value), node.span)], span: node.span), captures: [],
            captureInitializers: [], span: node.span)
    }
}

extension Type {
    fileprivate func isOpen(_ finisher: Finisher, _ span: Span) -> Type {
        finisher.types.hasVariable(self) ? finisher.final(self, span) : self
    }
}

extension TypedExpression {
    /// A tuple's type is that of its elements.
    fileprivate func retyped(_ types: TypeTable) -> TypedExpression {
        guard case .tuple(let elements) = kind, case .tuple(let fields) = types[type] else { return self }
        let own = zip(fields, elements).map { TupleField(label: $0.label, type: $1.type) }
        return TypedExpression(kind, types.make(.tuple(own)), span)
    }
}
