import Machine
import Semantics
import SourceText

extension FunctionCompiler {
    func entryBody(_ unit: TypedUnit) {
        for variable in unit.globals where variable.isInitializedLater {
            zero(session.global(variable), session.layout(session.withoutOpaque(variable.type)))
        }
        reserveConstants(for: unit.statements)
        for statement in unit.statements { self.statement(statement) }
        popCleanups(to: 0)
        emit(.halt)
    }

    /// Statements in a scope of their own.
    func block(_ block: TypedBlock) {
        scoped { statements(block) }
    }

    func statements(_ block: TypedBlock) {
        for statement in block.statements { self.statement(statement) }
    }

    func statement(_ statement: TypedStatement) {
        guard !session.hasFailed else { return }
        at(statement.span) {
            markStatement(statement)
            compile(statement)
            showLateVariables(after: statement)
        }
    }

    private func compile(_ statement: TypedStatement) {
        switch statement.kind {
        case .expression(let expression): effect(expression)
        case .bind(let pattern, let initial): bind(pattern, initial)
        case .function(let decl): session.captured(decl)
        case .if(let clauses, let otherwise, let target): ifStatement(clauses, otherwise, target)
        case .guard(let conditions, let block): guardStatement(conditions, block)
        case .while(let conditions, let body, let target): whileLoop(conditions, body, target)
        case .repeatWhile(let body, let condition, let target): repeatLoop(body, condition, target)
        case .forIn(let loop, let target): forLoop(loop, target)
        case .switch(let subject, let cases, let target): switchStatement(subject, cases, target)
        case .do(let body, let catches, let errorType, let target): doStatement(body, catches, errorType, target)
        case .defer(let block): pushCleanup(.deferred(block))
        case .return(let result): returnStatement(result)
        case .throw(let error): throwStatement(error)
        case .break(let target):
            guard let context = jumps[ObjectIdentifier(target)] else { return fail("there is nothing to break out of") }
            emitCleanups(downTo: context.depth)
            assembler.branchWide(.jump, to: context.breakLabel)
        case .continue(let target):
            guard let context = jumps[ObjectIdentifier(target)], let label = context.continueLabel else {
                return fail("there is no loop to continue")
            }
            emitCleanups(downTo: context.depth)
            assembler.branchWide(.jump, to: label)
        case .fallthrough: fallThrough()
        case .yield(let expression): yield(expression)
        case .block(let block): self.block(block)
        }
    }

    // MARK: Variables

    private func bind(_ pattern: TypedPattern, _ initial: TypedExpression?) {
        guard let initial else { return declareLater(pattern) }
        if case .variable(let variable) = pattern.kind { return define(variable, initial) }
        // The value stays for as long as the scope: the names in the pattern may refer to its parts.
        let operand = stabilize(value(initial))
        let impossible = FailPoint(depth: cleanups.count)
        match(pattern, operand, impossible)
        placeImpossible(impossible)
    }

    /// A pattern that always matches fails nowhere; `place` needs code to jump over all the same.
    private func placeImpossible(_ point: FailPoint) {
        guard !point.exits.isEmpty else { return }
        let over = assembler.newLabel()
        assembler.branchWide(.jump, to: over)
        place(point)
        trap(.unreachable)
        assembler.place(over)
    }

    private func define(_ variable: VariableDecl, _ initial: TypedExpression) {
        let layout = layout(variable.type)
        if variable.isGlobal {
            let word = session.global(variable)
            if isEntry {
                scoped { _ = owned(initial, into: word) }
            } else {
                scoped {
                    let register = owned(initial)
                    if layout.width > 0 { emit(.storeGlobal, a: register, wide: word, x: layout.width) }
                }
            }
            settleGlobal(variable)
            return
        }
        if session.isBoxed(variable) {
            let box = allocate(1)
            let depth = cleanups.count
            let mark = next
            let words = owned(initial)
            popCleanups(to: depth)
            makeBox(box, layout)
            storeFields(box, 0, layout.width, from: words)
            next = mark
            pushCleanup(.release(register: box, session.boxLayout))
            settle(variable, in: .box(box))
            return
        }
        let register = allocate(layout.width)
        let depth = cleanups.count
        let mark = next
        _ = owned(initial, into: register)
        popCleanups(to: depth)
        next = mark
        _ = own(register, layout)
        settle(variable, in: .registers(register))
    }

