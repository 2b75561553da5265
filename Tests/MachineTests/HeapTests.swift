import Machine
import Testing

/// Descriptors that several tests want.
extension TextAssembler {
    static func withTypes() -> TextAssembler {
        var assembler = TextAssembler()
        _ = assembler.descriptor(TypeDescriptor(name: "Ints", kind: .array, layout: .raw))
        _ = assembler.descriptor(TypeDescriptor(name: "Refs", kind: .array, layout: .reference))
        _ = assembler.descriptor(TypeDescriptor(name: "Pairs", kind: .array, layout: Layout([false, true])))
        _ = assembler.descriptor(TypeDescriptor(name: "Box", kind: .box, layout: .reference))
        _ = assembler.descriptor(TypeDescriptor(name: "Closure", kind: .closure, layout: Layout([false, true, false])))
        return assembler
    }
}

/// Runs `main` with r0 a global reference, and wants a sound heap afterwards.
private func run(
    _ text: String, globals: Layout = .reference, limits: Limits = Limits(),
    _ setUp: (inout TextAssembler) -> Void = { _ in }
) throws -> (Machine, Machine.Outcome) {
    var assembler = TextAssembler.withTypes()
    setUp(&assembler)
    assembler.program.globals = globals
    let main = assembler.declare("main")
    assembler.function("main", text)
    let (machine, outcome) = try Machine.running(assembler, main, limits: limits)
    if outcome.isFinished { #expect(machine.checkHeap() == []) }
    return (machine, outcome)
}

@Suite struct HeapTests {
    @Test func arraysGrowAndCopyOnWrite() throws {
        let (machine, outcome) = try run(
            """
            newArray r0 Ints 0
            loadImmediate r2 0
            loadImmediate r3 1000
            top: arrayAppend r0 r2
            countedLoop r2 r3 @top
            copyReference r1 r0
            loadImmediate r2 5
            loadImmediate r3 -1
            arraySet r1 r2 r3
            arrayGet r4 r0 r2
            arrayGet r5 r1 r2
            release r1
            halt
            """)
        #expect(outcome.isFinished)
        #expect(machine.register(4) == 5 && machine.register(5) == -1)
        #expect(machine.count(of: machine.global(0)) == 1000)
        #expect(machine.element(999, of: machine.global(0)) == 999)
        #expect(machine.element(1000, of: machine.global(0)) == nil)
    }

    @Test func nestedArraysKeepValueSemantics() throws {
        let (machine, outcome) = try run(
            """
            newArray r0 Refs 2
            newArray r2 Ints 1
            loadImmediate r3 7
            arrayAppend r2 r3
            arrayAppend r0 r2
            copyReference r1 r0
            loadImmediate r4 0
            loadImmediate r5 9
            arrayElementUnique r6 r1 r4
            arraySet r6 r4 r5
            arrayGet2 r7 r0 r4 r4
            arrayGet2 r8 r1 r4 r4
            arrayTake r9 r1 r4 x1
            arrayAppend r9 r5
            arrayPut r1 r4 r9 x1
            release r1
            halt
            """)
        #expect(outcome.isFinished && machine.register(7) == 7 && machine.register(8) == 9)
    }

    @Test func indexTraps() throws {
        for index: Int64 in [-1, 2, .max, .min, 1 << 32] {
            for access in [
                "arrayGet r3 r0 r1", "arraySet r0 r1 r1", "arrayAddInt r0 r1 r1", "arraySetReference r0 r1 r9",
            ] {
                let (machine, outcome) = try run(
                    """
                    newArray r0 Ints 2
                    arrayAppend r0 r2
                    arrayAppend r0 r2
                    loadConstant r1 0
                    \(access)
                    halt
                    """
                ) { $0.program.constants = [index] }
                #expect(outcome.trap == .index(index, count: 2), "\(access)")
                machine.recover()
                #expect(machine.checkHeap() == [])
            }
        }
    }

    @Test func elementsOfSeveralWords() throws {
        let (machine, outcome) = try run(
            """
            newArray r0 Pairs 0
            loadImmediate r4 0
            loadImmediate r5 50
            top: move r2 r4
            describe r3 r4 x0
            arrayAppendWords r0 r2 x2
            countedLoop r4 r5 @top
            loadImmediate r4 10
            arrayGetWords r6 r0 r4 x2
            arrayGetField r8 r0 r4 x1
            stringByteCount r9 r8
            loadImmediate r2 -10
            describe r3 r2 x0
            arraySetWords r0 r4 r2 x2
            move r12 r4
            arrayRemove r10 r0 r12
            arrayInsert r0 r12 r10
            arrayRemoveLast r10 r0
            release r11
            loadImmediate r12 5
            loadImmediate r13 15
            arraySlice r14 r0 r12
            arrayReplaceRange r0 r12 r14
            release r14
            halt
            """)
        #expect(outcome.isFinished)
        #expect(machine.register(9) == 2)
        let array = machine.global(0)
        #expect(machine.count(of: array) == 49)
        #expect(machine.element(10, of: array, word: 0) == -10)
        #expect(machine.string(machine.element(10, of: array, word: 1)!) == "-10")
    }

    @Test func closuresAndBoxes() throws {
        let (machine, outcome) = try run(
            """
            newClosure r0 count Closure
            newObject r1 Raw
            loadImmediate r2 40
            fieldSet r1 r2 .0
            fieldSet r0 r1 .1
            loadImmediate r2 1
            fieldSet r0 r2 .2
            callClosure r6 r0 0
            callClosure r6 r0 0
            halt
            """
        ) { assembler in
            _ = assembler.descriptor(TypeDescriptor(name: "Raw", kind: .box, layout: .raw))
            assembler.function(
                "count", parameters: 1, results: 1,
                """
                fieldGet r1 r0 .1
                fieldGet r2 r1 .0
                fieldGet r3 r0 .2
                addInt r2 r2 r3
                fieldSet r1 r2 .0
                return r2 x1
                """)
        }
        #expect(outcome.isFinished && machine.register(6) == 42)
    }

    /// A list of 200,000 boxes dies without recursion.
    @Test func longListsDieIteratively() throws {
        let (machine, outcome) = try run(
            """
            loadImmediate r0 0
            loadImmediate r1 0
            loadImmediate r2 200000
            top: newObject r3 Box
            fieldSet r3 r0 .0
            move r0 r3
            countedLoop r1 r2 @top
            liveBytes r5
            release r0
            loadImmediate r0 0
            liveBytes r6
            halt
            """)
        #expect(outcome.isFinished)
        #expect(machine.register(5) >= 200_000 * 24 && machine.register(6) == 0)
    }

    @Test func cyclesAreCollected() throws {
        let text = """
            newObject r0 Box
            loadImmediate r1 0
            loadImmediate r2 COUNT
            top: newObject r3 Box
            newObject r4 Box
            fieldSet r3 r4 .0
            fieldSet r4 r3 .0
            retain r3
            release r3
            countedLoop r1 r2 @top
            halt
            """
        let (machine, _) = try run(text.replacing("COUNT", with: "100"))
        let before = machine.liveBytes
        machine.collectCycles()
        #expect(machine.liveBytes < before)
        #expect(machine.checkHeap() == [])
        #expect(machine.count(of: machine.global(0)) == 1)
        // Garbage a hundred times the limit: collected on the way.
        var limits = Limits()
        limits.memory = 1 << 20
        let (full, outcome) = try run(text.replacing("COUNT", with: "1000000"), limits: limits)
        #expect(outcome.isFinished && full.liveBytes <= 1 << 20)
    }

    @Test func memoryLimit() throws {
        var limits = Limits()
        limits.memory = 1 << 20
        let grow = "newArray r0 Ints 0\ntop: arrayAppend r0 r1\nloop @top"
        let (machine, outcome) = try run(grow, limits: limits)
        #expect(outcome.trap == .memory(limit: 1 << 20))
        machine.recover()
        #expect(machine.checkHeap() == [])
        let double = "loadString r1 \"ab\"\ntop: stringConcatenate r1 r1 r1\nloop @top"
        #expect(try run(double, limits: limits).1.trap == .memory(limit: 1 << 20))
        for count: Int64 in [1_000_000_000_000_000, .max] {
            let repeated = "loadString r1 \"a\"\nloadConstant r2 0\nstringRepeat r3 r1 r2\nhalt"
            #expect(
                try run(repeated, limits: limits) { $0.program.constants = [count] }.1.trap == .memory(limit: 1 << 20))
            let array = "loadConstant r2 0\narrayRepeat r1 Ints r2\nhalt"
            #expect(try run(array, limits: limits) { $0.program.constants = [count] }.1.trap == .memory(limit: 1 << 20))
        }
    }

    /// A wrong count is found: one reference more than owners.
    @Test func checkerFindsMistakes() throws {
        var assembler = TextAssembler.withTypes()
        assembler.program.globals = .reference
        let main = assembler.function("main", "newObject r0 Box\nretain r0\nhalt")
        let (machine, _) = try Machine.running(assembler, main)
        #expect(machine.checkHeap().count == 1)
    }

    @Test func sortsAndSwaps() throws {
        var values: [Int64] = []
        var seed: UInt64 = 1
        for _ in 0..<1000 {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1
            values.append(Int64(bitPattern: seed) >> 40)
        }
        var assembler = TextAssembler.withTypes()
        assembler.program.globals = .reference
        assembler.program.natives = [
            Native(name: "values", argumentWords: 0, resultWords: 1) { machine, registers in
                registers[0] = machine.makeArray(1, words: values) ?? 0
                return .done
            }
        ]
        let main = assembler.function("main", "native r0 0\narraySortInts r0\nhalt")
        let (machine, _) = try Machine.running(assembler, main)
        let sorted = (0..<1000).map { machine.element($0, of: machine.global(0))! }
        #expect(sorted == values.sorted())
        #expect(machine.checkHeap() == [])
    }
}
