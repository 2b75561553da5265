import Machine
import Testing

let fibonacci = """
    branchGreaterEqualImmediate r0 2 @recurse
    return r0 x1
    recurse: addImmediate r2 r0 -1
    call r2 fib
    move r1 r2
    addImmediate r3 r0 -2
    call r3 fib
    addInt r0 r1 r3
    return r0 x1
    """

@Suite struct ControlTests {
    func fib(_ n: Int) -> TextAssembler {
        var assembler = TextAssembler()
        _ = assembler.declare("fib")
        assembler.function("fib", parameters: 1, results: 1, frame: 5, fibonacci)
        assembler.function("main", results: 1, "loadImmediate r1 \(n)\ncall r1 fib\nmove r0 r1\nhalt")
        return assembler
    }

    @Test func callsAndSlices() throws {
        var a = 0
        var b = 1
        for _ in 0..<20 { (a, b) = (b, a + b) }
        let assembler = fib(20)
        let (whole, outcome) = try Machine.running(assembler, 2)
        #expect(outcome.isFinished && whole.register(0) == Int64(a))
        // In slices of 7 units it does the same and uses the same.
        let sliced = Machine()
        try sliced.load(assembler.program)
        sliced.start(2)
        var slices = 0
        while case .yielded = sliced.run(fuel: 7) { slices += 1 }
        #expect(slices > 100)
        #expect(sliced.register(0) == Int64(a))
        #expect(sliced.fuelUsed == whole.fuelUsed)
    }

    @Test func loops() throws {
        let through = """
            loadImmediate r0 0
            loadImmediate r1 1
            loadImmediate r2 100
            top: addInt r0 r0 r1
            countedLoopThrough r1 r2 @top
            halt
            """
        #expect(try result(through) == (1...100).reduce(0, +))
        let last = "loadConstant r1 0\nmove r2 r1\nloadImmediate r0 0\ntop: addImmediate r0 r0 1\n"
        #expect(try result(last + "countedLoopThrough r1 r2 @top\nhalt", constants: [.max]) == 1)
    }

    @Test func switchTables() throws {
        for value in [-1, 0, 1, 2, 3, 1 << 40] {
            var assembler = TextAssembler()
            assembler.program.constants = [Int64(value)]
            assembler.program.switchTables = [SwitchTable(targets: [0, 2, 4], otherwise: 6)]
            let main = assembler.function(
                "main",
                """
                loadConstant r1 0
                switchTable r1 0
                loadImmediate r0 10
                halt
                loadImmediate r0 11
                halt
                loadImmediate r0 12
                halt
                loadImmediate r0 99
                halt
                """)
            let (machine, _) = try Machine.running(assembler, main)
            #expect(machine.register(0) == (0...2 ~= value ? Int64(10 + value) : 99))
        }
    }

    @Test func budgets() throws {
        var limits = Limits()
        limits.fuel = 1000
        #expect(try trap("top: loop @top", limits: limits) == .fuel(limit: 1000))
        var assembler = TextAssembler()
        _ = assembler.declare("deep")
        assembler.function("deep", parameters: 1, frame: 4, "addImmediate r2 r0 1\ncall r2 deep\nreturn r0 x0")
        let main = assembler.function("main", "loadImmediate r2 0\ncall r2 deep\nhalt")
        let (machine, outcome) = try Machine.running(assembler, main)
        #expect(outcome.trap == .stackDepth)
        #expect(machine.register(0) > 10_000)
        machine.recover()
        #expect(machine.checkHeap().isEmpty)
    }

    @Test func outputCap() throws {
        var limits = Limits()
        limits.output = 10
        var assembler = TextAssembler()
        let main = assembler.function("main", "loadString r0 \"1234é67\"\nprint r0\nprint r0\nhalt")
        let (machine, outcome) = try Machine.running(assembler, main, limits: limits)
        #expect(outcome.trap == .output(limit: 10))
        #expect(machine.printed == "1234é6712")
        #expect(try trap("loadString r0 \"x\"\ntop: print r0\nloop @top", limits: limits) == .output(limit: 10))
    }

    @Test func trapsKnowTheirPlaceAndFrames() throws {
        var assembler = TextAssembler()
        let inner = assembler.function("inner", parameters: 1, "loadImmediate r1 0\ndivideInt r0 r0 r1\nreturn r0 x1")
        let outer = assembler.function("outer", "loadImmediate r3 5\ncall r3 inner\nhalt")
        let (_, outcome) = try Machine.running(assembler, outer)
        guard case .trapped(let report) = outcome else {
            Issue.record("no trap")
            return
        }
        #expect(report.trap == .divisionByZero(.divide, 5))
        #expect(report.function == inner && report.pc == 1)
        #expect(report.frames.map(\.name) == ["inner", "outer"])
        #expect(report.frames[1].pc == 1)
    }

    @Test func statedTraps() throws {
        #expect(try trap("trap \"no value\" x3") == .stated(.unwrap, "no value"))
        #expect(try trap("loadString r1 \"boom\"\ntrapMessage r1 x0") == .stated(.fatalError, "boom"))
    }

    @Test func marks() throws {
        var assembler = TextAssembler()
        assembler.program.marks = [
            Mark(kind: .statement, span: .init(0, 1)), Mark(kind: .expression, span: .init(2, 3)),
        ]
        let main = assembler.function("main", "mark r0 0\nloadImmediate r0 42\nmark r0 1\nhalt")
        let machine = Machine()
        try machine.load(assembler.program)
        machine.start(main)
        machine.stopMark = 2
        guard case .marked(let mark) = machine.run() else {
            Issue.record("did not stop")
            return
        }
        #expect(mark == 1 && machine.register(0) == 42)
        machine.stopMark = .max
        #expect(machine.run().isFinished && machine.marksPassed == 2)
    }

    @Test func natives() throws {
        var assembler = TextAssembler()
        var calls = 0
        assembler.program.natives = [
            Native(name: "slow", argumentWords: 1, resultWords: 1) { machine, registers in
                calls += 1
                machine.charge(10)
                if calls < 3 { return .again }
                registers[0] *= 2
                return .done
            },
            Native(name: "fail", argumentWords: 0, resultWords: 0) { _, _ in .trap(.stated(.other, "failed")) },
        ]
        let main = assembler.function("main", "loadImmediate r0 21\nnative r0 0\nnative r1 1\nhalt")
        let (machine, outcome) = try Machine.running(assembler, main)
        #expect(outcome.trap == .stated(.other, "failed"))
        #expect(machine.register(0) == 42 && calls == 3 && machine.fuelUsed == 33)
    }
}
