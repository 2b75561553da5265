import SourceText
import Syntax

/// The kinds of literals that have met in one type variable.
struct LiteralKinds: OptionSet {
    let rawValue: UInt8
    static let integer = LiteralKinds(rawValue: 1)
    static let float = LiteralKinds(rawValue: 2)
    static let string = LiteralKinds(rawValue: 4)
    static let boolean = LiteralKinds(rawValue: 8)
    static let none = LiteralKinds(rawValue: 16)
    static let array = LiteralKinds(rawValue: 32)
    static let dictionary = LiteralKinds(rawValue: 64)
    static let interpolation = LiteralKinds(rawValue: 128)
}

/// How good a solution is: lower is better, earlier fields weigh more, as in Swift's own ranking.
struct Score: Equatable {
    /// A `T!` that is unwrapped.
    var unwrapping = 0
    var functionConversion = 0
    var nonDefaultLiteral = 0
    var collectionUpcast = 0
    var valueToOptional = 0
    var existential = 0
    /// Nothing that another way could better; erasing to `any` is not counted, since every way to a `print` has it.
    func isAsGood(as other: Score) -> Bool {
        unwrapping == other.unwrapping && functionConversion == other.functionConversion
            && nonDefaultLiteral == other.nonDefaultLiteral
            && collectionUpcast == other.collectionUpcast && valueToOptional == other.valueToOptional
    }
    static func < (a: Score, b: Score) -> Bool {
        if a.unwrapping != b.unwrapping { return a.unwrapping < b.unwrapping }
        if a.functionConversion != b.functionConversion { return a.functionConversion < b.functionConversion }
        if a.nonDefaultLiteral != b.nonDefaultLiteral { return a.nonDefaultLiteral < b.nonDefaultLiteral }
        if a.collectionUpcast != b.collectionUpcast { return a.collectionUpcast < b.collectionUpcast }
        if a.valueToOptional != b.valueToOptional { return a.valueToOptional < b.valueToOptional }
        return a.existential < b.existential
    }
}

final class Constraint {
    enum Kind {
        case convert(Type, Type)
        case equal(Type, Type)
        case conforms(Type, NominalDecl)
        /// The same of a generic parameter whose argument may be an existential: that is opened.
        case conformsOpened(Type, NominalDecl)
        case subclass(Type, Type)
        case member(Overload, result: Type)
        case apply(Apply)
        /// `result` is `inner`, or an optional of it where it is none yet.
        case wrap(Type, result: Type)
        /// A mention of what is declared as `T!`: the optional itself, or what it wraps.
        case implicit(Type, result: Type)
        case unwrap(Type, result: Type)
        case closureBody(ClosureNode)
        case associated(Type, AssociatedTypeDecl, result: Type)
        case arrayLiteral(Type, Type)
        case dictionaryLiteral(Type, Type, Type)
    }
    let kind: Kind
    let node: Node
    var isSolved = false
    /// Belongs to a part of the expression that is solved at another time.
    var isParked = false
    init(_ kind: Kind, _ node: Node) {
        self.kind = kind
        self.node = node
    }
}

/// The type variables, constraints and choices of one expression, with a trail to take them back.
///
/// Solving alternates: simplify all constraints until nothing moves; then take the most certain guess (an overload among few,
/// a variable's bound, a literal's default), and go on; take it back where it fails, or where a better score may be had.
final class ConstraintSystem {
    let checker: Checker
    let types: TypeTable
    let file: SourceFile
    /// What each variable is bound to; another variable where they were unified.
    var bindings: [Type?] = []
    var literals: [LiteralKinds] = []
    /// Closures whose type a variable is.
    var closures: [Int32: ClosureNode] = [:]
    var arrays: [Int32: Node] = [:]
    var constraints: [Constraint] = []
    var score = Score()
    /// The score where the part at hand began.
    var baseScore = Score()
    /// Variables of the parts that are solved at another time.
    var parkedVariables: Set<Int32> = []
    var trail: [Undo] = []
    var changed = false
    var failure: Failure?
    var progress = 0
    /// Above 0 on ways that are unlikely from the start: their failures explain nothing.
    var speculation = 0

    enum Undo {
        case binding(Int32, LiteralKinds)
        case literal(Int32, LiteralKinds)
        case solved(Constraint)
        case chosen(Overload)
        case viable(Apply, [Int]?)
        case closure(ClosureNode)
        case lookedUp(Overload)
        case linked(Int32)
    }

    struct Mark {
        var trail: Int
        var variables: Int
        var constraints: Int
        var score: Score
        var progress: Int
    }

    /// The failure that came furthest: what is reported where nothing fits.
    struct Failure {
        var constraint: Constraint
        var progress: Int
        var problem: Problem?
    }

    init(checker: Checker, file: SourceFile) {
        self.checker = checker
        self.types = checker.types
        self.file = file
    }

