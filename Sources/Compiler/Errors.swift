import Machine
import Semantics
import SourceText

/// Throwing and catching. An error is always held as `any Error`, one owned reference in the frame's error register;
/// typed throws unpack it where it is caught.
extension FunctionCompiler {
    /// After a call that may throw: goes to the nearest handler if it did.
    func propagate(_ error: Int) {
        let fine = assembler.newLabel()
        assembler.branchWide(.branchZero, a: error, to: fine)
        raise(error)
        assembler.place(fine)
    }

    /// Leaves with the owned error in a register.
    private func raise(_ error: Int) {
        if let handler = handlers.last {
            emit(.move, a: handler.errorRegister, b: error)
            emitCleanups(downTo: handler.depth)
            assembler.branchWide(.jump, to: handler.label)
        } else if convention.canThrow {
            emit(.move, a: convention.errorRegister, b: error)
            emitCleanups(downTo: 0)
            finishReturn()
        } else {
            uncaught(error)
        }
    }

    /// A trap that shows the error.
    private func uncaught(_ error: Int) {
        scoped {
            let text = allocate(1)
            let message = isEntry ? "Error raised at top level: " : "'try!' expression unexpectedly raised an error: "
            emit(.loadString, a: text, wide: session.program.string(message))
            emit(.retain, a: text)
            let string = own(text, session.stringLayout)
            appendDescription(
                text, Operand(register: error, layout: session.layout(session.anyType), hold: .lasting),
                session.anyErrorType, isDebug: true)
            emit(.trapMessage, a: text, x: Int(TrapReason.uncaughtError.rawValue))
            forward(string)
        }
    }

    func throwStatement(_ error: TypedExpression) {
        let depth = cleanups.count
        let mark = next
        let register = allocate(1)
        let operand = value(error)
        if case .existential = operand.layout.form {
            move(1, from: operand.register, to: register)
            consume(operand)
        } else {
            let erased = erase(operand, concrete(error.type), register)
            consume(erased)
        }
        let thrown = cleanups
        raise(register)
        cleanups = Array(thrown.prefix(depth))
        next = mark
    }

    // MARK: Catching

    func tryOptional(_ inner: TypedExpression, _ wraps: Bool, _ type: Type, _ target: Int?) -> Operand {
        let whole = layout(type)
        let register = target ?? allocate(whole.width)
        let error = allocate(1)
        let failed = assembler.newLabel()
        let end = assembler.newLabel()
        handlers.append(Handler(label: failed, errorRegister: error, depth: cleanups.count))
        evaluate(inner, wraps, whole, into: register)
        handlers.removeLast()
        assembler.branchWide(.jump, to: end)
        assembler.place(failed)
        emit(.release, a: error)
        zero(register, whole)
        assembler.place(end)
        return own(register, whole)
    }

    func tryForced(_ inner: TypedExpression, _ target: Int?) -> Operand {
        let whole = layout(inner.type)
        let register = target ?? allocate(whole.width)
        let error = allocate(1)
        let failed = assembler.newLabel()
        let end = assembler.newLabel()
        handlers.append(Handler(label: failed, errorRegister: error, depth: cleanups.count))
        scoped { _ = owned(inner, into: register) }
        handlers.removeLast()
        assembler.branchWide(.jump, to: end)
        assembler.place(failed)
        uncaught(error)
        assembler.place(end)
        return own(register, whole)
    }

    func doStatement(
        _ body: TypedBlock, _ catches: [TypedStatement.Catch], _ errorType: Type?, _ target: JumpTarget
    ) {
        let end = assembler.newLabel()
        jumps[ObjectIdentifier(target)] = JumpContext(breakLabel: end, continueLabel: nil, depth: cleanups.count)
        guard !catches.isEmpty else {
            block(body)
            return assembler.place(end)
        }
        let mark = next
        let error = allocate(1)
        let failed = assembler.newLabel()
        handlers.append(Handler(label: failed, errorRegister: error, depth: cleanups.count))
        block(body)
        handlers.removeLast()
        assembler.branchWide(.jump, to: end)
        assembler.place(failed)
        let depth = cleanups.count
        let boxed = own(error, session.boxLayout)
        let caught = unpack(error, errorType.map { concrete($0) })
        for item in catches { catchClause(item, caught, end, depth) }
        if !catches.contains(where: { $0.items.isEmpty }) {
            // No clause matched: the error goes on.
            forward(boxed)
            raise(error)
        }
        cleanups = Array(cleanups.prefix(depth))
        assembler.place(end)
        next = mark
    }

    /// The error as the type that the clauses speak of.
    private func unpack(_ error: Int, _ type: Type?) -> Operand {
        guard let type, !session.isExistential(type) else {
            return Operand(register: error, layout: session.boxLayout, hold: .lasting)
        }
        let layout = session.layout(type)
        if session.isClass(type) { return Operand(register: error, layout: layout, hold: .lasting) }
        let register = allocate(layout.width)
        loadFields(error, 0, layout.width, into: register)
        return Operand(register: register, layout: layout, hold: .lasting)
    }

    private func catchClause(_ item: TypedStatement.Catch, _ error: Operand, _ end: Label, _ depth: Int) {
        let bodyLabel = assembler.newLabel()
        if item.items.isEmpty {
            scoped {
                if let variable = item.errorVariable { declare(variable, error) }
                block(item.body)
                emitCleanups(downTo: depth)
                assembler.branchWide(.jump, to: end)
            }
            return
        }
        for (pattern, condition) in item.items {
            let next = FailPoint(depth: cleanups.count)
            scoped {
                match(pattern, error, next)
                if let condition { branch(condition, next) }
                if item.items.count > 1 {
                    assembler.branchWide(.jump, to: bodyLabel)
                } else {
                    block(item.body)
                    emitCleanups(downTo: depth)
                    assembler.branchWide(.jump, to: end)
                }
            }
            place(next)
        }
        guard item.items.count > 1 else { return }
        let over = assembler.newLabel()
        assembler.branchWide(.jump, to: over)
        assembler.place(bodyLabel)
        scoped {
            block(item.body)
            emitCleanups(downTo: depth)
            assembler.branchWide(.jump, to: end)
        }
        assembler.place(over)
    }
}
