import SourceText
import Syntax

/// Solving: simplify, guess, take back.
extension ConstraintSystem {
    /// Simplifies until nothing moves; false where a constraint cannot hold.
    func propagate() -> Bool {
        repeat {
            changed = false
            var index = 0
            while index < constraints.count {
                let constraint = constraints[index]
                index += 1
                if constraint.isSolved || constraint.isParked { continue }
                checker.work += 1
                if checker.work > checker.workLimit {
                    failure = Failure(constraint: constraint, progress: Int.max, problem: .tooComplex)
                    return false
                }
                switch attempt(constraint) {
                case .solved:
                    constraint.isSolved = true
                    trail.append(.solved(constraint))
                case .deferred: break
                case .failed:
                    if failure == nil || (speculation == 0 && progress > failure!.progress) {
                        failure = Failure(constraint: constraint, progress: progress, problem: nil)
                    }
                    return false
                }
            }
        } while changed
        return true
    }

    private func attempt(_ constraint: Constraint) -> Outcome {
        switch constraint.kind {
        case .convert(let from, let to):
            let outcome = convert(from, to, constraint.node)
            if outcome == .failed { failConversion(from, to, constraint.node) }
            return outcome
        case .equal(let a, let b):
            if unify(a, b) { return .solved }
            failConversion(a, b, constraint.node)
            return .failed
        case .conforms(let type, let decl): return attemptConformance(type, decl, constraint.node)
        case .subclass(let type, let superclass):
            let own = simplify(type)
            if types.hasVariable(own) { return .deferred }
            return checker.isSubclass(own, of: simplify(superclass)) ? .solved : .failed
        case .associated(let base, let associated, let result):
            let own = simplify(base)
            if variable(own) != nil { return .deferred }
            let type = checker.makeAssociated(own, associated)
            if case .error = types[type], !types.hasError(own) {
                fail(constraint.node, .noConformance(type: text(own), protocolName: associated.owner.name))
                return .failed
            }
            return unify(normalised(type, constraint.node), result) ? .solved : .failed
        case .member(let overload, let result): return attemptMember(overload, result, constraint.node)
        case .apply(let apply): return attemptApply(apply, constraint.node)
        case .wrap(let inner, let result):
            let own = shallow(inner)
            if variable(own) != nil { return .deferred }
            return unify(checker.wrapped(own) != nil ? own : checker.optional(own), result) ? .solved : .failed
        case .implicit: return .deferred
        case .unwrap(let optional, let result):
            let own = shallow(optional)
            if variable(own) != nil { return .deferred }
            if case .error = types[own] { return unify(result, own) ? .solved : .failed }
            guard let wrapped = checker.wrapped(own) else {
                fail(constraint.node, .notOptional(text(own)))
                return .failed
            }
            return unify(wrapped, result) ? .solved : .failed
        case .arrayLiteral(let type, let element):
            return attemptLiteral(type, checker.wellKnown.array, checker.wellKnown.byArray, [element], constraint.node)
        case .dictionaryLiteral(let type, let key, let value):
            return attemptLiteral(
                type, checker.wellKnown.dictionary, checker.wellKnown.byDictionary, [key, value], constraint.node)
        case .closureBody: return .deferred
        }
    }

    /// A collection literal's elements are those of its type.
    private func attemptLiteral(
        _ type: Type, _ standard: NominalDecl?, _ byLiteral: NominalDecl?, _ elements: [Type], _ node: Node
    ) -> Outcome {
        var own = shallow(type)
        while let wrapped = checker.wrapped(own) { own = shallow(wrapped) }
        if variable(own) != nil { return .deferred }
        guard case .nominal(let decl, let arguments) = types[own] else {
            return .solved
        }
        if decl === standard {
            for (element, argument) in zip(elements, arguments) where !unify(element, argument) { return .failed }
            return .solved
        }
        guard let byLiteral else { return .failed }
        for (element, associated) in zip(elements, byLiteral.associatedTypes) {
            let wanted = checker.makeAssociated(own, associated)
            if !unify(element, normalised(wanted, node)) { return .failed }
        }
        return .solved
    }

