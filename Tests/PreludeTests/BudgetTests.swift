import Machine
import SourceText
import Testing

@testable import Prelude

/// Budgets end a program close to where they are set, whatever it does at that moment.
struct BudgetTests {
    /// Long operations of the library in endless loops.
    private static let endless = [
        "var i = 0\nwhile true { i &+= 1 }",
        "func f(_ n: Int) -> Int { n < 2 ? n : f(n - 1) + f(n - 2) }\nprint(f(80))",
        "var a = (0..<20_000).map { ($0 &* 7919) % 20_011 }\nwhile true {\n    a.sort(by: >)\n    a.sort()\n}",
        "var s = String(repeating: \"ab \", count: 50_000)\nwhile true { s = s.uppercased() }",
        "var s = String(repeating: \"é\", count: 50_000)\nwhile true { s = s.lowercased() }",
        "let s = String(repeating: \"a b \", count: 10_000)\nwhile true { _ = s.split(separator: \" \") }",
        "let s = String(repeating: \"é\", count: 10_000)\nwhile true { _ = s.count }",
        "let s = String(repeating: \"é\", count: 10_000)\nlet t = s + \"x\"\nwhile true { _ = s < t }",
        "let s = String(repeating: \"é\", count: 10_000)\nwhile true { _ = [s: 1] }",
        "let a = [Int](repeating: 1, count: 100_000)\nwhile true {\n    var b = a\n    b[0] = 2\n}",
        "var d: [Int: Int] = [:]\nfor i in 0..<10_000 { d[i] = i }\nwhile true {\n    var e = d\n    e[1] = 0\n}",
        "let s = String(repeating: \"7\", count: 100_000)\nwhile true { _ = Double(s) }",
    ]

    /// A unit of fuel is some nanoseconds of work, so that 100,000 of them are far less than ten milliseconds.
    @Test(arguments: endless) func fuelStopsInTime(_ text: String) {
        var limits = Limits()
        limits.fuel = 300_000
        let session = LanguageSession(.init(limits: limits))
        let result = session.run(SourceFile(name: "program.swift", text: text))
        #expect(result.stop?.trap == .fuel(limit: limits.fuel))
        #expect(result.fuelUsed - limits.fuel < 100_000)
        #expect(session.machine.checkHeap().isEmpty)
    }

    private static let greedy = [
        "var a: [Int] = []\nwhile true { a.append(1) }",
        "var s = \"ab\"\nwhile true { s += s }",
        "var s = \"\"\nwhile true { s += \"some more text, \" + String(7) }",
        "final class N {\n    var n: N?\n    init(_ n: N?) { self.n = n }\n}\nvar n: N? = nil\nwhile true { n = N(n) }",
        "var d: [Int: [Int]] = [:]\nvar i = 0\nwhile true {\n    d[i] = [i]\n    i += 1\n}",
        "var all: [[Int]] = []\nwhile true { all.append([Int](repeating: 0, count: 1000)) }",
        "let a = [Int](repeating: 0, count: 1_000_000_000_000)",
        "let s = String(repeating: \"a\", count: 1_000_000_000_000_000)",
    ]

    @Test(arguments: greedy) func memoryStaysInItsLimit(_ text: String) {
        var limits = Limits()
        limits.memory = 4 << 20
        let session = LanguageSession(.init(limits: limits))
        #expect(session.prepare(SourceFile(name: "program.swift", text: text)).isEmpty)
        var highest: Int64 = 0
        var trap: Trap?
        while trap == nil {
            let progress = session.advance(fuel: 1 << 10)
            highest = max(highest, session.machine.liveBytes)
            guard case .yielded = progress else {
                if case .stopped(let stop) = progress { trap = stop.trap }
                break
            }
        }
        #expect(trap == .memory(limit: Int64(limits.memory)))
        #expect(Double(highest) <= 1.1 * Double(limits.memory))
        session.abandon()
        #expect(session.machine.checkHeap().isEmpty)
    }
}