    func fresh(_ kinds: LiteralKinds = []) -> Type {
        bindings.append(nil)
        literals.append(kinds)
        return types.make(.variable(Int32(bindings.count - 1)))
    }

    var mark: Mark {
        Mark(
            trail: trail.count, variables: bindings.count, constraints: constraints.count, score: score,
            progress: progress)
    }

    func undo(to mark: Mark) {
        while trail.count > mark.trail {
            switch trail.removeLast() {
            case .binding(let variable, let kinds):
                bindings[Int(variable)] = nil
                literals[Int(variable)] = kinds
            case .literal(let variable, let kinds): literals[Int(variable)] = kinds
            case .solved(let constraint): constraint.isSolved = false
            case .chosen(let overload): overload.chosen = nil
            case .viable(let apply, let viable): apply.viable = viable
            case .closure(let closure):
                closure.isBound = false
                closure.body = nil
                closure.block = nil
            case .lookedUp(let overload):
                overload.isLookedUp = false
                overload.candidates = []
            case .linked(let index):
                closures[index] = nil
                arrays[index] = nil
            }
        }
        for index in closures.keys where Int(index) >= mark.variables { closures[index] = nil }
        for index in arrays.keys where Int(index) >= mark.variables { arrays[index] = nil }
        bindings.removeLast(bindings.count - mark.variables)
        literals.removeLast(literals.count - mark.variables)
        constraints.removeLast(constraints.count - mark.constraints)
        score = mark.score
        progress = mark.progress
    }

    func add(_ kind: Constraint.Kind, _ node: Node) {
        constraints.append(Constraint(kind, node))
        changed = true
    }

    /// Follows variables to what they are bound to; the outermost level only.
    func shallow(_ type: Type) -> Type {
        var type = type
        while case .variable(let index) = types[type], let bound = bindings[Int(index)] { type = bound }
        return type
    }

    /// Replaces all bound variables.
    func simplify(_ type: Type) -> Type {
        if !types.hasVariable(type) { return type }
        return types.rebuild(type) { leaf, shape in
            switch shape {
            case .variable(let index):
                guard let bound = bindings[Int(index)] else { return leaf }
                return simplify(bound)
            case .associated(let base, let associated):
                let inner = simplify(base)
                if inner == base { return leaf }
                return checker.makeAssociated(inner, associated)
            default: return nil
            }
        }
    }

    func variable(_ type: Type) -> Int32? {
        if case .variable(let index) = types[type] { return index }
        return nil
    }

    /// Binds an unbound variable; false where its literals do not fit.
    func bind(_ index: Int32, to type: Type) -> Bool {
        let kinds = literals[Int(index)]
        if let other = variable(type) {
            if other == index { return true }
            let merged = literals[Int(other)].union(kinds)
            if merged != literals[Int(other)] {
                trail.append(.literal(other, literals[Int(other)]))
                literals[Int(other)] = merged
            }
            if closures[index] != nil || arrays[index] != nil {
                trail.append(.linked(other))
                closures[other] = closures[index]
                arrays[other] = arrays[index]
            }
        } else {
            if occurs(index, in: type) { return false }
            if !kinds.isEmpty && !accepts(kinds, type, index) { return false }
        }
        trail.append(.binding(index, kinds))
        bindings[Int(index)] = type
        changed = true
        progress += 1
        return true
    }

    private func occurs(_ index: Int32, in type: Type) -> Bool {
        if !types.hasVariable(type) { return false }
        var found = false
        _ = types.rebuild(type) { leaf, shape in
            if case .variable(let other) = shape {
                if other == index {
                    found = true
                } else if let bound = bindings[Int(other)], occurs(index, in: bound) {
                    found = true
                }
            }
            return leaf
        }
        return found
    }

    /// Whether literals of these kinds can be of a type; counts the score where it is not their own default.
    private func accepts(_ kinds: LiteralKinds, _ type: Type, _ index: Int32) -> Bool {
        switch types[type] {
        case .error: return true
        case .nominal(let decl, let arguments):
            if decl === checker.wellKnown.optional {
                let rest = kinds.subtracting(.none)
                if rest.isEmpty { return true }
                score.valueToOptional += 1
                let wrapped = shallow(arguments[0])
                if let other = variable(wrapped) {
                    let merged = literals[Int(other)].union(rest)
                    if merged != literals[Int(other)] {
                        trail.append(.literal(other, literals[Int(other)]))
                        literals[Int(other)] = merged
                    }
                    return true
                }
                return accepts(rest, wrapped, index)
            }
            if kinds.contains(.none) {
                return kinds == .none && checker.wellKnown.byNil.map { checker.conforms(type, to: $0) } ?? false
            }
            return literalProtocols(kinds).allSatisfy { checker.conforms(type, to: $0) }
                && countLiteral(kinds, decl)
        case .parameter, .associated, .opaque:
            if kinds.contains(.none) { return false }
            score.nonDefaultLiteral += 1
            return literalProtocols(kinds).allSatisfy { checker.conforms(type, to: $0) }
        case .existential(let protocols, false):
            // Each literal is of its own default type, erased.
            score.existential += 1
            return protocols.allSatisfy { wanted in
                defaultDecls(kinds).allSatisfy { checker.conforms(types.nominal($0), to: wanted) }
            } || kinds.contains(.array) || kinds.contains(.dictionary)
        case .existential, .tuple, .function, .metatype: return false
        case .variable: return true
        }
    }

