import Machine
import Testing

@Suite struct ProgramTests {
    /// Going back and running on prints the same and uses the same fuel, at any place of the run.
    @Test func snapshots() throws {
        var assembler = TextAssembler.withTypes()
        assembler.program.globals = .reference
        let main = assembler.declare("main")
        _ = assembler.declare("fib")
        assembler.function("fib", parameters: 1, results: 1, frame: 5, fibonacci)
        assembler.function(
            "main",
            """
            newArray r0 Refs 0
            loadImmediate r1 0
            loadImmediate r2 15
            top: move r5 r1
            call r5 fib
            describe r6 r5 x0
            print r6
            arrayAppend r0 r6
            countedLoop r1 r2 @top
            halt
            """)
        let machine = Machine()
        try machine.load(assembler.program)
        machine.start(main)
        var snapshots: [Snapshot] = []
        repeat { snapshots.append(machine.snapshot()) } while machine.run(fuel: 100).isYielded
        let fuel = machine.fuelUsed
        let text = machine.printed
        #expect(text == "01123581321345589144233377")
        #expect(snapshots.count > 20)
        for snapshot in snapshots.reversed() {
            machine.restore(snapshot)
            #expect(machine.run().isFinished)
            #expect(machine.fuelUsed == fuel && machine.printed == text)
            #expect(machine.checkHeap() == [])
        }
    }

    /// A second cell extends the program and sees the first one's globals; a trap between does no harm.
    @Test func cellsShareGlobals() throws {
        var assembler = TextAssembler.withTypes()
        assembler.program.globals = .reference
        let first = assembler.function("first", "loadString r1 \"kept\"\ncopyReference r0 r1\nhalt")
        let machine = Machine()
        try machine.load(assembler.program)
        machine.start(first)
        #expect(machine.run().isFinished)
        assembler.program.globals = Layout([true, false])
        let second = assembler.function("second", "newObject r5 Box\nretain r5\nloadImmediate r1 7\ntrap \"stop\" x0")
        try machine.load(assembler.program)
        machine.start(second)
        #expect(machine.run().trap == .stated(.fatalError, "stop"))
        machine.recover()
        #expect(machine.checkHeap() == [])
        let third = assembler.function("third", "print r0\ndescribe r2 r1 x0\nprint r2\nrelease r2\nhalt")
        try machine.load(assembler.program)
        machine.start(third)
        #expect(machine.run().isFinished && machine.printed == "kept7")
    }

    @Test func expressionsAboveARunningFrame() throws {
        var assembler = TextAssembler.withTypes()
        assembler.program.marks = [Mark(kind: .statement, span: .init(0, 1))]
        let main = assembler.function("main", "loadImmediate r0 5\nmark r0 0\nprint r1\nhalt")
        let machine = Machine()
        try machine.load(assembler.program)
        machine.start(main)
        machine.stopMark = 1
        guard case .marked = machine.run() else {
            Issue.record("did not stop")
            return
        }
        machine.stopMark = .max
        let snapshot = machine.snapshot()
        let double = assembler.function(
            "double", parameters: 1, results: 1, "loadString r1 \"new text\"\nprint r1\naddInt r0 r0 r0\nreturn r0 x1")
        try machine.load(assembler.program)
        #expect(machine.startAbove(double, arguments: [machine.register(0)]))
        #expect(machine.run().isFinished)
        #expect(machine.register(0) == 10 && machine.printed == "new text")
        machine.restore(snapshot)
        #expect(machine.register(0) == 5 && machine.printed == "")
        #expect(machine.run().isFinished)
        #expect(machine.checkHeap() == [])
    }

    @Test(arguments: [
        "addInt r0 r1 r16", "move r16 r0", "moveWords r14 r0 x3", "loadConstant r0 0", "loadString r0 3",
        "newArray r0 0 0", "newObject r0 1", "newObject r0 77", "jump -1", "loop 0", "jump 5", "loop -9",
        "branchLess r0 r1 9", "call r0 0", "call r1 99", "native r0 0", "switchTable r0 0", "mark r0 0",
        "return r15 x2", "loadGlobal r0 0 x1", "finishDeinit r0", "nextDeinit r0", "narrow r0 r0 0 x8",
        "mathDouble r0 r0 r0 x200", "trap 0 x0", "describe r0 r0 x7", "conforms r0 r0 0", "arraySlice r0 r0 r15",
        "newClosure r0 1 1", "callClosure r15 r0 1", "returnWords r4 13", "stringCharacters r0 r0 1",
        "characterProperty r0 r0 60", "fieldGetWords r14 r0 .0 x3", "multiplyAddInt r0 r0 r0 x16",
    ])
    func verifierRejects(line: String) throws {
        var assembler = TextAssembler()
        _ = assembler.descriptor(TypeDescriptor(name: "Ints", kind: .array, layout: .raw))
        assembler.function("main", "move r0 r0\n" + line + "\nhalt")
        #expect(throws: VerificationError.self) { try Machine().load(assembler.program) }
    }