    private func attemptConformance(_ type: Type, _ decl: NominalDecl, _ node: Node) -> Outcome {
        let own = simplify(type)
        if let index = variable(own) {
            if closures[index] != nil { return .failed }
            return .deferred
        }
        if types.hasVariable(own) {
            guard case .nominal(let nominal, _) = types[own] else { return .failed }
            let found = checker.allConformances(of: nominal).first { $0.protocolDecl === decl }
            guard let found else {
                fail(node, .noConformance(type: text(own), protocolName: decl.name))
                return .failed
            }
            return found.extension == nil || found.extension!.syntax.requirements.isEmpty ? .solved : .deferred
        }
        if checker.conforms(own, to: decl) { return .solved }
        fail(node, .noConformance(type: text(own), protocolName: decl.name))
        return .failed
    }

    private func attemptMember(_ overload: Overload, _ result: Type, _ node: Node) -> Outcome {
        if overload.chosen != nil { return .solved }
        if !overload.isLookedUp {
            switch lookUp(overload, node) {
            case .deferred: return .deferred
            case .failed: return .failed
            case .solved: break
            }
        }
        let own = ownValue(overload)
        if let own {
            guard chooseValue(overload, own, node), let chosen = overload.chosen else { return .failed }
            return give(chosen, to: result, node) ? .solved : .failed
        }
        return .deferred
    }

    /// A member's type, which `T!` leaves open.
    private func give(_ chosen: Overload.Chosen, to result: Type, _ node: Node) -> Bool {
        let isImplicit: Bool
        switch chosen.candidate.named {
        case .variable(let variable): isImplicit = variable.isImplicitlyUnwrapped
        case .property(let property): isImplicit = property.isImplicitlyUnwrapped
        default: isImplicit = false
        }
        if isImplicit {
            add(.implicit(chosen.type, result: result), node)
            return true
        }
        return unify(chosen.type, result)
    }

    /// The only candidate, or a property of the type itself, which hides what protocols have under its name.
    private func ownValue(_ overload: Overload) -> MemberCandidate? {
        if overload.candidates.count == 1 { return overload.candidates[0] }
        for candidate in overload.candidates where candidate.level < 10 {
            if case .property = candidate.named { return candidate }
        }
        return nil
    }

    private func attemptApply(_ apply: Apply, _ node: Node) -> Outcome {
        switch apply.callee {
        case .value(let callee):
            let type = shallow(callee.type)
            if let index = variable(type) {
                guard let closure = closures[index], !closure.isBound else { return .deferred }
                // `{ $0 + 1 }(4)`: its values come from the call.
                let parameters = apply.arguments.map { _ in FunctionShape.Parameter(fresh()) }
                let shape = FunctionShape(parameters: parameters, thrown: nil, result: apply.result)
                for (argument, parameter) in zip(apply.arguments, parameters) {
                    add(.convert(argument.node.type, parameter.type), argument.node)
                }
                guard bindClosure(closure, index, to: shape, callee) else { return .failed }
                apply.mapping = apply.arguments.indices.map { [$0] }
                return .solved
            }
            if case .error = types[type] { return unify(apply.result, type) ? .solved : .failed }
            if case .function = types[type] { return applyValue(apply, type, node) ? .solved : .failed }
            return callAsFunction(apply, callee, type, node)
        case .overload(let overload):
            if overload.chosen != nil { return .solved }
            if !overload.isLookedUp {
                switch lookUp(overload, node) {
                case .deferred: return .deferred
                case .failed: return .failed
                case .solved: break
                }
            }
            return narrow(apply, overload, node)
        }
    }

    /// A value of an own type is called through its method `callAsFunction`.
    func callAsFunction(_ apply: Apply, _ callee: Node, _ type: Type, _ node: Node) -> Outcome {
        if checker.memberCandidates("callAsFunction", of: simplify(type), isStatic: false).isEmpty {
            fail(node, .notCallable(text(type)))
            return .failed
        }
        let overload = Overload("callAsFunction", callee.span)
        overload.base = callee
        let inner = Apply(
            callee: .overload(overload), form: .call, arguments: apply.arguments, result: apply.result, span: apply.span
        )
        let forward = Node(.apply(inner), apply.result, node.span)
        apply.forward = forward
        add(.apply(inner), forward)
        return .solved
    }

    private func narrow(_ apply: Apply, _ overload: Overload, _ node: Node) -> Outcome {
        let viable: [Int]
        if apply.viable == nil && overload.candidates.count == 1 {
            viable = [0]
        } else {
            viable = filter(apply, overload)
        }
        if viable.count != (apply.viable ?? []).count {
            trail.append(.viable(apply, apply.viable))
            apply.viable = viable
        }
        if viable.isEmpty {
            fail(node, noFit(apply, overload))
            return .failed
        }
        if viable.count == 1 {
            if commit(apply, overload, viable[0], node) { return .solved }
            fail(node, noFit(apply, overload))
            return .failed
        }
        if apply.form == .operator, let favoured = favoured(apply, overload, viable) {
            let before = mark
            if commit(apply, overload, favoured, node) { return .solved }
            undo(to: before)
        }
        return .deferred
    }

