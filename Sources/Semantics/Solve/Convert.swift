import SourceText
import Syntax

enum Outcome { case solved, deferred, failed }

/// Conversions: what Swift does by itself from one type to another.
extension ConstraintSystem {
    func convert(_ from: Type, _ to: Type, _ node: Node, isLast: Bool = false) -> Outcome {
        let f = shallow(from)
        let t = shallow(to)
        if f == t { return .solved }
        if let index = variable(f) { return convertVariable(index, f, to: t, node) }
        if let index = variable(t) {
            let kinds = literals[Int(index)]
            if !kinds.isEmpty, case .nominal(let decl, _) = types[f], decl !== checker.wellKnown.optional {
                return bind(index, to: f) ? .solved : .deferred
            }
            return .deferred
        }
        return convertKnown(f, t, node)
    }

    private func convertVariable(_ index: Int32, _ f: Type, to t: Type, _ node: Node) -> Outcome {
        if let closure = closures[index] { return convertClosure(closure, index, to: t, node) }
        let kinds = literals[Int(index)]
        if let other = variable(t) {
            if !kinds.isEmpty { return bind(index, to: t) ? .solved : .failed }
            _ = other
            return .deferred
        }
        if kinds == .none {
            // `nil` stands for any optional.
            if case .existential = types[t] { return .deferred }
            return bind(index, to: t) ? .solved : .failed
        }
        if !kinds.isEmpty {
            // What it is by itself is decided last.
            if case .existential = types[t] { return .deferred }
            return bind(index, to: t) ? .solved : .failed
        }
        switch types[t] {
        case .nominal(let decl, _):
            // Nothing but itself converts to a struct or an enum.
            if decl.kind != .class && decl !== checker.wellKnown.optional && decl !== checker.wellKnown.array
                && decl !== checker.wellKnown.dictionary && decl !== checker.wellKnown.set
            {
                return bind(index, to: t) ? .solved : .failed
            }
            return .deferred
        case .parameter, .associated, .metatype: return bind(index, to: t) ? .solved : .failed
        case .error: return .solved
        default: return .deferred
        }
    }

    private func convertKnown(_ f: Type, _ t: Type, _ node: Node) -> Outcome {
        switch (types[f], types[t]) {
        case (.error, _), (_, .error): return .solved
        case (.nominal(let x, let xs), .nominal(let y, let ys)):
            if x === y {
                if x === checker.wellKnown.optional {
                    return convert(xs[0], ys[0], node).orAdd(self, xs[0], ys[0], node)
                }
                if x === checker.wellKnown.array || x === checker.wellKnown.set || x === checker.wellKnown.dictionary {
                    return convertCollections(xs, ys, node)
                }
                for (p, q) in zip(xs, ys) where !unify(p, q) { return .failed }
                return .solved
            }
            if y === checker.wellKnown.optional {
                score.valueToOptional += 1
                return convert(f, ys[0], node).orAdd(self, f, ys[0], node)
            }
            if x.kind == .class {
                checker.resolveInheritance(of: x)
                if let superclass = x.superclass {
                    return convertKnown(checker.substituteOnce(superclass, x.signature, xs), t, node)
                }
            }
            return .failed
        case (_, .nominal(let y, let ys)) where y === checker.wellKnown.optional:
            score.valueToOptional += 1
            return convert(f, ys[0], node).orAdd(self, f, ys[0], node)
        case (_, .existential(let protocols, let isObject)): return convertToExistential(f, protocols, isObject, node)
        case (.tuple(let xs), .tuple(let ys)):
            guard xs.count == ys.count else { return .failed }
            for (p, q) in zip(xs, ys) {
                if p.label != q.label && p.label != nil && q.label != nil { return .failed }
                switch convert(p.type, q.type, node) {
                case .failed: return .failed
                case .deferred: add(.convert(p.type, q.type), node)
                case .solved: break
                }
            }
            return .solved
        case (.function(let x), .function(let y)): return convertFunctions(x, y, node)
        case (.parameter, _), (.associated, _):
            if let superclass = checker.currentSignature?.superclasses[f] { return convertKnown(superclass, t, node) }
            return unify(f, t) ? .solved : .failed
        case (.metatype(let x), .metatype(let y)):
            if checker.isSubclass(x, of: y) { return .solved }
            return unify(x, y) ? .solved : .failed
        default: return unify(f, t) ? .solved : .failed
        }
    }

    private func convertCollections(_ xs: [Type], _ ys: [Type], _ node: Node) -> Outcome {
        for (p, q) in zip(xs, ys) {
            let from = shallow(p)
            let to = shallow(q)
            if variable(from) != nil || variable(to) != nil || types.hasVariable(from) || types.hasVariable(to) {
                if !unify(from, to) { return .failed }
                continue
            }
            if from == to { continue }
            let before = score
            let outcome = convertKnown(from, to, node)
            score = before
            if outcome != .solved { return outcome }
            score.collectionUpcast += 1
        }
        return .solved
    }

