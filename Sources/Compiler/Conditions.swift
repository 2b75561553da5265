import Machine
import Semantics
import SourceText

/// Tests and jumps without making a Bool where there is a way around it.
extension FunctionCompiler {
    /// Whether evaluating cannot change any variable, object or output: literals, variables, fields and the machine's
    /// own operations on them.
    func isInert(_ expression: TypedExpression) -> Bool {
        switch expression.kind {
        case .integer, .floating, .boolean, .string, .none, .variable, .metatype: return true
        case .field(let base, _), .classField(let base, _), .tupleElement(let base, _), .forceUnwrap(let base):
            return isInert(base)
        case .subscript(let base, let property, _, let indexes):
            guard let native = property.getter?.native, session.isQuiet(native) else { return false }
            return (base.map { isInert($0) } ?? true) && indexes.allSatisfy { isInert($0) }
        case .property(let base, let property, _):
            guard let native = property.getter?.native, session.isQuiet(native) else { return false }
            return base.map { isInert($0) } ?? true
        case .call(.function(let reference, let base), let arguments):
            guard let native = reference.decl.native, session.isQuiet(native) else { return false }
            switch base {
            case .value(let value): guard isInert(value) else { return false }
            case .reference: return false
            case .type, nil: break
            }
            return arguments.allSatisfy { isInert($0) }
        case .call(.initializer(let reference, _), let arguments):
            guard let native = reference.decl.native, session.isQuiet(native) else { return false }
            return arguments.allSatisfy { isInert($0) }
        case .tuple(let elements): return elements.allSatisfy { isInert($0) }
        case .convert(.wrapOptional, let inner): return isInert(inner)
        default: return false
        }
    }

    func isInert(_ argument: TypedArgument) -> Bool {
        if case .value(let expression) = argument { return isInert(expression) }
        return false
    }

    // MARK: Forward: leave where false

    /// Goes on where the expression is true, to `otherwise` where it is false.
    func branch(_ expression: TypedExpression, _ otherwise: FailPoint) {
        at(expression.span) { branchIfFalse(expression, otherwise) }
    }

    private func branchIfFalse(_ expression: TypedExpression, _ otherwise: FailPoint) {
        if case .boolean(true) = expression.kind { return }
        if let (native, arguments) = nativeCall(expression) {
            switch native {
            case "bool.and":
                guard case .value(let left)? = arguments.first, let right = inPlace(arguments.last) else { break }
                branch(left, otherwise)
                return branch(right, otherwise)
            case "bool.or":
                guard case .value(let left)? = arguments.first, let right = inPlace(arguments.last) else { break }
                let yes = assembler.newLabel()
                branchIfTrue(left, to: yes)
                branch(right, otherwise)
                return assembler.place(yes)
            case "bool.not":
                guard case .value(let inner)? = arguments.first, otherwise.depth == cleanups.count else { break }
                return branchIfTrue(inner, to: failLabel(otherwise))
            default:
                if !isStepping, let comparison = Comparison(native) {
                    return compare(comparison.inverted, arguments, to: { self.failLabel(otherwise) })
                }
            }
        }
        test(expression, .branchZero, to: { self.failLabel(otherwise) })
    }

    func branchIfTrue(_ expression: TypedExpression, to label: Label) {
        if let (native, arguments) = nativeCall(expression) {
            if native == "bool.and", case .value(let left)? = arguments.first, let right = inPlace(arguments.last) {
                let no = FailPoint(depth: cleanups.count)
                branch(left, no)
                branchIfTrue(right, to: label)
                return place(no)
            }
            if native == "bool.or", case .value(let left)? = arguments.first, let right = inPlace(arguments.last) {
                branchIfTrue(left, to: label)
                return branchIfTrue(right, to: label)
            }
            if !isStepping, let comparison = Comparison(native) {
                return compare(comparison, arguments, to: { label })
            }
        }
        test(expression, .branchNonZero, to: { label })
    }

    /// Loops back to `label` where the expression is true.
    func loopIfTrue(_ expression: TypedExpression, to label: Label) {
        at(expression.span) {
            if case .boolean(true) = expression.kind { return assembler.branchWide(.loop, to: label) }
            if let (native, arguments) = nativeCall(expression) {
                if native == "bool.and", case .value(let left)? = arguments.first,
                    let right = inPlace(arguments.last)
                {
                    let no = FailPoint(depth: cleanups.count)
                    branch(left, no)
                    loopIfTrue(right, to: label)
                    return place(no)
                }
                if !isStepping, let comparison = Comparison(native), let opcode = comparison.loop,
                    loopCompare(
                        comparison, opcode, arguments, to: label)
                {
                    return
                }
            }
            test(expression, .loopNonZero, to: { label })
        }
    }

    private func loopCompare(
        _ comparison: Comparison, _ opcode: Opcode, _ arguments: [TypedArgument], to label: Label
    ) -> Bool {
        guard case .value(let a)? = arguments.first, case .value(let b)? = arguments.last,
            isInert(a), isInert(b)
        else { return false }
        let depth = cleanups.count
        let mark = next
        let left = value(a)
        let right = value(b)
        guard cleanups.count == depth else {
            fail("the compiler lost a comparison")
            return true
        }
        next = mark
        let (first, second) = comparison.isSwapped ? (right, left) : (left, right)
        assembler.branch(opcode, a: first.register, b: second.register, to: label)
        return true
    }

