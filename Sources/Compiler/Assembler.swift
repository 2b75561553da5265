import Machine
import SourceText

/// A place in a function's code that branches go to; known once it is placed.
struct Label: Hashable {
    var index: Int
}

/// Collects a function's instructions and resolves its branches.
///
/// Forward and backward branches are different opcodes (only the backward ones cost fuel), so `branch` takes the
/// forward form; a conditional branch whose 16-bit offset does not reach its label becomes three instructions.
struct Assembler {
    private struct Fixup {
        var at: Int
        var label: Label
        var isWide: Bool
    }
    private(set) var code: [Instruction] = []
    private var lines: [LineEntry] = []
    private var positions: [Int] = []
    private var fixups: [Fixup] = []
    private var tables: [(index: Int, cases: [Label], otherwise: Label, at: Int)] = []
    var span = Span.none

    var count: Int { code.count }

    /// Whether control, or a branch, could come to the end of the code.
    var isOpen: Bool {
        guard let last = code.last else { return true }
        switch last.opcode {
        case .return, .returnWords, .halt, .trap, .trapMessage, .jump, .loop: return positions.contains(code.count)
        default: return true
        }
    }

    mutating func emit(_ instruction: Instruction) {
        if lines.last?.span != span { lines.append(LineEntry(pc: code.count, span: span)) }
        code.append(instruction)
    }

    mutating func newLabel() -> Label {
        positions.append(-1)
        return Label(index: positions.count - 1)
    }

    mutating func place(_ label: Label) { positions[label.index] = code.count }

    /// A label at the present position, for loops.
    mutating func here() -> Label {
        let label = newLabel()
        place(label)
        return label
    }

    /// `jump`, `branchZero`, `loop` and the like, with the offset in `wide`.
    mutating func branchWide(_ opcode: Opcode, a: Int = 0, to label: Label) {
        fixups.append(Fixup(at: code.count, label: label, isWide: true))
        emit(Instruction(opcode, a: a, wide: 0))
    }

    /// Two operands, the offset in `c`.
    mutating func branch(_ opcode: Opcode, a: Int, b: Int, to label: Label) {
        fixups.append(Fixup(at: code.count, label: label, isWide: false))
        emit(Instruction(opcode, a: a, b: b, c: 0))
    }

    mutating func switchTable(_ register: Int, table: Int, cases: [Label], otherwise: Label) {
        tables.append((table, cases, otherwise, code.count))
        emit(Instruction(.switchTable, a: register, wide: table))
    }

    /// Puts instructions before all others.
    mutating func prepend(_ prologue: [Instruction]) {
        guard !prologue.isEmpty else { return }
        let shift = prologue.count
        code.insert(contentsOf: prologue, at: 0)
        lines = lines.map { LineEntry(pc: Int($0.pc) + shift, span: $0.span) }
        if let first = lines.first { lines.insert(LineEntry(pc: 0, span: first.span), at: 0) }
        positions = positions.map { $0 < 0 ? $0 : $0 + shift }
        for index in fixups.indices { fixups[index].at += shift }
        for index in tables.indices { tables[index].at += shift }
    }

    /// Resolves the branches.
    mutating func finish(_ program: inout Program) -> (code: [Instruction], lines: [LineEntry]) {
        let far = farBranches()
        if !far.isEmpty { widen(far) }
        for fixup in fixups {
            let offset = positions[fixup.label.index] - fixup.at - 1
            if fixup.isWide {
                code[fixup.at].wide = Int32(truncatingIfNeeded: offset)
            } else {
                code[fixup.at].c = UInt16(truncatingIfNeeded: offset)
            }
        }
        for table in tables {
            program.switchTables[table.index] = SwitchTable(
                targets: table.cases.map { Int32(truncatingIfNeeded: positions[$0.index] - table.at - 1) },
                otherwise: Int32(truncatingIfNeeded: positions[table.otherwise.index] - table.at - 1))
        }
        return (code, lines)
    }

    /// Short branches that may not reach. Each widened one adds two instructions, so the margin is generous.
    private func farBranches() -> Set<Int> {
        guard code.count > 8_000 else { return [] }
        var far: Set<Int> = []
        for fixup in fixups where !fixup.isWide {
            let distance = positions[fixup.label.index] - fixup.at
            if distance > 10_000 || distance < -10_000 { far.insert(fixup.at) }
        }
        return far
    }

    /// `branch +n` becomes `branch +1; jump +1; jump n`, the last one `loop` where it goes backward.
    private mutating func widen(_ far: Set<Int>) {
        var moved: [Int] = []
        var wider: [Instruction] = []
        var newFixups: [Fixup] = []
        for (index, instruction) in code.enumerated() {
            moved.append(wider.count)
            wider.append(instruction)
            if far.contains(index) {
                wider.append(Instruction(.jump, wide: 1))
                wider.append(Instruction(.jump, wide: 0))
            }
        }
        moved.append(wider.count)
        for fixup in fixups {
            guard far.contains(fixup.at) else {
                newFixups.append(Fixup(at: moved[fixup.at], label: fixup.label, isWide: fixup.isWide))
                continue
            }
            let at = moved[fixup.at]
            let isBackward = positions[fixup.label.index] <= fixup.at
            wider[at] = wider[at].withForwardOpcode
            wider[at].c = 1
            wider[at + 2].opcode = isBackward ? .loop : .jump
            newFixups.append(Fixup(at: at + 2, label: fixup.label, isWide: true))
        }
        code = wider
        fixups = newFixups
        positions = positions.map { $0 < 0 ? $0 : moved[$0] }
        lines = lines.map { LineEntry(pc: moved[Int($0.pc)], span: $0.span) }
        tables = tables.map { ($0.index, $0.cases, $0.otherwise, moved[$0.at]) }
    }
}

extension Instruction {
    /// The forward branch of the same condition, for a backward one that does not reach. Counted loops change a register
    /// as well, so they are never far: `FunctionCompiler` does not use them for bodies of that size.
    fileprivate var withForwardOpcode: Instruction {
        var result = self
        switch opcode {
        case .loopLess: result.opcode = .branchLess
        case .loopLessEqual: result.opcode = .branchLessEqual
        default: break
        }
        return result
    }
}
