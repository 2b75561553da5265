import Machine
import SourceText
import Testing

@testable import Prelude

/// Programs that want to bring the interpreter down: each ends in a located diagnostic, in a budget, or in its result.
/// (The parser's own are in SyntaxTests.)
struct HostileTests {
    private func run(_ text: String, fuel: Int64 = 2_000_000) -> UnitResult {
        var options = LanguageSession.Options()
        options.limits.fuel = fuel
        return LanguageSession.runProgram(fileName: "program.swift", bytes: Array(text.utf8), options: options)
    }

    private func output(_ result: UnitResult) -> String { String(decoding: result.output, as: UTF8.self) }

    private func repeated(_ text: String, _ count: Int = 100_000) -> String { String(repeating: text, count: count) }

    @Test func deepNesting() {
        for (open, close) in [("(", ")"), ("[", "]"), ("{", "}"), ("-(", ")"), ("f(", ")")] {
            let result = run("let x = " + repeated(open) + "1" + repeated(close))
            #expect(result.isRefused, "\(open)")
            #expect(result.diagnostics.first.map { $0.location.line } == 1)
        }
        #expect(run("let x = " + repeated("!") + "true").isRefused)
    }

    @Test func longChains() {
        #expect(run("let x = 1" + repeated(" + 1")).isRefused)
        let chain = (1..<1_000).map { " else if k == \($0) { print(\($0)) }" }.joined()
        #expect(output(run("let k = 432\nif k == 0 { print(0) }" + chain)) == "432\n")
        let cases = (0..<500).map { "case \($0): print(\($0))\n" }.joined()
        #expect(output(run("switch 77 {\n\(cases)default: print(-1)\n}\n")) == "77\n")
    }

    @Test func endlessLoops() {
        #expect(run("while true {}\n").stop?.trap == .fuel(limit: 2_000_000))
        let caught = run(
            """
            enum Failure: Error { case any }
            func f() throws { while true {} }
            do { try f() } catch { print("caught") }
            let x: ()? = try? f()
            print("after")
            """)
        #expect(caught.stop?.trap == .fuel(limit: 2_000_000))
        #expect(caught.output.isEmpty)
        let sorting = run("var a = Array(repeating: 1, count: 100_000)\nwhile true { a.sort() }\n")
        #expect(sorting.stop?.trap == .fuel(limit: 2_000_000))
    }

    @Test(arguments: [
        "print(String(repeating: \"a\", count: 1_000_000_000_000_000))\n",
        "print([Int](repeating: 0, count: 1_000_000_000_000_000).count)\n",
        "var s = \"ab\"\nfor _ in 0..<60 { s += s }\n", "var a = [1]\nfor _ in 0..<60 { a += a }\n",
        "var a: [[Int]] = []\nwhile true { a.append([1, 2, 3]) }\n",
        "var d: [Int: Int] = [:]\nvar n = 0\nwhile true { d[n] = n; n += 1 }\n",
    ])
    func hugeValues(_ program: String) {
        let stop = run(program, fuel: 20_000_000).stop
        #expect(stop?.trap.isBudget == true)
        #expect((stop?.diagnostic.location.line ?? 0) > 0)
    }

    @Test(arguments: [
        "struct S { var x: Int { x + 1 } }\nprint(S().x)\n",
        "var f: (Int) -> Int = { $0 }\nf = { n in f(n + 1) + 1 }\nprint(f(0))\n",
        "struct S: CustomStringConvertible { var description: String { \"\\(self)!\" } }\nprint(S())\n",
        "struct S: Equatable { static func == (a: S, b: S) -> Bool { a == b } }\nprint(S() == S())\n",
        "class C { var next: C?; deinit { let d = C(); d.next = C() } }\nvar c: C? = C()\nc = nil\n",
        "protocol P { func f<T>(_ t: T) }\nstruct S: P { func f<T>(_ t: T) { let p: any P = self; p.f(t) } }\nS().f(1)\n",
    ])
    func endlessRecursion(_ program: String) {
        #expect(run(program, fuel: 50_000_000).stop?.trap == .stackDepth)
    }

