import Machine

/// Takes out moves: what reads a copy reads the original instead, what is moved away at once is computed where it goes.
///
/// Inside blocks only, with the registers that are alive after each block found by going backward until nothing
/// changes. Registers that a caller looks at after the return (parameters, results, the error) stay alive to the end.
struct CopyPropagation {
    private let session: CompilerSession
    /// Longer functions, and those with more registers, stay as they are: the sets are two machine words.
    private static let longest = 3_000

    init(_ session: CompilerSession) { self.session = session }

    func improve(_ index: Int) {
        var function = session.program.functions[index]
        guard function.frameWords <= RegisterSet.capacity, function.code.count <= CopyPropagation.longest,
            function.code.contains(where: { $0.opcode == .move || $0.opcode == .moveWords })
        else { return }
        let starts = blockStarts(function.code)
        for index in 0..<starts.count - 1 { readOriginals(&function.code, starts[index]..<starts[index + 1]) }
        var isDead = [Bool](repeating: false, count: function.code.count)
        let alive = aliveAfterBlocks(function, starts)
        for index in 0..<starts.count - 1 {
            removeMoves(&function.code, starts[index]..<starts[index + 1], alive[index], function, &isDead)
        }
        if isDead.contains(true) { compact(&function, isDead) }
        session.program.functions[index] = function
    }

    // MARK: Blocks

    /// Where blocks begin, and the end of the code.
    private func blockStarts(_ code: [Instruction]) -> [Int] {
        var isStart = [Bool](repeating: false, count: code.count + 1)
        isStart[0] = true
        isStart[code.count] = true
        for (pc, instruction) in code.enumerated() {
            if let offset = instruction.branchOffset {
                isStart[pc + 1 + offset] = true
                isStart[pc + 1] = true
            } else if instruction.opcode.endsBlock {
                for target in targets(instruction, pc) { isStart[target] = true }
                isStart[pc + 1] = true
            }
        }
        return isStart.indices.filter { isStart[$0] }
    }

    private func targets(_ instruction: Instruction, _ pc: Int) -> [Int] {
        if instruction.opcode == .switchTable {
            let table = session.program.switchTables[Int(instruction.wide)]
            return (table.targets + [table.otherwise]).map { pc + 1 + Int($0) }
        }
        return instruction.branchOffset.map { [pc + 1 + $0] } ?? []
    }

    // MARK: Forward

    private func readOriginals(_ code: inout [Instruction], _ block: Range<Int>) {
        var copies: [(copy: Int, original: Int)] = []
        func original(_ register: Int) -> Int { copies.first { $0.copy == register }?.original ?? register }
        for pc in block {
            let before = code[pc]
            replaceReads(&code[pc], original)
            forget(&copies, before)
            let instruction = code[pc]
            guard instruction.opcode == .move || instruction.opcode == .moveWords else { continue }
            let count = instruction.opcode == .move ? 1 : Int(instruction.x)
            let (a, b) = (Int(instruction.a), Int(instruction.b))
            guard count <= 4, a + count <= b || b + count <= a else { continue }
            if copies.count > 24 { copies.removeFirst(count) }
            for word in 0..<count { copies.append((a + word, original(b + word))) }
        }
    }

    private func replaceReads(_ instruction: inout Instruction, _ original: (Int) -> Int) {
        let use = instruction.registerUse
        switch instruction.opcode {
        case .call, .callVirtual, .callWitness, .native: return
        case .callClosure:
            _ = instruction.setOperand(1, original(Int(instruction.b)))
            return
        case .return: break
        default: if use == .unknown { return }
        }
        for index in 0..<4 {
            let count = instruction.registers(index)
            if count == 0 || (index == 0 && (use == .writes || use == .changes)) { continue }
            let register = instruction.operand(index)
            let first = original(register)
            // Several words only where all of them are copies of neighbours.
            let isWhole = (0..<count).allSatisfy { original(register + $0) == first + $0 }
            // `a.append(a)`: growing changes the register before the other operand is read.
            if use == .changes && first == Int(instruction.a) { continue }
            if first != register && isWhole { _ = instruction.setOperand(index, first) }
        }
    }

    /// Forgets the copies that an instruction makes untrue.
    private func forget(_ copies: inout [(copy: Int, original: Int)], _ instruction: Instruction) {
        if copies.isEmpty { return }
        let written: Range<Int>
        switch instruction.opcode {
        case .call, .callClosure, .callVirtual, .callWitness: written = Int(instruction.a) - 1..<Int.max
        case .native:
            let native = session.program.natives[Int(instruction.wide)]
            written = Int(instruction.a)..<Int(instruction.a) + max(native.argumentWords, native.resultWords)
        default:
            switch instruction.registerUse {
            case .writes, .changes: written = Int(instruction.a)..<Int(instruction.a) + instruction.registers(0)
            case .reads: return
            case .unknown: written = 0..<Int.max
            }
        }
        copies.removeAll { written.contains($0.copy) || written.contains($0.original) }
    }

    // MARK: Backward