    /// Of several operators, the lone one that is not generic and takes an argument just as it is.
    private func favoured(_ apply: Apply, _ overload: Overload, _ viable: [Int]) -> Int? {
        var found: Int?
        for index in viable {
            guard case .function(let function) = overload.candidates[index].named, function.signature.parameters.isEmpty
            else { continue }
            if found != nil { return nil }
            found = index
        }
        guard let found, case .function(let function) = overload.candidates[found].named else { return nil }
        // A string may meet a substring, or any sequence of characters.
        if function.owner === checker.wellKnown.string,
            apply.arguments.contains(where: {
                variable(shallow($0.node.type)).map { literals[Int($0)].isEmpty } ?? false
            })
        {
            return nil
        }
        for (argument, parameter) in zip(apply.arguments, function.parameters) {
            var type = shallow(argument.node.type)
            if case .inoutReference(let place) = argument.node.kind { type = shallow(place.type) }
            if type == parameter.type { return found }
        }
        return shallow(apply.result) == function.result
            && apply.arguments.allSatisfy { argument in
                variable(shallow(argument.node.type)).map { !literals[Int($0)].isEmpty } ?? false
            } ? found : nil
    }

    private func noFit(_ apply: Apply, _ overload: Overload) -> Problem {
        checker.explain(apply, overload, self)
    }

    // MARK: Search

    enum Choice {
        case candidate(Constraint, Int)
        case value(Constraint, Int)
        case bind(Int32, Type)
        case unify(Type, Type)
        /// As an optional, or unwrapped.
        case implicit(Constraint, Bool)
        case closure(Constraint)
    }

    /// Solves all; the best solution's bindings stand afterwards. False where there is none.
    ///
    /// Parts that share no variable, such as the arguments of a `print`, are solved one after the other: together, the
    /// ways of each would multiply.
    func solve() -> Bool {
        guard propagate() else { return false }
        while let part = nextPart() {
            park(allBut: part)
            let isSolved = solvePart()
            unpark()
            if !isSolved { return false }
        }
        return solvePart()
    }

    private func solvePart() -> Bool {
        var path: [Int] = []
        var best: (path: [Int], score: Score)?
        let start = mark
        baseScore = score
        if search(&path, &best, forced: nil) { return true }
        guard let best else { return false }
        undo(to: start)
        path = []
        var nothing: (path: [Int], score: Score)?
        return search(&path, &nothing, forced: best.path)
    }

    /// Depth first. True means: solved, and nothing better is possible (or the forced path is done); the state stays.
    private func search(
        _ path: inout [Int], _ best: inout (path: [Int], score: Score)?, forced: [Int]?
    ) -> Bool {
        if !propagate() { return false }
        if let best, forced == nil, !(score < best.score) { return false }
        let alternatives = nextChoices()
        if alternatives.isEmpty {
            if let waiting = constraints.first(where: { !$0.isSolved && !$0.isParked }) {
                stuck(waiting)
                return false
            }
            if forced != nil || score.isAsGood(as: baseScore) { return true }
            best = (path, score)
            return false
        }
        if path.count > 2_000 {
            if let first = constraints.first {
                failure = Failure(constraint: first, progress: Int.max, problem: .tooComplex)
            }
            return false
        }
        let before = mark
        for (position, choice) in alternatives.enumerated() {
            if let forced, forced[path.count] != position { continue }
            path.append(position)
            let bestBefore = best?.score
            let isUnlikely: Bool
            if case .bind = choice, position > 0 { isUnlikely = true } else { isUnlikely = false }
            if isUnlikely { speculation += 1 }
            let isDone = take(choice) && search(&path, &best, forced: forced)
            if isUnlikely { speculation -= 1 }
            if isDone { return true }
            path.removeLast()
            if failure?.progress == Int.max { return false }
            undo(to: before)
            // A way that costs nothing more than what was there already cannot be bettered by less preferred ones.
            if forced == nil, let found = best, bestBefore == nil || found.score < bestBefore!,
                found.score.isAsGood(as: before.score)
            {
                return false
            }
        }
        return false
    }

