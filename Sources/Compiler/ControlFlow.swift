import Machine
import Semantics
import SourceText

/// `if`, `guard`, `while`, `repeat`, and the conditions that they share.
extension FunctionCompiler {
    /// Goes on where all hold, with their names bound; leaves to `otherwise` else.
    func conditions(_ conditions: [TypedCondition], _ otherwise: FailPoint) {
        for condition in conditions {
            switch condition {
            case .expression(let expression): branch(expression, otherwise)
            case .pattern(let pattern, let subject):
                at(subject.span) {
                    let operand = settled(subject)
                    match(pattern, operand, otherwise)
                }
            }
        }
    }

    func ifStatement(_ clauses: [TypedStatement.Clause], _ otherwise: TypedBlock?, _ target: JumpTarget) {
        let end = assembler.newLabel()
        jumps[ObjectIdentifier(target)] = JumpContext(breakLabel: end, continueLabel: nil, depth: cleanups.count)
        for (index, clause) in clauses.enumerated() {
            let next = FailPoint(depth: cleanups.count)
            scoped {
                conditions(clause.conditions, next)
                block(clause.body)
            }
            if index + 1 < clauses.count || otherwise != nil { assembler.branchWide(.jump, to: end) }
            if index + 1 == clauses.count && otherwise == nil && next.exits.contains(where: { !$0.cleanups.isEmpty }) {
                assembler.branchWide(.jump, to: end)
            }
            place(next)
        }
        if let otherwise { block(otherwise) }
        assembler.place(end)
    }

    func guardStatement(_ conditions: [TypedCondition], _ otherwise: TypedBlock) {
        let failed = FailPoint(depth: cleanups.count)
        self.conditions(conditions, failed)
        let over = assembler.newLabel()
        assembler.branchWide(.jump, to: over)
        place(failed)
        let saved = cleanups
        cleanups = Array(cleanups.prefix(failed.depth))
        block(otherwise)
        cleanups = saved
        assembler.place(over)
    }

    func whileLoop(_ conditions: [TypedCondition], _ body: TypedBlock, _ target: JumpTarget) {
        loopDepth += 1
        defer { loopDepth -= 1 }
        let exit = assembler.newLabel()
        let test = assembler.newLabel()
        jumps[ObjectIdentifier(target)] = JumpContext(breakLabel: exit, continueLabel: test, depth: cleanups.count)
        if let expressions = plainConditions(conditions) {
            assembler.branchWide(.jump, to: test)
            let top = assembler.here()
            block(body)
            assembler.place(test)
            let out = FailPoint(depth: cleanups.count)
            for expression in expressions.dropLast() { branch(expression, out) }
            if let last = expressions.last { loopIfTrue(last, to: top) }
            place(out)
        } else {
            // What the conditions bind is used in the body, so they stand before it.
            let top = assembler.here()
            let out = FailPoint(depth: cleanups.count)
            scoped {
                self.conditions(conditions, out)
                block(body)
            }
            assembler.place(test)
            assembler.branchWide(.loop, to: top)
            place(out)
        }
        assembler.place(exit)
    }

    private func plainConditions(_ conditions: [TypedCondition]) -> [TypedExpression]? {
        var expressions: [TypedExpression] = []
        for condition in conditions {
            guard case .expression(let expression) = condition else { return nil }
            expressions.append(expression)
        }
        return expressions
    }

    func repeatLoop(_ body: TypedBlock, _ condition: TypedExpression, _ target: JumpTarget) {
        loopDepth += 1
        defer { loopDepth -= 1 }
        let exit = assembler.newLabel()
        let test = assembler.newLabel()
        jumps[ObjectIdentifier(target)] = JumpContext(breakLabel: exit, continueLabel: test, depth: cleanups.count)
        let top = assembler.here()
        block(body)
        assembler.place(test)
        loopIfTrue(condition, to: top)
        assembler.place(exit)
    }
}