    func convertToExistential(_ f: Type, _ protocols: [NominalDecl], _ isObject: Bool, _ node: Node) -> Outcome {
        if isObject && !checker.isSubclass(f, of: types.make(.existential([], isObject: true))) { return .failed }
        if protocols.isEmpty {
            score.existential += 1
            return .solved
        }
        if case .existential(let own, _) = types[f] {
            let covered = protocols.allSatisfy { wanted in own.contains { checker.inheritsProtocol($0, wanted) } }
            return covered ? .solved : .failed
        }
        for decl in protocols {
            if types.hasVariable(simplify(f)) {
                add(.conforms(f, decl), node)
            } else if !checker.conforms(simplify(f), to: decl) {
                return .failed
            }
        }
        return .solved
    }

    private func convertFunctions(_ x: FunctionShape, _ y: FunctionShape, _ node: Node) -> Outcome {
        if x.parameters.count > 1, y.parameters.count == 1,
            case .tuple(let fields) = types[shallow(y.parameters[0].type)],
            fields.count == x.parameters.count
        {
            // A function of n values where one of an n-tuple is asked for.
            var spread = y
            spread.parameters = fields.map { FunctionShape.Parameter($0.type) }
            return convertFunctions(x, spread, node)
        }
        guard x.parameters.count == y.parameters.count else { return .failed }
        if x.thrown != nil && y.thrown == nil { return .failed }
        if let asked = y.thrown, variable(shallow(asked)) != nil, !unify(asked, x.thrown ?? checker.neverType) {
            return .failed
        }
        for (p, q) in zip(x.parameters, y.parameters) {
            if p.isInout != q.isInout { return .failed }
            if p.isInout {
                if !unify(p.type, q.type) { return .failed }
                continue
            }
            switch convert(q.type, p.type, node) {
            case .failed: return .failed
            case .deferred: add(.convert(q.type, p.type), node)
            case .solved: break
            }
        }
        switch convert(x.result, y.result, node) {
        case .failed: return .failed
        case .deferred: add(.convert(x.result, y.result), node)
        case .solved: break
        }
        return .solved
    }

    // MARK: Closures

    private func convertClosure(_ closure: ClosureNode, _ index: Int32, to t: Type, _ node: Node) -> Outcome {
        if variable(t) != nil { return .deferred }
        if let wrapped = checker.wrapped(t) {
            score.valueToOptional += 1
            return convertClosure(closure, index, to: shallow(wrapped), node)
        }
        switch types[t] {
        case .function(let function): return bindClosure(closure, index, to: function, node) ? .solved : .failed
        case .existential(let protocols, _):
            return protocols.isEmpty && bindClosure(closure, index, to: nil, node) ? .solved : .failed
        case .error: return bindClosure(closure, index, to: nil, node) ? .solved : .failed
        default: return .failed
        }
    }