    /// Any words at all are judged, never followed out of range.
    @Test func verifierSurvivesRandomCode() {
        var seed: UInt64 = 3
        var accepted = 0
        for _ in 0..<50_000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1
            let bits = seed ^ seed >> 29
            let opcode = Opcode.allCases[Int(bits >> 8) % Opcode.allCases.count]
            let shift = Int(bits & 12)
            let random = Instruction(
                opcode, a: Int(bits >> 20) & 0xFFFF >> shift, b: Int(bits >> 30) & 0xFFFF >> shift,
                c: Int(bits >> 40) & 0xFFFF >> shift, x: Int(bits >> 50) & 0xFF >> (shift / 2))
            var assembler = TextAssembler.withTypes()
            let main = assembler.function("main", "halt")
            assembler.program.functions[main].code = [random, Instruction(.halt)]
            _ = Disassembler(assembler.program).text(function: main)
            if (try? assembler.program.verify()) != nil { accepted += 1 }
        }
        #expect(accepted > 1000 && accepted < 49_000)
    }

    @Test func verifierRejectsMalformedTables() throws {
        var past = TextAssembler()
        past.function("main", "move r0 r0")
        #expect(throws: VerificationError.self) { try Machine().load(past.program) }
        var empty = TextAssembler()
        _ = empty.declare("later")
        #expect(throws: VerificationError.self) { try Machine().load(empty.program) }
        var cyclic = TextAssembler()
        var type = TypeDescriptor(name: "A", kind: .instance, layout: .empty)
        type.superclass = 1
        _ = cyclic.descriptor(type)
        #expect(throws: VerificationError.self) { try Machine().load(cyclic.program) }
        var vtable = TextAssembler()
        type.superclass = nil
        type.vtable = [4]
        _ = vtable.descriptor(type)
        #expect(throws: VerificationError.self) { try Machine().load(vtable.program) }
    }

    @Test func disassembly() throws {
        var assembler = TextAssembler.withTypes()
        _ = assembler.declare("fib")
        let fib = assembler.function("fib", parameters: 1, results: 1, frame: 5, fibonacci)
        #expect(
            Disassembler(assembler.program).text(function: fib) == """
                fib(1) -> 1, frame 5
                   0  branchGreaterEqualImmediate r0, 2, → 2
                   1  return r0
                   2  addImmediate r2, r0, -1
                   3  call r2, fib
                   4  move r1, r2
                   5  addImmediate r3, r0, -2
                   6  call r3, fib
                   7  addInt r0, r1, r3
                   8  return r0

                """)
        let other = assembler.function(
            "other", "newArray r0 Pairs 3\narrayAppendWords r0 r1 x2\nloadString r3 \"a b\"\nstringCount r1 r3\nhalt")
        #expect(
            Disassembler(assembler.program).text(function: other) == """
                other(0) -> 0, frame 16
                   0  newArray r0, Pairs, 3
                   1  arrayAppendWords r0, r1×2
                   2  loadString r3, "a b"
                   3  stringCount r1, r3
                   4  halt

                """)
    }

    @Test func everyOpcodeHasItsName() {
        #expect(Opcode.allCases.allSatisfy { "\($0.name)" == "\($0)" && "\($0.format)".count == 4 })
        #expect(Intrinsic.allCases.allSatisfy { "\($0.name)" == "\($0)" && "\($0.format)".count == 3 })
    }

    @Test func instructionsAreEightBytes() { #expect(MemoryLayout<Instruction>.size == 8) }

    @Test func taggedLayouts() {
        let raw2 = Layout([false, false])
        let mixed = Layout([true, false, true])
        let (layout, placement) = Layout.tagged([.empty, raw2, mixed, .reference])
        #expect(layout == Layout([false, false, false, true, true]))
        #expect(placement == [[], [1, 2], [3, 1, 4], [3]])
    }
}

extension Machine.Outcome {
    var isYielded: Bool {
        if case .yielded = self { return true }
        return false
    }
}
