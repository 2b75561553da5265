import Machine
import SourceText
import Testing

@testable import Prelude

/// Programs from source to output. What plain Swift programs print stands in Tests/Corpus, where swiftc says so; here is
/// what only a session has: units, budgets, places, modules, random numbers.
struct ProgramTests {
    private func run(
        _ text: String, _ options: LanguageSession.Options = LanguageSession.Options()
    ) -> UnitResult {
        LanguageSession.runProgram(fileName: "program.swift", bytes: Array(text.utf8), options: options)
    }
    private func output(_ result: UnitResult) -> String {
        for diagnostic in result.diagnostics { Issue.record("\(DiagnosticRenderer().render(diagnostic))") }
        if let stop = result.stop { Issue.record("\(DiagnosticRenderer().render(stop.diagnostic))") }
        return String(decoding: result.output, as: UTF8.self)
    }

    @Test func unitsShareTheirNames() {
        let session = LanguageSession()
        func run(_ text: String, line: Int) -> UnitResult {
            session.run(SourceFile(name: "lesson.md", text: text, firstLine: line))
        }
        #expect(output(run("var total = 1\nfunc double(_ x: Int) -> Int { 2 * x }\n", line: 3)) == "")
        #expect(output(run("total = double(total + 3)\nprint(total)\n", line: 9)) == "8\n")
        let refused = run("let x = totl\n", line: 20)
        #expect(refused.isRefused)
        #expect(refused.diagnostics.first?.location == Location(line: 20, column: 9))
        #expect(output(run("let x = total\nprint(x)\n", line: 30)) == "8\n")
        #expect(session.machine.checkHeap().isEmpty)
    }

    @Test func aTrapEndsItsUnitOnly() {
        let session = LanguageSession()
        let first = session.run(
            SourceFile(name: "a.swift", text: "var a = [1, 2]\nprint(a[0])\nprint(a[5])\nprint(3)\n"))
        #expect(String(decoding: first.output, as: UTF8.self) == "1\n")
        #expect(first.stop?.trap == .index(5, count: 2))
        #expect(first.stop?.diagnostic.location.line == 3)
        #expect(output(session.run(SourceFile(name: "b.swift", text: "a.append(4)\nprint(a)\n"))) == "[1, 2, 4]\n")
        #expect(session.machine.checkHeap().isEmpty)
    }

    /// A trap inside the library is the line's that called it.
    @Test func trapsOfTheLibraryAreLocatedInTheProgram() {
        let result = run("let a = [3, 1, 2]\n\nlet b = a.sorted { x, y in\n    x / (y - y) < 1\n}\n")
        #expect(result.stop?.diagnostic.location.line == 4)
        let range = run("let low = 3\nfor i in low..<1 { print(i) }\n")
        #expect(range.stop?.diagnostic.location.line == 2)
    }

    @Test func budgetsEndAUnit() {
        var limits = Limits()
        limits.fuel = 100_000
        let endless = run("var n = 0\nwhile true { n += 1 }\n", .init(limits: limits))
        #expect(endless.stop?.trap == .fuel(limit: 100_000))
        #expect(endless.stop?.diagnostic.location.line == 2)
        let deep = run("func f(_ n: Int) -> Int { f(n + 1) + 1 }\nprint(f(0))\n")
        #expect(deep.stop?.trap == .stackDepth)
        let large = run("var s = \"a\"\nwhile true { s += s }\n")
        #expect(large.stop?.trap.isBudget == true)
        limits.output = 100
        let loud = run("while true { print(\"again\") }\n", .init(limits: limits))
        #expect(loud.stop?.trap == .output(limit: 100))
        #expect(loud.output.count <= 100)
    }

    @Test func aRunIsResumable() {
        let session = LanguageSession()
        let file = SourceFile(name: "a.swift", text: "var sum = 0\nfor i in 1...1000 { sum += i }\nprint(sum)\n")
        #expect(session.prepare(file).isEmpty)
        var slices = 0
        while case .yielded = session.advance(fuel: 50) { slices += 1 }
        #expect(slices >= 10)
        #expect(String(decoding: session.takeOutput(), as: UTF8.self) == "500500\n")
    }

    @Test func randomNumbersFollowTheSeed() {
        let program =
            "print((0..<5).map { _ in Int.random(in: 0..<1000) }, Double.random(in: 0..<1), [1, 2, 3].shuffled())\n"
        let first = output(run(program, .init(seed: 7)))
        #expect(first == output(run(program, .init(seed: 7))))
        #expect(first != output(run(program, .init(seed: 8))))
    }

    @Test func modulesAreSeenWhereTheyAreImported() {
        #expect(run("print(exp(0))\n").isRefused)
        #expect(output(run("import Foundation\nprint(exp(0.0), atan2(0.0, 1.0))\n")) == "1.0 0.0\n")
        #expect(run("let net = Network([Dense(1, 1)])\n").isRefused)
        #expect(run("import NeuralCore\nprint(atan2(0.0, 1.0))\n").isRefused)
        #expect(output(run("import NeuralCore\nprint(Activation.relu(-1), exp(0.0))\n")) == "0.0 1.0\n")
        #expect(output(run("import Foundation\nimport NeuralCore\nprint(exp(0.0))\n")) == "1.0\n")
        #expect(run("import Combine\n").isRefused)
    }

    @Test func localUnitsKeepTheirNames() {
        let session = LanguageSession()
        let file = SourceFile(name: "a.swift", text: "let hidden = 4\nprint(hidden)\n")
        #expect(output(session.run(file, isLocal: true)) == "4\n")
        #expect(session.run(SourceFile(name: "b.swift", text: "print(hidden)\n")).isRefused)
    }

    /// Going back to a snapshot brings back a network's numbers with all others.
    @Test func snapshotsHoldNetworks() {
        let session = LanguageSession(.init(modules: .lesson))
        let setUp = "let net = Network([Dense(2, 1, activation: .sigmoid, seed: 1)])\nvar n = 0\n"
        #expect(output(session.run(SourceFile(name: "a", text: setUp))) == "")
        let learn = """
            for _ in 0..<5 {
                _ = net.forward([1.0, 0.0])
                _ = net.loss([1.0])
                net.backward()
                net.update(SGD(learningRate: 1))
                n += 1
            }
            print(n, net.parameters)

            """
        #expect(session.prepare(SourceFile(name: "b", text: learn)).isEmpty)
        for _ in 0..<12 { _ = session.advance(fuel: 1) }
        let snapshot = session.snapshot()
        func finish() -> String {
            while case .yielded = session.advance(fuel: 100) {}
            return String(decoding: session.takeOutput(), as: UTF8.self)
        }
        let once = finish()
        #expect(once.hasPrefix("5 ["))
        session.restore(snapshot)
        #expect(finish() == once)
    }
}