    private func stuck(_ constraint: Constraint) {
        if speculation > 0 && failure != nil { return }
        let problem: Problem
        switch constraint.kind {
        case .member(let overload, _): problem = .cannotInfer("`\(overload.name)`")
        case .closureBody: problem = .cannotInfer("this closure's values")
        case .apply(let apply):
            if case .overload(let overload) = apply.callee {
                problem = .ambiguous(overload.name)
            } else {
                problem = .cannotInfer("this call")
            }
        case .conforms(_, let decl): problem = .cannotInfer("this value, which must be \(decl.name),")
        default: problem = .cannotInfer("this")
        }
        failure = Failure(constraint: constraint, progress: progress, problem: problem)
    }

    private func take(_ choice: Choice) -> Bool {
        switch choice {
        case .candidate(let constraint, let index):
            guard case .apply(let apply) = constraint.kind, case .overload(let overload) = apply.callee else {
                return false
            }
            guard commit(apply, overload, index, constraint.node) else { return false }
            constraint.isSolved = true
            trail.append(.solved(constraint))
            return true
        case .value(let constraint, let index):
            guard case .member(let overload, let result) = constraint.kind,
                chooseValue(overload, overload.candidates[index], constraint.node), let chosen = overload.chosen
            else { return false }
            constraint.isSolved = true
            trail.append(.solved(constraint))
            return give(chosen, to: result, constraint.node)
        case .implicit(let constraint, let unwraps):
            guard case .implicit(let type, let result) = constraint.kind else { return false }
            constraint.isSolved = true
            trail.append(.solved(constraint))
            if unwraps { score.unwrapping += 1 }
            return unify(unwraps ? checker.wrapped(shallow(type)) ?? type : type, result)
        case .bind(let index, let type):
            if let closure = closures[index] { return bindClosure(closure, index, to: nil, closureNode(closure)) }
            // Only where nothing else fits.
            if type == types.any, isElementOfAny(index) { score.unwrapping += 10 }
            return bind(index, to: type)
        case .unify(let a, let b): return unify(a, b)
        case .closure(let constraint):
            guard case .closureBody(let closure) = constraint.kind else { return false }
            guard checker.checkClosureBody(closure, self) else { return false }
            constraint.isSolved = true
            trail.append(.solved(constraint))
            return true
        }
    }

    private func closureNode(_ closure: ClosureNode) -> Node {
        Node(.closure(closure), types.error, closure.syntax.span)
    }

    /// What to guess next, best first: bounds that stand alone, then the smallest set of overloads, then bounds and defaults,
    /// then closure bodies.
    private func nextChoices() -> [Choice] {
        var smallest: (Constraint, [Int])?
        var closureBody: Constraint?
        var member: Constraint?
        for constraint in constraints where !constraint.isSolved && !constraint.isParked {
            switch constraint.kind {
            case .apply(let apply):
                if let viable = apply.viable, viable.count < (smallest?.1.count ?? Int.max),
                    case .overload(let overload) = apply.callee, overload.isLookedUp
                {
                    smallest = (constraint, viable)
                }
            case .implicit:
                return [.implicit(constraint, false), .implicit(constraint, true)]
            case .member(let overload, _): if overload.isLookedUp, member == nil { member = constraint }
            case .closureBody(let closure):
                if closureBody == nil && closure.parameterTypes.allSatisfy({ !types.hasVariable(simplify($0)) }) {
                    closureBody = constraint
                }
            default: break
            }
        }
        if let choices = boundChoices(onlyCertain: smallest != nil || member != nil) { return choices }
        if let (constraint, viable) = smallest, case .apply(let apply) = constraint.kind,
            case .overload(let overload) = apply.callee
        {
            return order(viable, apply, overload).map { .candidate(constraint, $0) }
        }
        if let member, case .member(let overload, _) = member.kind {
            return preferred(overload.candidates.indices.map { $0 }, overload).map { .value(member, $0) }
        }
        if let choices = defaultChoices() { return choices }
        if let linked = linkedVariables() {
            var choices: [Choice] = [.unify(linked.0, linked.1)]
            // A mixed collection literal where anything may stand.
            if let index = variable(linked.1), isElementOfAny(index) { choices.append(.bind(index, types.any)) }
            return choices
        }
        if let closureBody { return [.closure(closureBody)] }
        if let choices = upperChoices() { return choices }
        for (index, closure) in closures.sorted(by: { $0.key < $1.key })
        where !closure.isBound && !parkedVariables.contains(index) {
            return [.bind(index, types.error)]
        }
        return []
    }