    /// Evaluates to a Bool, releases temporaries, jumps.
    private func test(_ expression: TypedExpression, _ opcode: Opcode, to label: () -> Label) {
        let depth = cleanups.count
        let mark = next
        var operand = value(expression)
        if cleanups.count > depth {
            let register = allocate(1)
            move(1, from: operand.register, to: register)
            popCleanups(to: depth)
            operand.register = register
        }
        next = mark
        assembler.branchWide(opcode, a: operand.register, to: label())
    }

    private func compare(_ comparison: Comparison, _ arguments: [TypedArgument], to label: () -> Label) {
        guard case .value(let a)? = arguments.first, case .value(let b)? = arguments.last else { return }
        let depth = cleanups.count
        let mark = next
        if let opcode = comparison.immediate, case .integer(let number) = b.kind,
            number == Int64(Int16(truncatingIfNeeded: number))
        {
            let left = value(a)
            let register = settled(left.register, depth, [left])
            next = mark
            return assembler.branch(opcode, a: register[0], b: Int(number), to: label())
        }
        var left = value(a)
        if !isInert(b) { left = stabilize(left) }
        let right = value(b)
        let registers = settled(left.register, depth, [left, right])
        next = mark
        let (first, second) = comparison.isSwapped ? (registers[1], registers[0]) : (registers[0], registers[1])
        assembler.branch(comparison.forward, a: first, b: second, to: label())
    }

    /// Operands that hold after the temporaries they come from have been released.
    private func settled(_ first: Int, _ depth: Int, _ operands: [Operand]) -> [Int] {
        guard cleanups.count > depth else { return operands.map { $0.register } }
        let registers = operands.map { operand in
            let register = allocate(1)
            move(1, from: operand.register, to: register)
            return register
        }
        popCleanups(to: depth)
        return registers
    }

    // MARK: Shapes

    func nativeCall(_ expression: TypedExpression) -> (String, [TypedArgument])? {
        guard case .call(.function(let reference, _), let arguments) = expression.kind else { return nil }
        var native = reference.decl.native
        if native == nil, reference.decl.isRequirement { native = concrete(reference).decl.native }
        guard let native else { return nil }
        return (native, arguments)
    }

    /// The expression inside an autoclosure that a native evaluates in place.
    func inPlace(_ argument: TypedArgument?) -> TypedExpression? {
        switch argument {
        case .autoclosure(let closure): closure.body.singleExpression
        case .value(let expression): expression
        default: nil
        }
    }
}

extension TypedBlock {
    /// The expression of a body that is only that.
    var singleExpression: TypedExpression? {
        guard statements.count == 1 else { return nil }
        switch statements[0].kind {
        case .return(let expression?), .expression(let expression), .yield(let expression): return expression
        default: return nil
        }
    }
}

/// A comparison of two words and the branches for it.
struct Comparison {
    var forward: Opcode
    var immediate: Opcode?
    var loop: Opcode?
    var isSwapped: Bool
    private var inverse: (Opcode, Opcode?, Bool)

    /// By the native name of an operator.
    init?(_ native: String) {
        switch native {
        case "int.less":
            self.init(
                .branchLess, .branchLessImmediate, .loopLess, false,
                (.branchLessEqual, .branchGreaterEqualImmediate, true))
        case "int.lessOrEqual":
            self.init(
                .branchLessEqual, .branchLessEqualImmediate, .loopLessEqual, false,
                (.branchLess, .branchGreaterImmediate, true))
        case "int.greater":
            self.init(
                .branchLess, .branchGreaterImmediate, .loopLess, true,
                (.branchLessEqual, .branchLessEqualImmediate, false))
        case "int.greaterOrEqual":
            self.init(
                .branchLessEqual, .branchGreaterEqualImmediate, .loopLessEqual, true,
                (.branchLess, .branchLessImmediate, false))
        case "int.equal", "bool.equal":
            self.init(
                .branchEqual, .branchEqualImmediate, nil, false, (.branchNotEqual, .branchNotEqualImmediate, false))
        case "int.notEqual", "bool.notEqual":
            self.init(
                .branchNotEqual, .branchNotEqualImmediate, nil, false, (.branchEqual, .branchEqualImmediate, false))
        case "double.less":
            self.init(.branchLessDouble, nil, nil, false, (.branchNotLessDouble, nil, false))
        case "double.lessOrEqual":
            self.init(.branchLessEqualDouble, nil, nil, false, (.branchNotLessEqualDouble, nil, false))
        case "double.greater":
            self.init(.branchLessDouble, nil, nil, true, (.branchNotLessDouble, nil, true))
        case "double.greaterOrEqual":
            self.init(.branchLessEqualDouble, nil, nil, true, (.branchNotLessEqualDouble, nil, true))
        case "double.equal":
            self.init(.branchEqualDouble, nil, nil, false, (.branchNotEqualDouble, nil, false))
        case "double.notEqual":
            self.init(.branchNotEqualDouble, nil, nil, false, (.branchEqualDouble, nil, false))
        default: return nil
        }
    }

    private init(
        _ forward: Opcode, _ immediate: Opcode?, _ loop: Opcode?, _ isSwapped: Bool, _ inverse: (Opcode, Opcode?, Bool)
    ) {
        self.forward = forward
        self.immediate = immediate
        self.loop = loop
        self.isSwapped = isSwapped
        self.inverse = inverse
    }

    /// The branch for where the comparison does not hold.
    var inverted: Comparison {
        Comparison(inverse.0, inverse.1, nil, inverse.2, (forward, immediate, isSwapped))
    }
}