    /// A variable that takes its value later.
    private func declareLater(_ pattern: TypedPattern) {
        switch pattern.kind {
        case .variable(let variable): declareLater(variable)
        case .tuple(let parts): for part in parts { declareLater(part) }
        default: break
        }
    }

    func declareLater(_ variable: VariableDecl) {
        guard !variable.isGlobal else { return waitForValue(variable) }
        let layout = layout(variable.type)
        if session.isBoxed(variable) {
            let box = allocate(1)
            makeBox(box, layout)
            pushCleanup(.release(register: box, session.boxLayout))
            settleLater(variable, in: .box(box))
        } else {
            let register = allocate(layout.width)
            zero(register, layout)
            _ = own(register, layout)
            settleLater(variable, in: .registers(register))
        }
    }

    private func makeBox(_ register: Int, _ layout: ValueLayout) {
        emit(.newObject, a: register, wide: session.cellDescriptor(layout))
    }

    /// Gives a variable of a pattern its value: an alias of an operand that stays, or a copy.
    func declare(_ variable: VariableDecl, _ operand: Operand) {
        let layout = operand.layout
        if variable.isGlobal {
            let word = session.global(variable)
            retain(operand.register, layout)
            if isEntry {
                move(layout.width, from: operand.register, to: word)
            } else if layout.width > 0 {
                emit(.storeGlobal, a: operand.register, wide: word, x: layout.width)
            }
            settleGlobal(variable)
            return
        }
        if session.isBoxed(variable) {
            let box = allocate(1)
            makeBox(box, layout)
            retain(operand.register, layout)
            storeFields(box, 0, layout.width, from: operand.register)
            pushCleanup(.release(register: box, session.boxLayout))
            settle(variable, in: .box(box))
            return
        }
        if !variable.isMutated && operand.hold != .passing {
            settle(variable, in: .registers(operand.register))
            return
        }
        let register = allocate(layout.width)
        move(layout.width, from: operand.register, to: register)
        retain(register, layout)
        _ = own(register, layout)
        settle(variable, in: .registers(register))
    }

    // MARK: Leaving

    private func returnStatement(_ result: TypedExpression?) {
        if let result {
            let layout = convention.result
            let depth = cleanups.count
            if initializerSelf != nil {
                // `return nil` of a failable initialiser.
                return returnNil()
            }
            if cleanups.isEmpty, layout.width == 1, layout.isTrivial {
                let operand = value(result)
                if cleanups.isEmpty {
                    markLeave(at: operand.register)
                    emit(.return, a: operand.register, x: 1)
                    return
                }
                move(1, from: operand.register, to: 0)
            } else {
                _ = owned(result, into: 0)
            }
            // Temporaries of the expression are among the cleanups.
            emitCleanups(downTo: 0)
            if cleanups.count > depth { cleanups.removeLast(cleanups.count - depth) }
            return finishReturn()
        }
        if initializerSelf != nil { return returnSelf() }
        emitCleanups(downTo: 0)
        finishReturn()
    }

    func finishReturn() {
        markLeave()
        if convention.result.width > 255 {
            emit(.returnWords, a: 0, wide: convention.result.width)
        } else {
            emit(.return, a: 0, x: convention.result.width)
        }
    }

    private func yield(_ expression: TypedExpression) {
        guard let context = yields.last else { return fail("there is nothing to give this value to") }
        let depth = cleanups.count
        _ = owned(expression, into: context.register)
        emitCleanups(downTo: context.depth)
        if cleanups.count > depth { cleanups.removeLast(cleanups.count - depth) }
        assembler.branchWide(.jump, to: context.label)
    }
}
