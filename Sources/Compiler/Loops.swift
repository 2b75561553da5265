import Machine
import Semantics
import SourceText

/// `for … in`: counted for ranges of Int, by index for arrays, by offset for strings, by iterator for all else.
extension FunctionCompiler {
    func forLoop(_ loop: ForLoop, _ target: JumpTarget) {
        scoped {
            if let (lower, upper, isClosed) = rangeBounds(loop.sequence) {
                countedLoop(loop, lower, upper, isClosed, target)
            } else if session.isArray(concrete(loop.sequence.type)) {
                arrayLoop(loop, target)
            } else if case .string? = session.native(concrete(loop.sequence.type)) {
                textLoop(loop, target)
            } else {
                iteratorLoop(loop, target)
            }
        }
    }

    /// `a ..< b` and `a ... b` of Int, written where the loop is.
    private func rangeBounds(_ sequence: TypedExpression) -> (TypedExpression, TypedExpression, Bool)? {
        guard let (native, arguments) = nativeCall(sequence), native == "range.halfOpen" || native == "range.closed",
            case .value(let lower)? = arguments.first, case .value(let upper)? = arguments.last,
            session.isInt(concrete(lower.type))
        else { return nil }
        return (lower, upper, native == "range.closed")
    }

    private func countedLoop(
        _ loop: ForLoop, _ lower: TypedExpression, _ upper: TypedExpression, _ isClosed: Bool, _ target: JumpTarget
    ) {
        let int = layout(lower.type)
        let counter = allocate(1)
        let limit = allocate(1)
        let depth = cleanups.count
        _ = value(lower, into: counter)
        _ = value(upper, into: limit)
        popCleanups(to: depth)
        let exit = assembler.newLabel()
        let advance = assembler.newLabel()
        jumps[ObjectIdentifier(target)] = JumpContext(breakLabel: exit, continueLabel: advance, depth: cleanups.count)
        if !areOrdered(lower, upper) {
            at(loop.sequence.span) {
                let fine = assembler.newLabel()
                assembler.branch(.branchLessEqual, a: counter, b: limit, to: fine)
                trap(.range, "Range requires lowerBound <= upperBound")
                assembler.place(fine)
            }
        }
        if !isClosed { assembler.branch(.branchLessEqual, a: limit, b: counter, to: exit) }
        let top = assembler.here()
        let start = assembler.count
        scoped {
            let element: Operand
            if case .variable(let variable) = loop.pattern.kind, !variable.isMutated, !session.isBoxed(variable) {
                settle(variable, in: .registers(counter))
                element = Operand(register: counter, layout: int, hold: .lasting)
                loopBody(loop, nil, element, advance)
            } else {
                let copy = allocate(1)
                move(1, from: counter, to: copy)
                element = Operand(register: copy, layout: int, hold: .lasting)
                loopBody(loop, loop.pattern, element, advance)
            }
        }
        assembler.place(advance)
        closeCountedLoop(counter, limit, isClosed, top, isFar: assembler.count - start > 9_000, exit)
        assembler.place(exit)
    }

    private func closeCountedLoop(
        _ counter: Int, _ limit: Int, _ isClosed: Bool, _ top: Label, isFar: Bool, _ exit: Label
    ) {
        if !isFar {
            return assembler.branch(isClosed ? .countedLoopThrough : .countedLoop, a: counter, b: limit, to: top)
        }
        if isClosed {
            assembler.branch(.branchEqual, a: counter, b: limit, to: exit)
            emit(.addImmediate, a: counter, b: counter, c: 1)
            assembler.branchWide(.loop, to: top)
        } else {
            emit(.addImmediate, a: counter, b: counter, c: 1)
            assembler.branch(.branchLessEqual, a: limit, b: counter, to: exit)
            assembler.branchWide(.loop, to: top)
        }
    }

    /// Whether two literals are in order, so that no check is needed.
    private func areOrdered(_ lower: TypedExpression, _ upper: TypedExpression) -> Bool {
        if case .integer(let a) = lower.kind, case .integer(let b) = upper.kind { return a <= b }
        return false
    }