    /// Variables that a known type converts to: that type, else an optional of it.
    private func boundChoices(onlyCertain: Bool) -> [Choice]? {
        var lower: [Int32: [Type]] = [:]
        var order: [Int32] = []
        for constraint in constraints where !constraint.isSolved && !constraint.isParked {
            guard case .convert(let from, let to) = constraint.kind else { continue }
            let f = shallow(from)
            let t = shallow(to)
            guard variable(f) == nil, let index = variable(t) else { continue }
            if lower[index] == nil { order.append(index) }
            lower[index, default: []].append(simplify(f))
        }
        for index in order {
            guard let bounds = lower[index] else { continue }
            // While overloads are open, only what is complete.
            if onlyCertain && (bounds.contains { types.hasVariable($0) } || isResultOfOpenApply(index)) { continue }
            var joined = bounds[0]
            for bound in bounds.dropFirst() { joined = join(joined, bound) }
            var choices: [Choice] = [.bind(index, joined)]
            for bound in bounds where bound != joined { choices.append(.bind(index, bound)) }
            if checker.wrapped(joined) == nil { choices.append(.bind(index, checker.optional(joined))) }
            if isElementOfAny(index) { choices.append(.bind(index, types.any)) }
            return choices
        }
        return nil
    }

    /// Whether a variable is the element of a collection literal that is given as `Any`.
    private func isElementOfAny(_ index: Int32) -> Bool {
        for constraint in constraints where !constraint.isSolved && !constraint.isParked {
            let literal: Type
            switch constraint.kind {
            case .arrayLiteral(let type, let element) where variable(shallow(element)) == index: literal = type
            case .dictionaryLiteral(let type, _, let value) where variable(shallow(value)) == index: literal = type
            default: continue
            }
            guard let own = variable(shallow(literal)) else { continue }
            for other in constraints where !other.isSolved {
                if case .convert(let from, let to) = other.kind, variable(shallow(from)) == own,
                    shallow(to) == types.any
                {
                    return true
                }
            }
        }
        return false
    }

    /// Two variables, one converting to the other, with nothing known of either: the same type.
    private func linkedVariables() -> (Type, Type)? {
        for constraint in constraints where !constraint.isSolved && !constraint.isParked {
            guard case .convert(let from, let to) = constraint.kind else { continue }
            let f = shallow(from)
            let t = shallow(to)
            if let x = variable(f), let y = variable(t), closures[x] == nil, closures[y] == nil { return (f, t) }
        }
        return nil
    }

    /// The known type that a variable has to convert to.
    func knownTarget(of type: Type) -> Type? {
        guard let index = variable(type) else { return nil }
        for constraint in constraints where !constraint.isSolved && !constraint.isParked {
            guard case .convert(let from, let to) = constraint.kind, variable(shallow(from)) == index else { continue }
            let target = simplify(to)
            if !types.hasVariable(target) { return target }
        }
        return nil
    }

    /// A variable that converts to a known type and of which nothing else is known: that type.
    private func upperChoices() -> [Choice]? {
        for constraint in constraints where !constraint.isSolved && !constraint.isParked {
            guard case .convert(let from, let to) = constraint.kind else { continue }
            let t = shallow(to)
            guard let index = variable(shallow(from)), variable(t) == nil, closures[index] == nil,
                literals[Int(index)].isEmpty
            else { continue }
            var choices: [Choice] = [.bind(index, t)]
            if let wrapped = checker.wrapped(t) { choices.append(.bind(index, wrapped)) }
            return choices
        }
        return nil
    }

    /// An open call's argument may still ask for something else of the variable.
    private func isResultOfOpenApply(_ index: Int32) -> Bool {
        for constraint in constraints where !constraint.isSolved && !constraint.isParked {
            if case .apply(let apply) = constraint.kind, case .overload = apply.callee,
                variable(shallow(apply.result)) == index
            {
                return true
            }
        }
        return false
    }

    private func join(_ a: Type, _ b: Type) -> Type {
        if a == b { return a }
        if let wrapped = checker.wrapped(a) {
            return wrapped == b ? a : checker.optional(join(wrapped, checker.wrapped(b) ?? b))
        }
        if let wrapped = checker.wrapped(b) { return wrapped == a ? b : checker.optional(join(a, wrapped)) }
        if checker.isSubclass(a, of: b) { return b }
        if checker.isSubclass(b, of: a) { return a }
        var ancestor = a
        while case .nominal(let decl, let arguments) = types[ancestor], decl.kind == .class,
            let superclass = decl.superclass
        {
            ancestor = checker.substituteOnce(superclass, decl.signature, arguments)
            if checker.isSubclass(b, of: ancestor) { return ancestor }
        }
        return a
    }

