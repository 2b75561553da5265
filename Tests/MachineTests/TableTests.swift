import Machine
import Testing

@Suite struct TableTests {
    /// A thousand random insertions, look-ups and removals against Swift's Dictionary, in insertion order.
    @Test(arguments: [TypeDescriptor.KeyKind.words, .string])
    func behavesAsADictionary(keyKind: TypeDescriptor.KeyKind) throws {
        var assembler = TextAssembler.withTypes()
        let isString = keyKind == .string
        var table = TypeDescriptor(name: "Table", kind: .table, layout: Layout([isString, false, true]))
        table.keyWords = 1
        table.keyKind = keyKind
        _ = assembler.descriptor(table)
        assembler.program.globals = Layout([true, false, false, false])
        // r1 key number, r2 value number, r3 operation; r0 the table, 0 at first.
        let key = isString ? "describe r5 r1 x0" : "move r5 r1"
        let drop = isString ? "release r5" : "move r5 r5"
        let step = assembler.function(
            "step",
            """
            branchNonZero r0 @made
            newTable r0 Table 0
            made: \(key)
            tableFind r4 r0 r5
            branchEqualImmediate r3 1 @remove
            branchGreaterEqualImmediate r4 0 @replace
            move r6 r2
            describe r7 r2 x0
            tableInsert r0 r5 r4
            halt
            replace: move r6 r2
            describe r7 r2 x0
            tableReplaceValue r0 r4 r6
            \(drop)
            halt
            remove: branchLessImmediate r4 0 @absent
            tableRemove r0 r4
            absent: \(drop)
            halt
            """)
        let machine = Machine()
        try machine.load(assembler.program)
        var model: [Int64: Int64] = [:]
        var order: [Int64] = []
        var seed: UInt64 = 7
        for round in 0..<1000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1
            let key = Int64(seed >> 33) % 60
            let removes = (seed >> 20) % 3 == 0
            machine.setGlobal(1, key)
            machine.setGlobal(2, Int64(round))
            machine.setGlobal(3, removes ? 1 : 0)
            machine.start(step)
            #expect(machine.run().isFinished)
            if removes {
                model[key] = nil
                order.removeAll { $0 == key }
            } else {
                if model[key] == nil { order.append(key) }
                model[key] = Int64(round)
            }
        }
        #expect(machine.checkHeap() == [])
        let entries = machine.entries(machine.global(0))
        #expect(entries.map { isString ? Int64(machine.string($0[0])!)! : $0[0] } == order)
        #expect(entries.map { $0[1] } == order.map { model[$0]! })
        #expect(entries.map { machine.string($0[2])! } == order.map { "\(model[$0]!)" })
        #expect(machine.count(of: machine.global(0)) == model.count)
        machine.release(machine.global(0))
        machine.setGlobal(0, 0)
        #expect(machine.liveBytes == 0)
    }

    /// Keys of the cell language: the caller compares, `tableProbe` walks the entries of one hash.
    @Test func customKeys() throws {
        var assembler = TextAssembler.withTypes()
        var table = TypeDescriptor(name: "Table", kind: .table, layout: Layout([false, false]))
        table.keyWords = 1
        table.keyKind = .custom
        _ = assembler.descriptor(table)
        assembler.program.globals = .reference
        // Keys 0..<40 with hash key % 2; then looks for 31 by probing.
        let main = assembler.function(
            "main",
            """
            newTable r0 Table 0
            loadImmediate r1 0
            loadImmediate r2 40
            loadImmediate r8 1
            top: and r5 r1 r8
            move r3 r1
            multiplyImmediate r4 r1 100
            tableInsert r0 r3 r5
            countedLoop r1 r2 @top
            loadImmediate r5 -1
            loadImmediate r6 1
            loadImmediate r9 0
            next: tableProbe r7 r0 r5
            branchLessImmediate r7 0 @end
            addImmediate r9 r9 1
            tableKey r10 r0 r7
            branchNotEqualImmediate r10 31 @other
            tableValue r11 r0 r7
            other: loop @next
            end: halt
            """)
        let (machine, outcome) = try Machine.running(assembler, main)
        #expect(outcome.isFinished)
        #expect(machine.register(9) == 20 && machine.register(11) == 3100)
    }
}
