import Foundation
import Machine
import Prelude
import SourceText

/// How fast source becomes a program that stands ready to run, whether that grows with its size alone, and how exact
/// the budgets are. Times are the processor's.
enum FrontEndBench {
    static func run() {
        say(String(format: "session with the Prelude, nothing in it: %.1f ms\n", milliseconds(of: [], times: 9)))
        say("      lines        kB        ms   lines/s (parsed, checked, compiled, verified)")
        for units in [10, 100, 300, 1000, 1320] {
            let text = Array(GeneratedProgram.text(units: units).utf8)
            let lines = text.reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
            let start = milliseconds(of: [], times: 5)
            let time = max(milliseconds(of: text, times: 5) - start, 0.001)
            say(String(format: "%11d %9d %9.1f %9.0f", lines, text.count / 1000, time, Double(lines) / time * 1000))
        }
        say("")
        fuel()
        memory()
    }

    private static func milliseconds(of bytes: [UInt8], times: Int) -> Double {
        var measured: [Double] = []
        for _ in 0..<times {
            let start = clock()
            let session = LanguageSession()
            let diagnostics = session.prepare(SourceFile(name: "program.swift", bytes: bytes))
            measured.append(LanguageBench.milliseconds(since: start))
            for diagnostic in diagnostics where diagnostic.severity == .error { say(diagnostic.message) }
        }
        return LanguageBench.median(measured)
    }

    /// How long a machine goes on that was given a slice of fuel which ends in the middle of long work.
    private static func fuel() {
        let programs = [
            ("a loop", "var i = 0\nwhile true { i &+= 1 }"),
            (
                "sorting",
                "var a = (0..<200_000).map { ($0 &* 7919) % 200_003 }\nwhile true { a.sort(by: >) ; a.sort() }"
            ),
            ("strings", "var s = String(repeating: \"ab \", count: 100_000)\nwhile true { s = s.uppercased() }"),
            (
                "text in pieces",
                "let s = String(repeating: \"é \", count: 50_000)\nwhile true { _ = s.split(separator: \" \") }"
            ),
            (
                "dictionaries",
                "var d: [Int: Int] = [:]\nvar i = 0\nwhile true { d[i % 100_000] = i; i += 1; var e = d; e[1] = 2 }"
            ),
        ]
        say("longest time between two slices of 16,384 units of fuel, ms (wanted: 10)")
        for (name, text) in programs {
            let session = LanguageSession()
            _ = session.prepare(SourceFile(name: "program.swift", text: text))
            var longest = 0.0
            var spent = 0.0
            while spent < 500 {
                let start = clock()
                _ = session.advance(fuel: 1 << 14)
                let time = LanguageBench.milliseconds(since: start)
                longest = max(longest, time)
                spent += time
            }
            say(String(format: "  %6.2f  ", longest) + name)
        }
        say("")
    }

    /// What a program that takes all it can get has, beside its limit.
    private static func memory() {
        let programs = [
            ("an array that grows", "var a: [Int] = []\nwhile true { a.append(1) }"),
            ("a string that doubles", "var s = \"ab\"\nwhile true { s += s }"),
            (
                "objects in a list",
                "final class N { var n: N?; init(_ n: N?) { self.n = n } }\nvar n: N? = nil\nwhile true { n = N(n) }"
            ),
            ("a dictionary", "var d: [Int: [Int]] = [:]\nvar i = 0\nwhile true { d[i] = [i]; i += 1 }"),
        ]
        say("live bytes at the stop and resident memory taken, of the limit of 64 MiB, % (wanted: at most 110)")
        for (name, text) in programs {
            let session = LanguageSession()
            let before = residentBytes()
            _ = session.prepare(SourceFile(name: "program.swift", text: text))
            var highest: Int64 = 0
            var resident = 0
            loop: while true {
                let progress = session.advance(fuel: 1 << 14)
                highest = max(highest, session.machine.liveBytes)
                resident = max(resident, residentBytes() - before)
                if case .yielded = progress { continue loop }
                break
            }
            let limit = Double(session.machine.limits.memory)
            say(
                String(format: "  %5.1f  %5.1f  ", Double(highest) / limit * 100, Double(resident) / limit * 100) + name
            )
        }
    }

    private static func residentBytes() -> Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 : 0
    }
}
