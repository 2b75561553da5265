import Machine
import Semantics

/// A value in registers: where it is and who keeps it alive.
struct Operand {
    enum Hold {
        /// This frame owns it: `cleanups` has an entry for it, which consuming it removes.
        case owned
        /// Borrowed from what stays as it is for as long as this statement needs it, or without references.
        case lasting
        /// Borrowed from a variable or an object that code running next may change.
        case passing
    }
    var register: Int
    var layout: ValueLayout
    var hold: Hold
}

/// A place to go where a pattern does not match, a condition is false or a chain ends in nil. Values owned at the point
/// of failure are released on the way; each set of them has a label of its own.
final class FailPoint {
    let depth: Int
    var exits: [(label: Label, cleanups: [Cleanup])] = []
    init(depth: Int) { self.depth = depth }
}

extension FunctionCompiler {
    /// Registers an owned value.
    func own(_ register: Int, _ layout: ValueLayout) -> Operand {
        if layout.isTrivial { return Operand(register: register, layout: layout, hold: .lasting) }
        pushCleanup(.release(register: register, layout))
        return Operand(register: register, layout: layout, hold: .owned)
    }

    func pushCleanup(_ kind: Cleanup.Kind) {
        serial += 1
        cleanups.append(Cleanup(kind: kind, serial: serial))
    }

    /// Takes an owned value out of the list: its words now belong to who asked. False where that has been done before.
    @discardableResult
    func forward(_ operand: Operand) -> Bool {
        guard operand.hold == .owned else { return false }
        for index in cleanups.indices.reversed() {
            if case .release(let register, _) = cleanups[index].kind, register == operand.register {
                if index == cleanups.count - 1 {
                    cleanups.removeLast()
                } else {
                    serial += 1
                    cleanups[index] = Cleanup(kind: .none, serial: serial)
                }
                return true
            }
        }
        return false
    }

    /// Makes the words a count of one's own, without an entry in `cleanups`: to be stored somewhere at once.
    func consume(_ operand: Operand) {
        if operand.hold == .owned { forward(operand) } else { retain(operand.register, operand.layout) }
    }

    /// Keeps a passing value alive and unchanged over code that runs before it is used.
    func stabilize(_ operand: Operand) -> Operand {
        guard operand.hold == .passing else { return operand }
        let register = allocate(operand.layout.width)
        move(operand.layout.width, from: operand.register, to: register)
        retain(register, operand.layout)
        return own(register, operand.layout)
    }

    /// A value that stays while a statement's body runs, after the temporaries that it was read from have been released.
    func settled(_ expression: TypedExpression) -> Operand {
        let depth = cleanups.count
        let operand = value(expression)
        if cleanups.count == depth { return stabilize(operand) }
        if cleanups.count == depth + 1, operand.hold == .owned, case .release(let register, _) = cleanups[depth].kind,
            register == operand.register
        {
            return operand
        }
        consume(operand)
        popCleanups(to: depth)
        return own(operand.register, operand.layout)
    }

    // MARK: Scopes

    /// Emits and removes the cleanups above `depth`, newest first.
    func popCleanups(to depth: Int) {
        emitCleanups(downTo: depth)
        if cleanups.count > depth { cleanups.removeLast(cleanups.count - depth) }
    }

    /// Emits them for a path that leaves, and keeps them for the code that follows.
    func emitCleanups(downTo depth: Int) {
        guard cleanups.count > depth else { return }
        let all = cleanups
        for index in stride(from: all.count - 1, through: depth, by: -1) {
            emitCleanup(all[index], outer: Array(all[..<index]))
        }
        cleanups = all
    }

    private func emitCleanup(_ cleanup: Cleanup, outer: [Cleanup]) {
        switch cleanup.kind {
        case .release(let register, let layout): release(register, layout)
        case .deferred(let block):
            let saved = (handlers, next)
            // What it throws is caught inside; it can neither return nor break out.
            cleanups = outer
            self.block(block)
            (handlers, next) = saved
        case .unbox(let box, let register, let layout):
            emit(.fieldGetWords, a: register, b: box, c: 0, x: layout.width)
            retain(register, layout)
        case .none: break
        }
    }

    /// Runs `body` as a statement of its own: what it leaves owned is released, its registers are free again.
    func scoped<Result>(_ body: () -> Result) -> Result {
        let depth = cleanups.count
        let mark = next
        let open = openVariables.count
        let result = body()
        popCleanups(to: depth)
        closeVariables(to: open)
        next = mark
        return result
    }

    /// Frees temporaries above `mark` unless something owned still lies there; then they wait for the statement's end.
    func freeTemporaries(_ mark: Int, _ depth: Int) {
        if cleanups.count == depth { next = max(mark, 0) }
    }

    // MARK: Failing

    /// The label for leaving to `point` from here.
    func failLabel(_ point: FailPoint) -> Label {
        let pending = Array(cleanups[min(point.depth, cleanups.count)...])
        for exit in point.exits where exit.cleanups.elementsEqual(pending, by: { $0.serial == $1.serial }) {
            return exit.label
        }
        let label = assembler.newLabel()
        point.exits.append((label, pending))
        return label
    }

    /// Places the exits here: each releases what was owned where it left.
    func place(_ point: FailPoint) {
        let saved = cleanups
        let end = assembler.newLabel()
        for (index, exit) in point.exits.enumerated() {
            assembler.place(exit.label)
            cleanups = Array(saved.prefix(point.depth)) + exit.cleanups
            emitCleanups(downTo: point.depth)
            if index + 1 < point.exits.count {
                assembler.branchWide(.jump, to: end)
            }
        }
        assembler.place(end)
        cleanups = saved
    }
}
