import Foundation
import Testing

struct RunTests {
    private let shell: Shell

    init() throws {
        shell = try Shell()
        try shell.write(SampleLesson.fine, "fine.md")
        try shell.write(SampleLesson.failing, "failing.md")
    }

    // MARK: Results and codes

    @Test func aLessonThatIsFine() throws {
        let result = try shell.run("learn run fine.md")
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(result.text.contains("out  x is 3\n"))
        #expect(result.text.contains("Twice that is 6.\n"))
        // 0.5·1 − 0.25·2 + 0.125, and its distance to 1 squared: exact in binary.
        #expect(result.text.contains("[0.125] 0.765625\n"))
        #expect(result.text.contains("to do: learn check fine.md -e half"))
        #expect(!result.output.contains(0x1B))
    }

    @Test func aCellThatFails() throws {
        let result = try shell.run("learn run failing.md")
        #expect(result.status == 1)
        #expect(result.errors == "learn: cell `trap` failed\n")
        #expect(result.text.contains("failing.md:34:7: error: index 3 is outside the array"))
        #expect(result.text.contains("still here"))
    }

    @Test func quiet() throws {
        let result = try shell.run("learn run -q failing.md")
        #expect(result.status == 1)
        #expect(result.text == "")
        #expect(result.errors.hasPrefix("failing.md:34:7: error: "))
    }

    @Test func failFastAndCells() throws {
        #expect(!(try shell.run("learn run --fail-fast failing.md").text.contains("\n   out  still here")))
        let cell = try shell.run("learn run --cell sum failing.md")
        #expect(cell.status == 0)
        #expect(cell.text.contains("x is 3") && !cell.text.contains("still here"))
        let missing = try shell.run("learn run --cell smu fine.md")
        #expect(missing.status == 64)
        #expect(missing.errors == "learn: there is no cell `smu`; did you mean `sum`?\n")
    }

    @Test func json() throws {
        let result = try shell.run("learn run --format json failing.md; learn run --format json failing.md")
        #expect(result.status == 1)
        let half = result.output.count / 2
        #expect(Array(result.output[..<half]) == Array(result.output[half...]))
        let json = try JSONSerialization.jsonObject(with: Data(result.output[..<half])) as? [String: Any]
        #expect(json?["version"] as? Int == 1)
        #expect(json?["lesson"] as? String == "failing.md")
        #expect(json?["title"] as? String == "A <small> lesson")
        #expect(json?["seed"] as? Int == 5)
        #expect(json?["values"] as? [String] == ["6"])
        let cells = json?["cells"] as? [[String: Any]] ?? []
        #expect(cells.map { $0["label"] as? String } == ["sum", "network", "half", "check-half-4", "trap", "cell-6"])
        #expect(cells.map { $0["status"] as? String } == ["ok", "ok", "todo", "skipped", "failed", "ok"])
        #expect(cells[0]["output"] as? String == "x is 3\n")
        let pass = (cells[1]["passes"] as? [[String: Any]])?.first
        #expect(pass?["inputs"] as? [Double] == [1, 2])
        #expect(pass?["line"] as? Int == 17)
        let diagnostic = (cells[4]["diagnostics"] as? [[String: Any]])?.first
        #expect(diagnostic?["line"] as? Int == 34)
    }

    /// In a copy with answers the exercises are run like other cells.
    @Test func answersRun() throws {
        let script = """
            sed 's|    // YOUR CODE HERE|    print("halving"); return x / 2|' fine.md > copy.md
            printf '```swift\\nprint("half of ten", half(10))\\n```\\n' >> copy.md
            learn run copy.md
            """
        let result = try shell.run(script)
        #expect(result.status == 0 && result.errors == "")
        #expect(result.text.contains("out  halving\n        half of ten 5.0\n") && !result.text.contains("to do"))
        let one = try shell.run("learn run -e half copy.md")
        #expect(one.text.contains("func half") && !one.text.contains("x is 3"))
        let missing = try shell.run("learn run -e hlaf copy.md")
        #expect(missing.status == 64 && missing.errors.contains("did you mean `half`?"))
    }

    @Test func longRunsSayWhereTheyAre() throws {
        try shell.write("# Long\n\n```swift\n//| label: endless\nwhile true {}\n```\n", "long.md")
        let run = "run --budget 1000000000000 long.md"
        let seen = try shell.run("timeout -s INT 3 script -qec \"'\(Shell.learn)' \(run)\" /dev/null")
        #expect(seen.text.contains("running `endless`, cell 1 of 1, "))
        let piped = try shell.run("timeout -s INT 2 '\(Shell.learn)' \(run)")
        #expect(!piped.errors.contains("running"))
    }

