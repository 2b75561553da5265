import Machine
import Testing

/// Strings that try Unicode's corners: canonical equivalents, clusters, CR LF, emoji, an unpaired combining mark.
private let samples = [
    "", "a", "abc", "abd", "b", "Zebra", "é", "e\u{301}", "\u{301}", "e\u{301}\u{323}", "e\u{323}\u{301}", "\r\n", "\r",
    "\n\r",
    "a\r\nb", "👨‍👩‍👧‍👦", "🇩🇪🇫🇷", "🇩🇪🇫", "한글", "\u{1112}\u{1161}\u{11AB}", "Å", "\u{212B}", "ﬁ", "fi", "नमस्ते", "x\u{200D}y", "12",
    "\u{0}", "a" + String(repeating: "\u{301}", count: 100) + "b", "ß", "İ",
]

/// Runs `text` with the two strings as globals r0 and r1.
private func run(_ a: String, _ b: String, _ text: String) throws -> Machine {
    var assembler = TextAssembler.withTypes()
    assembler.program.strings = [a, b]
    assembler.program.globals = Layout([true, true])
    let main = assembler.declare("main")
    assembler.function("main", "loadString r0 0\nretain r0\nloadString r1 1\nretain r1\n" + text + "\nhalt")
    let (machine, outcome) = try Machine.running(assembler, main)
    #expect(outcome.isFinished)
    return machine
}

@Suite struct StringTests {
    @Test func equalityOrderAndHashAreSwifts() throws {
        for a in samples {
            for b in samples {
                let machine = try run(
                    a, b,
                    """
                    equalString r2 r0 r1
                    lessString r3 r0 r1
                    hashString r4 r0
                    hashString r5 r1
                    stringHasPrefix r6 r0 r1
                    stringHasSuffix r7 r0 r1
                    """)
                #expect(machine.register(2) == (a == b ? 1 : 0), "\(a.debugDescription) == \(b.debugDescription)")
                #expect(machine.register(3) == (a < b ? 1 : 0), "\(a.debugDescription) < \(b.debugDescription)")
                if a == b { #expect(machine.register(4) == machine.register(5)) }
                #expect(machine.register(6) == (a.hasPrefix(b) ? 1 : 0))
                #expect(machine.register(7) == (a.hasSuffix(b) ? 1 : 0))
            }
        }
    }

    @Test func charactersAreSwifts() throws {
        for a in samples {
            for b in samples {
                let machine = try run(
                    a, b,
                    """
                    stringConcatenate r0 r0 r1
                    stringCount r2 r0
                    stringCharacters r1 r0 Refs
                    """)
                let whole = a + b
                #expect(machine.register(2) == whole.count)
                let characters = (0..<machine.count(of: machine.global(1))).map {
                    machine.string(machine.element($0, of: machine.global(1))!)!
                }
                #expect(characters == whole.map { String($0) }, "\(whole.debugDescription)")
            }
        }
    }

    @Test func walkingForwardsAndBack() throws {
        for sample in samples {
            let machine = try run(
                sample, "",
                """
                loadImmediate r2 0
                loadImmediate r4 0
                top: stringNext r3 r0 r2
                branchZero r3 @back
                release r3
                addImmediate r4 r4 1
                loop @top
                back: stringByteCount r2 r0
                loadImmediate r5 0
                again: branchEqualImmediate r2 0 @end
                stringIndexBefore r2 r0 r2
                addImmediate r5 r5 1
                loop @again
                end: move r6 r5
                """)
            #expect(machine.register(4) == sample.count && machine.register(6) == sample.count)
            #expect(machine.checkHeap() == [])
        }
    }

    @Test func buildingAndDescribing() throws {
        let pi = Int64(bitPattern: 3.25.bitPattern)
        var assembler = TextAssembler.withTypes()
        assembler.program.constants = [.min, pi, Int64(bitPattern: UInt64.max)]
        assembler.program.globals = .reference
        let main = assembler.declare("main")
        assembler.function(
            "main",
            """
            loadString r0 ""
            retain r0
            loadConstant r1 0
            stringAppendValue r0 r1 x0
            loadString r2 " é "
            stringAppend r0 r2
            loadConstant r1 1
            stringAppendValue r0 r1 x2
            stringAppend r0 r0
            stringAppendValue r0 r2 x6
            loadConstant r1 2
            stringAppendValue r0 r1 x1
            loadImmediate r1 1
            stringAppendValue r0 r1 x4
            print r0
            halt
            """)
        let (machine, outcome) = try Machine.running(assembler, main)
        #expect(outcome.isFinished)
        #expect(machine.checkHeap() == [])
        let half = "\(Int64.min) é 3.25"
        #expect(machine.printed == half + half + "\" é \"" + "\(UInt64.max)true")
    }

    @Test func findingAndParsing() throws {
        let machine = try run(
            "one two one", "one",
            """
            loadImmediate r3 1
            move r2 r1
            stringFind r4 r0 r2
            loadString r5 "-42"
            stringToInt r6 r5
            loadString r5 "4x"
            stringToInt r8 r5
            """)
        #expect(machine.register(4) == 8)
        #expect((6...8).map { machine.register($0) } == [1, -42, 0])
    }
}