    /// Pattern, `where`, body. With a pattern, elements that do not match are passed over.
    private func loopBody(_ loop: ForLoop, _ pattern: TypedPattern?, _ element: Operand, _ advance: Label) {
        loopDepth += 1
        defer { loopDepth -= 1 }
        let skip = FailPoint(depth: cleanups.count)
        scoped {
            if let pattern { match(pattern, element, skip) }
            if let condition = loop.condition { branch(condition, skip) }
            block(loop.body)
        }
        if skip.exits.contains(where: { !$0.cleanups.isEmpty }) {
            let over = assembler.newLabel()
            assembler.branchWide(.jump, to: over)
            place(skip)
            assembler.place(over)
        } else {
            place(skip)
        }
    }

    // MARK: Arrays

    private func arrayLoop(_ loop: ForLoop, _ target: JumpTarget) {
        let whole = session.elementLayout(concrete(loop.sequence.type))
        // The loop goes over the array as it is now, whatever the body does to the variable.
        let array = settled(loop.sequence)
        let index = allocate(1)
        let count = allocate(1)
        let element = allocate(whole.width)
        emit(.arrayCount, a: count, b: array.register)
        loadConstant(0, into: index)
        let exit = assembler.newLabel()
        let advance = assembler.newLabel()
        jumps[ObjectIdentifier(target)] = JumpContext(breakLabel: exit, continueLabel: advance, depth: cleanups.count)
        assembler.branch(.branchLessEqual, a: count, b: index, to: exit)
        let top = assembler.here()
        let start = assembler.count
        scoped {
            let operand = self.element(
                of: Operand(register: array.register, layout: array.layout, hold: .lasting), index, 0, whole, whole,
                element)
            loopBody(loop, loop.pattern, operand, advance)
        }
        assembler.place(advance)
        closeCountedLoop(index, count, false, top, isFar: assembler.count - start > 9_000, exit)
        assembler.place(exit)
    }

    // MARK: Strings

    private func textLoop(_ loop: ForLoop, _ target: JumpTarget) {
        // As with arrays: over the text as it is now.
        var text = value(loop.sequence)
        if text.hold == .passing { text = stabilize(text) }
        let offset = allocate(1)
        let character = allocate(1)
        loadConstant(0, into: offset)
        let exit = assembler.newLabel()
        let advance = assembler.newLabel()
        jumps[ObjectIdentifier(target)] = JumpContext(breakLabel: exit, continueLabel: advance, depth: cleanups.count)
        let top = assembler.here()
        emit(.stringNext, a: character, b: text.register, c: offset)
        assembler.branchWide(.branchZero, a: character, to: exit)
        scoped {
            let element = own(character, layout(session.standardType("Character")))
            loopBody(loop, loop.pattern, element, advance)
        }
        assembler.place(advance)
        assembler.branchWide(.loop, to: top)
        assembler.place(exit)
    }

    // MARK: Iterators

    private func iteratorLoop(_ loop: ForLoop, _ target: JumpTarget) {
        let iteratorLayout = layout(loop.iteratorType)
        let iterator = allocate(iteratorLayout.width)
        let depth = cleanups.count
        let sequence = value(loop.sequence)
        let made = invoke(concrete(loop.makeIterator), [stabilize(sequence)], [], iterator)
        consume(made)
        popCleanups(to: depth)
        _ = own(iterator, iteratorLayout)
        let exit = assembler.newLabel()
        let advance = assembler.newLabel()
        jumps[ObjectIdentifier(target)] = JumpContext(breakLabel: exit, continueLabel: advance, depth: cleanups.count)
        let top = assembler.here()
        let ended = FailPoint(depth: cleanups.count)
        scoped {
            let operand = Operand(register: iterator, layout: iteratorLayout, hold: .lasting)
            let item = invoke(concrete(loop.next), [operand], [0], nil)
            let settled = stabilize(item)
            assembler.branchWide(.branchZero, a: settled.register, to: failLabel(ended))
            loopBody(loop, loop.pattern, wrapped(in: settled), advance)
        }
        assembler.place(advance)
        assembler.branchWide(.loop, to: top)
        place(ended)
        assembler.place(exit)
    }

    /// What an optional that is not nil wraps, in place.
    func wrapped(in operand: Operand) -> Operand {
        let hold: Operand.Hold = operand.hold == .passing ? .passing : .lasting
        switch operand.layout.form {
        case .nullable(let payload): return Operand(register: operand.register, layout: payload, hold: hold)
        case .sum(let cases) where cases.count == 2:
            let first = cases[1].places.first ?? 1
            return Operand(register: operand.register + first, layout: cases[1].payload, hold: hold)
        default:
            fail("the compiler lost an optional")
            return operand
        }
    }
}