    private func defaultChoices() -> [Choice]? {
        for position in bindings.indices where bindings[position] == nil && !literals[position].isEmpty {
            let index = Int32(position)
            if parkedVariables.contains(index) { continue }
            guard let standard = defaultType(literals[position]) else { continue }
            var choices: [Choice] = [.bind(index, standard)]
            if literals[position] == .integer { choices.append(.bind(index, checker.doubleType)) }
            return choices
        }
        return nil
    }

    /// Own, concrete and plain before inherited, generic and variadic; with literals, their default types first.
    private func order(_ viable: [Int], _ apply: Apply, _ overload: Overload) -> [Int] {
        var keyed: [(key: [Int], index: Int)] = []
        for index in viable { keyed.append((rank(index, apply, overload), index)) }
        keyed.sort { a, b in
            for (x, y) in zip(a.key, b.key) where x != y { return x < y }
            return a.index < b.index
        }
        return keyed.map { $0.index }
    }

    private func preferred(_ viable: [Int], _ overload: Overload) -> [Int] { order(viable, nil, overload) }

    private func order(_ viable: [Int], _ apply: Apply?, _ overload: Overload) -> [Int] {
        if let apply { return order(viable, apply, overload) }
        return viable.sorted { a, b in
            let x = overload.candidates[a].level
            let y = overload.candidates[b].level
            return x == y ? a < b : x < y
        }
    }

    private func rank(_ index: Int, _ apply: Apply, _ overload: Overload) -> [Int] {
        let candidate = overload.candidates[index]
        guard let callable = callable(candidate, form: apply.form) else { return [] }
        let signature = signature(of: candidate)
        var literalMisses = 0
        if let mapping = matchArguments(apply.arguments, callable) {
            for (position, arguments) in mapping.enumerated() {
                for argument in arguments {
                    let type = shallow(apply.arguments[argument].node.type)
                    if let variable = variable(type), !literals[Int(variable)].isEmpty,
                        literals[Int(variable)].isDisjoint(with: [.array, .dictionary, .none])
                    {
                        let wanted = callable.parameters[position].type
                        if let standard = defaultType(literals[Int(variable)]), standard != wanted {
                            literalMisses += 1
                        }
                    }
                }
            }
        }
        let isVariadic = callable.parameters.contains { $0.isVariadic } ? 1 : 0
        let isGeneric = signature.parameters.count > candidate.ownerArguments.count ? 1 : 0
        let isInherited = candidate.level
        let unused = callable.parameters.count - apply.arguments.count
        // A parameter that is `T` itself takes anything: one that says more of its type goes first.
        var bare = 0
        for parameter in callable.parameters {
            guard case .parameter(let own) = types[parameter.type],
                let position = signature.parameters.firstIndex(where: { $0 === own }),
                position >= candidate.ownerArguments.count
            else { continue }
            bare += 1
        }
        let (isDefault, refinement) = protocolRank(candidate)
        return [
            literalMisses, isVariadic, isInherited, isDefault, isGeneric, bare, -refinement,
            -signature.requirements.count, -strength(of: signature), unused,
        ]
    }

    /// How much a signature's requirements ask for: `Element: StringProtocol` more than `Element: Sequence`, which it
    /// implies.
    private func strength(of signature: GenericSignature) -> Int {
        var sum = 0
        for requirement in signature.requirements {
            if case .conforms(_, let wanted) = requirement { sum += checker.refinementCount(wanted) } else { sum += 1 }
        }
        return sum
    }

    /// A protocol's requirement goes before members of extensions, and a refining protocol's members before those of
    /// the protocols that it refines.
    private func protocolRank(_ candidate: MemberCandidate) -> (isDefault: Int, refinement: Int) {
        let owner: NominalDecl?
        let isRequirement: Bool
        switch candidate.named {
        case .function(let function):
            owner = function.owner
            isRequirement = function.isRequirement
        case .property(let property):
            owner = property.owner
            if case .requirement = property.storage { isRequirement = true } else { isRequirement = false }
        default: return (0, 0)
        }
        guard let owner, owner.kind == .protocol else { return (0, 0) }
        return (isRequirement ? 0 : 1, checker.refinementCount(owner))
    }
}