    @Test(arguments: [
        "let m = Int.min\nlet k = [m][0]\nprint(k / -1)\n", "let k = [Int.min][0]\nprint(-k)\n",
        "let z = [0][0]\nprint(1 / z)\n", "let z = [0][0]\nprint(1 % z)\n", "let m = [Int.max][0]\nprint(m + 1)\n",
        "let n = [Double.nan][0]\nprint(Int(n))\n", "let n = [1e300][0]\nprint(Int(n))\n",
        "let i = [-1][0]\nprint([1, 2][i])\n", "let i = [2][0]\nprint([1, 2][i])\n",
        "let i = [1][0]\nprint([1, 2, 3][3..<i])\n", "let i = [-1][0]\nprint(Array(0..<i))\n",
    ])
    func traps(_ program: String) {
        let result = run(program)
        #expect(result.stop != nil)
        #expect(result.stop?.trap.isBudget == false)
        #expect(result.output.isEmpty)
    }

    @Test func results() {
        #expect(output(run("print(1 << 64, 1 << -1, 1 >> 64, -1 >> 70, Int.max &+ 1)\n")) == "0 0 0 -1 \(Int64.min)\n")
        #expect(output(run("let a = 1\r\nprint(a)\r\n")) == "1\n")
        #expect(output(run("\u{FEFF}print(1)\n")) == "1\n")
        #expect(run("let x = " + repeated("9", 10_000)).isRefused)
        #expect(output(run("let x = 0." + repeated("1", 10_000) + "\nprint(x)\n")) == "0.1111111111111111\n")
    }

    @Test func badBytes() {
        for text in ["print(1)\0\nprint(2)\n", "\u{301}print(1)\n", "let \u{202E}x = 1\n"] {
            #expect(run(text).isRefused)
        }
        let bytes = Array("print(\"".utf8) + [0xFF, 0xFE] + Array("\")\n".utf8)
        let result = LanguageSession.runProgram(fileName: "program.swift", bytes: bytes, options: .init())
        #expect(result.isRefused)
    }

    /// The checker's own budget ends what would take for ever; a smaller one here, since tests are debug builds.
    @Test func manyOverloads() {
        let sum = Array(repeating: "(1 + 2.0 * 3 - 1)", count: 12).joined(separator: " + ")
        let difference = Array(repeating: "1", count: 30).joined(separator: "-")
        let session = LanguageSession()
        session.checker.workLimit = 50_000
        let wrong = session.run(SourceFile(name: "program.swift", text: "let x = \(sum) == \(difference) + \"a\"\n"))
        #expect(wrong.isRefused)
        #expect(wrong.diagnostics.first?.location.line == 1)
    }

    @Test(arguments: [
        "print(\"abc", "/* abc", "print(\"\\(1 + ", "func f() {", "let x = \"\"\"\nabc", "switch 1 { case",
    ])
    func endsTooEarly(_ text: String) { #expect(run(text).isRefused) }

    @Test func endlessOutput() {
        let result = run("while true { print(\"again and again\") }\n", fuel: 50_000_000)
        #expect(result.stop?.trap.isBudget == true)
        #expect(!result.output.isEmpty)
    }

    @Test func recursiveTypes() {
        #expect(run("struct A { var b: B? }\nstruct B { var a: A? }\n").isRefused)
        #expect(run("func f<T>(_ x: T, _ n: Int) { if n > 0 { f([x], n - 1) } }\nf(1, 1000)\n").isRefused)
        let cycles = run(
            """
            final class A { var other: A?; var words = Array(repeating: 0, count: 1000) }
            for _ in 0..<20_000 {
                let a = A(), b = A()
                a.other = b
                b.other = a
            }
            print("done")
            """, fuel: 50_000_000)
        #expect(output(cycles) == "done\n")
    }
}