    private func defaultDecls(_ kinds: LiteralKinds) -> [NominalDecl] {
        let known = checker.wellKnown
        var result: [NominalDecl] = []
        func add(_ kind: LiteralKinds, _ decl: NominalDecl?) {
            if kinds.contains(kind), let decl { result.append(decl) }
        }
        add(.integer, known.int)
        add(.float, known.double)
        add(.string, known.string)
        add(.interpolation, known.string)
        add(.boolean, known.bool)
        return result
    }

    private func countLiteral(_ kinds: LiteralKinds, _ decl: NominalDecl) -> Bool {
        let known = checker.wellKnown
        var isDefault = true
        if kinds.contains(.integer) && decl !== known.int { isDefault = false }
        if kinds.contains(.float) { isDefault = decl === known.double }
        if kinds.contains(.string) && decl !== known.string { isDefault = false }
        if kinds.contains(.array) && decl !== known.array { isDefault = false }
        if kinds.contains(.dictionary) && decl !== known.dictionary { isDefault = false }
        if !isDefault { score.nonDefaultLiteral += 1 }
        return true
    }

    func literalProtocols(_ kinds: LiteralKinds) -> [NominalDecl] {
        let known = checker.wellKnown
        var result: [NominalDecl] = []
        func add(_ kind: LiteralKinds, _ decl: NominalDecl?) {
            if kinds.contains(kind), let decl { result.append(decl) }
        }
        add(.integer, known.byInteger)
        add(.float, known.byFloat)
        add(.boolean, known.byBoolean)
        add(.array, known.byArray)
        add(.dictionary, known.byDictionary)
        if kinds.contains(.interpolation) {
            if let decl = known.byString { result.append(decl) }
        } else if kinds.contains(.string) {
            // A string literal of one character can be a Character too.
            if let decl = known.byScalar { result.append(decl) }
        }
        return result
    }

    /// What a literal is where nothing else says so.
    func defaultType(_ kinds: LiteralKinds) -> Type? {
        let known = checker.wellKnown
        let base: Type?
        let rest = kinds.subtracting(.none)
        if rest.contains(.float) {
            base = checker.doubleType
        } else if rest.contains(.integer) {
            base = checker.intType
        } else if rest.contains(.string) || rest.contains(.interpolation) {
            base = checker.stringType
        } else if rest.contains(.boolean) {
            base = checker.boolType
        } else if rest.contains(.array), let array = known.array {
            base = types.nominal(array, [fresh()])
        } else if rest.contains(.dictionary), let dictionary = known.dictionary {
            base = types.nominal(dictionary, [fresh(), fresh()])
        } else {
            base = nil
        }
        guard let base else { return nil }
        return kinds.contains(.none) ? checker.optional(base) : base
    }

    /// Makes two types equal.
    func unify(_ left: Type, _ right: Type) -> Bool {
        let a = shallow(left)
        let b = shallow(right)
        if a == b { return true }
        if let index = variable(a) { return bind(index, to: b) }
        if let index = variable(b) { return bind(index, to: a) }
        switch (types[a], types[b]) {
        case (.error, _), (_, .error): return true
        case (.nominal(let x, let xs), .nominal(let y, let ys)):
            guard x === y, xs.count == ys.count else { return false }
            for (p, q) in zip(xs, ys) where !unify(p, q) { return false }
            return true
        case (.tuple(let xs), .tuple(let ys)):
            guard xs.count == ys.count else { return false }
            for (p, q) in zip(xs, ys) {
                if p.label != q.label && p.label != nil && q.label != nil { return false }
                if !unify(p.type, q.type) { return false }
            }
            return true
        case (.function(let x), .function(let y)):
            guard x.parameters.count == y.parameters.count, (x.thrown == nil) == (y.thrown == nil) else { return false }
            for (p, q) in zip(x.parameters, y.parameters) where p.isInout != q.isInout || !unify(p.type, q.type) {
                return false
            }
            return unify(x.result, y.result)
        case (.metatype(let x), .metatype(let y)): return unify(x, y)
        case (.associated(let x, let p), .associated(let y, let q)): return p === q && unify(x, y)
        case (.opaque(let f, let xs), .opaque(let g, let ys)):
            guard f === g else { return false }
            for (p, q) in zip(xs, ys) where !unify(p, q) { return false }
            return true
        default: return false
        }
    }
}
