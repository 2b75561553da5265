import Machine
import Testing

/// A class `Node` (next: Node?, number) and its subclass, with a method, a conformance and a deinit that prints.
private func classes() -> TextAssembler {
    var assembler = TextAssembler.withTypes()
    assembler.program.protocols = ["Named", "Other"]
    var node = TypeDescriptor(name: "Node", kind: .instance, layout: Layout([true, false]))
    var leaf = TypeDescriptor(name: "Leaf", kind: .instance, layout: Layout([true, false, false]))
    let base = assembler.function("Node.kind", parameters: 1, results: 1, "loadImmediate r0 1\nreturn r0 x1")
    let override = assembler.function("Leaf.kind", parameters: 1, results: 1, "loadImmediate r0 2\nreturn r0 x1")
    let bye = assembler.function(
        "Node.deinit", parameters: 1, "fieldGet r1 r0 .1\ndescribe r2 r1 x0\nprint r2\nrelease r2\nreturn r0 x0")
    node.vtable = [base]
    node.deinitializer = bye
    node.conformances = [.init(protocol: 0, witnesses: [base])]
    leaf.vtable = [override]
    leaf.deinitializer = bye
    let index = assembler.descriptor(node)
    leaf.superclass = index
    _ = assembler.descriptor(leaf)
    assembler.program.globals = Layout([true, true])
    return assembler
}

private func run(_ text: String) throws -> (Machine, Machine.Outcome) {
    var assembler = classes()
    let main = assembler.function("main", text)
    let (machine, outcome) = try Machine.running(assembler, main)
    if outcome.isFinished { #expect(machine.checkHeap() == []) }
    return (machine, outcome)
}

@Suite struct ObjectTests {
    @Test func dispatch() throws {
        let (machine, outcome) = try run(
            """
            newObject r0 Node
            newObject r1 Leaf
            move r8 r0
            callVirtual r8 0
            move r2 r8
            move r8 r1
            callVirtual r8 0
            move r3 r8
            move r8 r1
            callWitness r8 0 0
            move r4 r8
            isType r5 r1 Node
            isType r6 r0 Leaf
            conforms r7 r1 1
            conforms r8 r1 0
            halt
            """)
        #expect(outcome.isFinished)
        #expect((2...8).map { machine.register($0) } == [1, 2, 1, 1, 0, 0, 1])
    }

    @Test func missingConformanceTraps() throws {
        let (_, outcome) = try run("newObject r0 Node\nmove r8 r0\ncallWitness r8 1 0\nhalt")
        #expect(outcome.trap == .noConformance(type: "Node", protocol: "Other"))
    }

    /// deinits run once each, outermost first, in the middle of whatever released the last reference.
    @Test func deinitsOfAChain() throws {
        let (machine, outcome) = try run(
            """
            loadImmediate r2 0
            loadImmediate r3 1
            loadImmediate r4 6
            top: newObject r5 Node
            fieldSet r5 r2 .0
            fieldSet r5 r3 .1
            move r2 r5
            countedLoop r3 r4 @top
            newArray r6 Refs 1
            arrayAppend r6 r2
            loadString r7 "("
            print r7
            release r6
            loadString r7 ")"
            print r7
            loadImmediate r0 0
            halt
            """)
        #expect(outcome.isFinished)
        #expect(machine.printed == "(54321)")
        // Strings of one character are there anyway.
        #expect(machine.liveBytes == 0)
    }

    @Test func replacingAFieldReleasesTheOldValue() throws {
        let (machine, outcome) = try run(
            """
            newObject r0 Node
            newObject r2 Node
            loadImmediate r3 8
            fieldSet r2 r3 .1
            fieldReplace r0 r2 .0
            newObject r2 Node
            fieldReplace r0 r2 .0
            fieldTake r5 r0 .0 x1
            fieldSet r0 r5 .0
            halt
            """)
        #expect(outcome.isFinished && machine.printed == "8")
    }

    @Test func resurrectionTraps() throws {
        var assembler = classes()
        let bad = assembler.function("bad", parameters: 1, "copyReference r1 r0\nstoreGlobal r1 0 x1\nreturn r0 x0")
        assembler.program.descriptors[assembler.descriptors["Node"]!].deinitializer = bad
        let main = assembler.function("main", "newObject r2 Node\nrelease r2\nhalt")
        let (_, outcome) = try Machine.running(assembler, main)
        #expect(outcome.trap == .resurrected)
    }

    @Test func foreignObjects() throws {
        final class Tensor: ForeignObject {
            static nonisolated(unsafe) var alive = 0
            override init() {
                super.init()
                Tensor.alive += 1
            }
            deinit { Tensor.alive -= 1 }
            override var byteCount: Int { 100_000 }
        }
        var limits = Limits()
        limits.memory = 1 << 20
        var assembler = TextAssembler.withTypes()
        assembler.program.globals = .reference
        let descriptor = assembler.descriptor(TypeDescriptor(name: "Tensor", kind: .foreign, layout: .empty))
        assembler.program.natives = [
            Native(name: "tensor", argumentWords: 0, resultWords: 1) { machine, registers in
                guard let made = machine.makeForeign(Tensor(), descriptor: descriptor) else { return .done }
                registers[0] = made
                return .done
            }
        ]
        let main = assembler.function("main", "native r0 0\nhalt")
        let machine = Machine(limits: limits)
        try machine.load(assembler.program)
        machine.start(main)
        #expect(machine.run().isFinished && Tensor.alive == 1)
        let snapshot = machine.snapshot()
        machine.release(machine.global(0))
        machine.setGlobal(0, 0)
        #expect(Tensor.alive == 1)
        machine.restore(snapshot)
        #expect(machine.foreign(machine.global(0)) is Tensor)
        #expect(machine.checkHeap() == [])
        // Its bytes count: the limit stops a loop that keeps them.
        var hoarder = assembler
        let hoard = hoarder.function(
            "hoard", "newArray r1 Refs 0\ntop: native r2 0\narrayAppend r1 r2\nloop @top")
        try machine.load(hoarder.program)
        machine.start(hoard)
        #expect(machine.run().trap == .memory(limit: 1 << 20))
        machine.recover()
        #expect(machine.liveBytes < 200_000)
    }
}