    /// Gives a closure its parameters, from the context or from its own signature, and opens its body.
    func bindClosure(_ closure: ClosureNode, _ index: Int32, to function: FunctionShape?, _ node: Node) -> Bool {
        let syntax = closure.syntax
        let wanted = function?.parameters.count ?? closure.parameterCount
        var given = function?.parameters ?? []
        closure.splat = nil
        if let function, closure.parameterCount != wanted {
            if closure.parameterCount == 0 && syntax.parameters == nil && wanted == 1
                && shallow(function.parameters[0].type) == types.void
            {
                // `() -> T` where a closure of Void is asked for.
            } else if wanted == 1, closure.parameterCount > 1,
                case .tuple(let fields) = types[shallow(function.parameters[0].type)],
                fields.count == closure.parameterCount
            {
                closure.splatType = function.parameters[0].type
                given = fields.map { FunctionShape.Parameter($0.type) }
            } else {
                failure = Failure(
                    constraint: Constraint(.closureBody(closure), node), progress: Int.max / 2,
                    problem: .closureArity(found: closure.parameterCount, wanted: wanted))
                return false
            }
        }
        let context = FunctionContext(parent: closure.scope.context)
        let inner = closure.scope.child(.block, context: context)
        closure.context = context
        closure.inner = inner
        closure.parameters = []
        closure.parameterTypes = []
        closure.flags = []
        closure.captureInitializers = []
        for capture in syntax.captures {
            let value = checker.checkExpression(capture.value, scope: closure.scope, contextual: nil)
            let copy = VariableDecl(
                name: capture.name, type: value.type, isLet: true, span: capture.span, owner: context)
            var held = value
            if capture.strength == .weak, checker.wrapped(value.type) == nil {
                let type = checker.optional(value.type)
                held = TypedExpression(.convert(.wrapOptional, value), type, value.span)
            }
            copy.type = held.type
            if capture.strength != .strong,
                let weakly = checker.holdWeakly(
                    copy, isWeak: capture.strength == .weak, value: held, span: capture.span), let made = weakly.value
            {
                closure.captureInitializers.append((weakly.holder, made))
            } else {
                closure.captureInitializers.append((copy, held))
            }
            inner.add(capture.name, .variable(copy))
            if capture.name == "self" { inner.selfVariable = copy }
        }
        let count = closure.splatType != nil ? given.count : wanted
        for position in 0..<count {
            let declared = syntax.parameters.map { position < $0.count ? $0[position] : nil } ?? nil
            if function == nil, declared?.type == nil {
                failure = Failure(
                    constraint: Constraint(.closureBody(closure), node), progress: Int.max / 2,
                    problem: .cannotInfer("`\(declared?.name ?? "$\(position)")`"))
                return false
            }
            var type = position < given.count ? given[position].type : fresh()
            var isInout = position < given.count && given[position].isInout
            if let annotation = declared?.type {
                let own = checker.resolve(annotation.type, scope: closure.scope)
                if position < given.count {
                    if convert(type, own, node).orAdd(self, type, own, node) == .failed { return false }
                }
                type = own
                isInout = annotation.isInout
            }
            let name = declared?.name ?? "$\(position)"
            let variable = VariableDecl(
                name: name, type: type, isLet: !isInout, span: declared?.span ?? node.span, owner: context)
            variable.isInout = isInout
            closure.parameters.append(variable)
            closure.parameterTypes.append(type)
            closure.flags.append(FunctionShape.Parameter(type, isInout: isInout))
            if name != "_" { inner.add(name, .variable(variable)) }
        }
        closure.result = syntax.result.map { checker.resolve($0, scope: closure.scope) } ?? fresh()
        closure.thrown = nil
        // One that does not throw is given as such: so `rethrows` sees what it is.
        if case .throws(let type) = syntax.effect {
            closure.thrown = type.map { checker.resolve($0, scope: closure.scope) } ?? checker.errorType
        } else if ThrowScan.throwsOut(syntax.body) {
            closure.thrown = function?.thrown ?? checker.errorType
        }
        // A closure that does not say what it throws, throws any error.
        if let asked = function?.thrown, variable(shallow(asked)) != nil {
            if closure.thrown == asked { closure.thrown = checker.errorType }
            if !unify(asked, closure.thrown ?? checker.neverType) { return false }
        }
        context.thrown = closure.thrown
        var parameters = closure.flags
        if let splat = closure.splatType { parameters = [FunctionShape.Parameter(splat)] }
        if let function, wanted != closure.parameterCount, closure.splatType == nil { parameters = function.parameters }
        let own = types.make(
            .function(FunctionShape(parameters: parameters, thrown: closure.thrown, result: closure.result)))
        trail.append(.closure(closure))
        closure.isBound = true
        trail.append(.binding(index, []))
        bindings[Int(index)] = own
        changed = true
        progress += 1
        return openBody(closure, function, node)
    }

    private func openBody(_ closure: ClosureNode, _ function: FunctionShape?, _ node: Node) -> Bool {
        closure.discardsResult = false
        guard let inner = closure.inner else { return false }
        if let single = closure.singleExpression, !single.isStatementLike {
            let isReturn: Bool
            if case .return = closure.syntax.body[0].kind { isReturn = true } else { isReturn = false }
            if let function, shallow(function.result) == types.void, !isReturn {
                // Asked for Void: a lone expression's value is passed over.
                if closure.syntax.result == nil {
                    _ = unify(closure.result, types.void)
                    closure.discardsResult = true
                }
            }
            let body = generate(single, scope: inner)
            closure.body = body
            if !closure.discardsResult { add(.convert(body.type, closure.result), body) }
        } else {
            add(.closureBody(closure), node)
        }
        if let function, !closure.discardsResult { add(.convert(closure.result, function.result), node) }
        return true
    }
}

extension Outcome {
    /// A conversion that has to wait becomes a constraint of its own.
    func orAdd(_ system: ConstraintSystem, _ from: Type, _ to: Type, _ node: Node) -> Outcome {
        if self == .deferred {
            system.add(.convert(from, to), node)
            return .solved
        }
        return self
    }
}

extension Expression {
    /// `if`, `switch` and assignments: no value to convert.
    var isStatementLike: Bool {
        switch kind {
        case .ifExpression, .switchExpression: true
        default: false
        }
    }
}
