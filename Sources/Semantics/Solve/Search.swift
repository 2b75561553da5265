import SourceText
import Syntax

/// Guessing where nothing more can be simplified, and taking back.
extension ConstraintSystem {
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
        case .conforms(_, let decl), .conformsOpened(_, let decl):
            problem = .cannotInfer("this value, which must be \(decl.name),")
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
            return order(Array(overload.candidates.indices), nil, overload).map { .value(member, $0) }
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

    /// Collections first: their members may decide about their elements, as in `["+": 1][character]`.
    private func defaultChoices() -> [Choice]? {
        defaultChoices { !$0.isDisjoint(with: [.array, .dictionary]) } ?? defaultChoices { _ in true }
    }

    private func defaultChoices(_ isWanted: (LiteralKinds) -> Bool) -> [Choice]? {
        let fed = fedVariables()
        var chosen: (index: Int32, standard: Type)?
        for position in bindings.indices where bindings[position] == nil && !literals[position].isEmpty {
            let index = Int32(position)
            if !isWanted(literals[position]) { continue }
            if parkedVariables.contains(index) || (chosen != nil && fed.contains(index)) { continue }
            guard let standard = defaultType(literals[position]) else { continue }
            chosen = (index, standard)
            if !fed.contains(index) { break }
        }
        guard let (index, standard) = chosen else { return nil }
        var choices: [Choice] = [.bind(index, standard)]
        if literals[Int(index)] == .integer { choices.append(.bind(index, checker.doubleType)) }
        return choices
    }

    /// Variables that others, unknown yet, convert to: what a literal's default makes of those tells more of these.
    private func fedVariables() -> Set<Int32> {
        var fed: Set<Int32> = []
        for constraint in constraints where !constraint.isSolved && !constraint.isParked {
            guard case .convert(let from, let to) = constraint.kind, variable(shallow(from)) != nil,
                let index = variable(shallow(to))
            else { continue }
            fed.insert(index)
        }
        return fed
    }
}