    /// Takes what an instruction writes from the registers that are alive after it and adds what it reads.
    private func step(_ alive: inout RegisterSet, _ instruction: Instruction, _ function: Function) {
        let a = Int(instruction.a)
        switch instruction.opcode {
        case .call:
            alive.remove(a - 1..<RegisterSet.capacity)
            alive.insert(a..<a + session.program.functions[Int(instruction.wide)].parameterWords)
        case .callClosure:
            alive.remove(a - 1..<RegisterSet.capacity)
            alive.insert(a..<a + Int(instruction.c))
            alive.insert(Int(instruction.b)..<Int(instruction.b) + 1)
        case .return, .halt:
            // The results are written by the return itself.
            alive = RegisterSet()
            alive.insert(min(Int(instruction.x), function.parameterWords)..<function.parameterWords)
            alive.insert(a..<a + Int(instruction.x))
        case .native:
            alive.insert(a..<a + session.program.natives[Int(instruction.wide)].argumentWords)
        default:
            let use = instruction.registerUse
            if use == .unknown { return alive.insert(0..<RegisterSet.capacity) }
            if use == .writes { alive.remove(a..<a + instruction.registers(0)) }
            for index in use == .writes ? 1..<4 : 0..<4 {
                let register = instruction.operand(index)
                alive.insert(register..<register + instruction.registers(index))
            }
        }
    }

    private func aliveAfterBlocks(_ function: Function, _ starts: [Int]) -> [RegisterSet] {
        let code = function.code
        var blockAt = [Int](repeating: -1, count: code.count + 1)
        for (index, start) in starts.enumerated() { blockAt[start] = index }
        var before = [RegisterSet](repeating: RegisterSet(), count: starts.count)
        var after = before
        var isChanged = true
        while isChanged {
            isChanged = false
            for block in stride(from: starts.count - 2, through: 0, by: -1) {
                let last = starts[block + 1] - 1
                var alive = RegisterSet()
                for target in targets(code[last], last) { alive.formUnion(before[blockAt[target]]) }
                if !code[last].opcode.endsBlock { alive.formUnion(before[block + 1]) }
                after[block] = alive
                for pc in stride(from: last, through: starts[block], by: -1) { step(&alive, code[pc], function) }
                if alive != before[block] {
                    before[block] = alive
                    isChanged = true
                }
            }
        }
        return after
    }

    private func removeMoves(
        _ code: inout [Instruction], _ block: Range<Int>, _ after: RegisterSet, _ function: Function,
        _ isDead: inout [Bool]
    ) {
        var alive = after
        for pc in block.reversed() {
            let instruction = code[pc]
            let count = instruction.opcode == .move ? 1 : instruction.opcode == .moveWords ? Int(instruction.x) : 0
            let (a, b) = (Int(instruction.a), Int(instruction.b))
            if count > 0 && (a == b || !alive.intersects(a..<a + count)) {
                isDead[pc] = true
                continue
            }
            if count == 1, !alive.contains(b), let made = maker(of: b, for: a, code, block.lowerBound..<pc, isDead),
                code[made].setOperand(0, a)
            {
                isDead[pc] = true
                // The value is now in `a` all the way from there; `b` is not written any more.
                continue
            }
            step(&alive, instruction, function)
        }
    }

    /// The instruction that computes register `b`, where it can compute it in `a` as well: neither is touched between.
    private func maker(
        of b: Int, for a: Int, _ code: [Instruction], _ range: Range<Int>, _ isDead: [Bool]
    ) -> Int? {
        for pc in range.reversed() where !isDead[pc] {
            let instruction = code[pc]
            let use = instruction.registerUse
            guard use != .unknown else { return nil }
            if use == .writes && Int(instruction.a) == b && instruction.registers(0) == 1 { return pc }
            for index in 0..<4 {
                let count = instruction.registers(index)
                let register = instruction.operand(index)
                if count > 0, register..<register + count ~= a || register..<register + count ~= b { return nil }
            }
        }
        return nil
    }

    private func compact(_ function: inout Function, _ isDead: [Bool]) {
        var moved: [Int] = []
        var kept = 0
        for dead in isDead {
            moved.append(kept)
            if !dead { kept += 1 }
        }
        moved.append(kept)
        var code: [Instruction] = []
        for (pc, instruction) in function.code.enumerated() where !isDead[pc] {
            var instruction = instruction
            func offset(_ old: Int) -> Int { moved[pc + 1 + old] - moved[pc] - 1 }
            if let old = instruction.branchOffset { _ = instruction.setBranch(offset(old)) }
            if instruction.opcode == .switchTable {
                let table = session.program.switchTables[Int(instruction.wide)]
                session.program.switchTables[Int(instruction.wide)] = SwitchTable(
                    targets: table.targets.map { Int32(offset(Int($0))) },
                    otherwise: Int32(offset(Int(table.otherwise))))
            }
            code.append(instruction)
        }
        function.lines = function.lines.map { LineEntry(pc: moved[Int($0.pc)], span: $0.span) }
        function.code = code
    }
}

/// Registers 0 to 127.
struct RegisterSet: Equatable {
    static let capacity = 128
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    private static func mask(_ range: Range<Int>, _ offset: Int) -> UInt64 {
        let lower = min(max(range.lowerBound - offset, 0), 64)
        let upper = min(max(range.upperBound - offset, 0), 64)
        if lower >= upper { return 0 }
        return (UInt64.max << UInt64(lower)) & (UInt64.max >> UInt64(64 - upper))
    }

    mutating func insert(_ range: Range<Int>) {
        low |= RegisterSet.mask(range, 0)
        high |= RegisterSet.mask(range, 64)
    }
    mutating func remove(_ range: Range<Int>) {
        low &= ~RegisterSet.mask(range, 0)
        high &= ~RegisterSet.mask(range, 64)
    }
    mutating func formUnion(_ other: RegisterSet) {
        low |= other.low
        high |= other.high
    }
    func intersects(_ range: Range<Int>) -> Bool {
        low & RegisterSet.mask(range, 0) != 0 || high & RegisterSet.mask(range, 64) != 0
    }
    func contains(_ register: Int) -> Bool { intersects(register..<register + 1) }
}