    @Test func watching() throws {
        let script = """
            set -m; '\(Shell.learn)' run --watch watched.md > out 2> err & child=$!
            until grep -q waiting err; do sleep 0.1; done
            printf '```swift\\nprint("seco' > watched.md; sleep 0.5
            printf '```swift\\nprint("second")\\n```\\n' > new.md; mv new.md watched.md
            until [ "$(grep -c waiting err)" -ge 3 ] || [ $((tries++)) -gt 100 ]; do sleep 0.1; done
            rm watched.md; sleep 0.3; printf '```swift\\nprint("third")\\n```\\n' > watched.md
            until grep -q third out || [ $((tries++)) -gt 200 ]; do sleep 0.1; done
            sleep 0.3; kill -INT $child; wait $child; echo $?; cat out
            """
        try shell.write("```swift\nprint(\"first\")\n```\n", "watched.md")
        let result = try shell.run(script)
        #expect(result.text.hasPrefix("130\n"))
        for word in ["out  first", "out  second", "out  third"] { #expect(result.text.contains(word)) }
        #expect(!result.output.contains(0x1B))
        #expect(try shell.read("err").contains("never closed"))
        #expect(try shell.run("learn run --watch 3").status == 64)
        #expect(try shell.run("learn run --watch - < watched.md").status == 64)
    }

    @Test func programs() throws {
        try shell.write("for i in 1...3 { print(i, terminator: \" \") }\nprint(readme)", "bad.swift")
        try shell.write("print(\"a\\u{1B}[31m\")\nprint(1.5)\n", "p.swift")
        #expect(try shell.run("learn run p.swift").output == Array("a\u{1B}[31m\n1.5\n".utf8))
        let bad = try shell.run("learn run bad.swift")
        #expect(bad.status == 1)
        #expect(bad.text == "")
        #expect(bad.errors.hasPrefix("bad.swift:2:7: error: "))
        #expect(try shell.run("learn run --cell a p.swift").status == 64)
    }

    @Test func budgets() throws {
        try shell.write("print(1)\nwhile true {}\n", "loop.swift")
        let result = try shell.run("learn run --budget 100000 loop.swift")
        #expect(result.status == 1)
        #expect(result.text == "1\n")
        #expect(result.errors.hasPrefix("loop.swift:2:1: error: stopped after 100000 steps"))
    }

    @Test func standardInput() throws {
        let result = try shell.run("learn run - < fine.md")
        #expect(result.status == 0)
        #expect(result.text.contains("x is 3"))
    }

    @Test func aLessonWithErrorsIsNotRun() throws {
        try shell.write("```swift\n//| lable: x\nprint(1)\n```\n", "wrong.md")
        let result = try shell.run("learn run wrong.md")
        #expect(result.status == 2)
        #expect(result.text == "")
        #expect(result.errors.hasPrefix("wrong.md:2:5: error: unknown option `lable`"))
        #expect(result.errors.hasSuffix("learn: `wrong.md` has an error and was not run\n"))
    }

    // MARK: Colour

    @Test func colour() throws {
        #expect(try shell.run("learn run --color always fine.md").output.contains(0x1B))
        #expect(!(try shell.run("learn run --color always -o o.txt fine.md").output.contains(0x1B)))
        #expect(try shell.read("o.txt").contains("\u{1B}"))
        let terminal = try shell.run("script -qec \"'\(Shell.learn)' run fine.md\" /dev/null")
        #expect(terminal.output.contains(0x1B))
        let none = try shell.run("NO_COLOR=1 script -qec \"'\(Shell.learn)' run fine.md\" /dev/null")
        #expect(!none.output.contains(0x1B))
    }

    // MARK: Where output goes

    @Test func fullDiskAndClosedPipe() throws {
        let full = try shell.run("learn run fine.md > /dev/full")
        #expect(full.status == 74)
        #expect(full.errors == "learn: cannot write the output: No space left on device\n")
        let head = try shell.run("learn run fine.md | head -1; echo ${PIPESTATUS[0]}")
        #expect(head.errors == "")
        #expect(head.text == "A <small> lesson\n0\n")
        try shell.write("while true { print(1) }\n", "endless.swift")
        let endless = try shell.run("learn run endless.swift | head -1")
        #expect(endless.text == "1\n")
        #expect(endless.errors == "")
        #expect(endless.seconds < 10)
    }

    @Test func interrupting() throws {
        try shell.write("while true {}\n", "loop.swift")
        try shell.write("```swift\nwhile true {}\n```\n", "loop.md")
        for file in ["loop.swift", "loop.md"] {
            let script = """
                '\(Shell.learn)' run --budget 1000000000000 \(file) > /dev/null & child=$!
                sleep 0.5; kill -INT $child; date +%s%N; wait $child; code=$?; date +%s%N; echo $code
                """
            let result = try shell.run("set -m; " + script)
            let lines = result.text.split(separator: "\n").compactMap { Int($0) }
            #expect(lines.count == 3)
            guard lines.count == 3 else { continue }
            #expect(lines[2] == 130)
            #expect(result.errors.contains("learn: interrupted\n"))
            // 100 ms in a release build; these tests run one without optimisation on a busy machine.
            #expect(lines[1] - lines[0] < 1_000_000_000)
        }
    }
}
