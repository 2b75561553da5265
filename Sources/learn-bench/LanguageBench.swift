import Foundation
import Prelude

/// The cell language beside Lua and CPython: the same programs by all three, run by turns, their outputs compared.
///
/// Ours goes through the whole pipeline: a new session with its Prelude, parsing, checking, compiling, running. The others'
/// times are taken inside their process, so that starting it does not count for them. All are times of the processor: what
/// else the machine does meanwhile counts for none of them.
struct LanguageBench {
    /// What a table of programs has to reach: of the geometric mean, and of each.
    struct Bar {
        let overLua: Double
        let overPython: Double
        let eachOverLua: Double
        let eachOverPython: Double
    }

    struct Group {
        let title: String
        let programs: [String]
        let bar: Bar
    }

    struct Ratios {
        var lua: [Double] = []
        var python: [Double] = []
    }

    static let groups = [
        Group(
            title: "numeric", programs: ["fib", "loops", "logistic", "nbody", "matmul", "mlp", "grid"],
            bar: Bar(overLua: 1.8, overPython: 5, eachOverLua: 1, eachOverPython: 3)),
        Group(
            title: "mixed",
            programs: [
                "str", "strings", "dictionaries", "classes", "enums", "closures", "sorting", "generics", "graph",
            ],
            bar: Bar(overLua: 2.1, overPython: 3.5, eachOverLua: 0, eachOverPython: 1.5)),
    ]

    private static let rounds = 5
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Programs")

    /// Measures all programs, or those that are named. False where an output differs.
    static func run(only names: [String]) throws -> Bool {
        let peers = ScriptPeer.installed()
        say(
            "milliseconds of the processor, the median of \(rounds) runs by turns; × how many times as fast as the other\n"
        )
        var areEqual = true
        var all = Ratios()
        var missed: [String] = []
        for group in groups {
            let chosen = group.programs.filter { names.isEmpty || names.contains($0) }
            if chosen.isEmpty { continue }
            say(row([group.title, "here"] + peers.flatMap { [$0.name, "×"] }))
            var ratios = Ratios()
            for program in chosen {
                let result = try measure(program, peers)
                if !result.isEqual { areEqual = false }
                var cells = [program, text(result.here)]
                for (peer, time) in zip(peers, result.others) {
                    let ratio = time / result.here
                    cells += [text(time), text(ratio)]
                    if peer.name == "Lua" { ratios.lua.append(ratio) } else { ratios.python.append(ratio) }
                    let bar = peer.name == "Lua" ? group.bar.eachOverLua : group.bar.eachOverPython
                    if ratio < bar { missed.append("\(program): \(text(ratio)) × \(peer.name), wanted \(text(bar))") }
                }
                say(row(cells) + (result.isEqual ? "" : "   OUTPUTS DIFFER"))
            }
            all.lua += ratios.lua
            all.python += ratios.python
            summarise("\(group.title): geometric mean", ratios)
            guard chosen.count == group.programs.count else { continue }
            if let mean = geometricMean(ratios.lua), mean < group.bar.overLua {
                missed.append("\(group.title): \(text(mean)) × Lua, wanted \(text(group.bar.overLua))")
            }
            if let mean = geometricMean(ratios.python), mean < group.bar.overPython {
                missed.append("\(group.title): \(text(mean)) × Python, wanted \(text(group.bar.overPython))")
            }
        }
        summarise("all: geometric mean", all)
        for line in missed { say("not reached: \(line)") }
        if missed.isEmpty && !all.lua.isEmpty { say("every ratio is reached") }
        return areEqual
    }

    private static func summarise(_ title: String, _ ratios: Ratios) {
        var line = title
        if let mean = geometricMean(ratios.lua) { line += "  \(text(mean)) × Lua" }
        if let mean = geometricMean(ratios.python) { line += "  \(text(mean)) × Python" }
        say(line + "\n")
    }

    private static func measure(
        _ program: String, _ peers: [ScriptPeer]
    ) throws -> (here: Double, others: [Double], isEqual: Bool) {
        let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(program + ".swift")))
        var here: [Double] = []
        var others = [[Double]](repeating: [], count: peers.count)
        var isEqual = true
        for _ in 0..<rounds {
            let start = clock()
            let result = LanguageSession.runProgram(fileName: program + ".swift", bytes: bytes)
            here.append(milliseconds(since: start))
            let output = String(decoding: result.output, as: UTF8.self)
            if result.isRefused || result.stop != nil { isEqual = false }
            for (index, peer) in peers.enumerated() {
                let run = try peer.run(folder.appendingPathComponent(program + peer.suffix).path)
                others[index].append(run.milliseconds)
                if run.output != output { isEqual = false }
            }
        }
        return (median(here), others.map(median), isEqual)
    }

    /// Of the processor.
    static func milliseconds(since start: clock_t) -> Double {
        Double(clock() - start) * 1000 / Double(CLOCKS_PER_SEC)
    }

    static func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

    static func geometricMean(_ ratios: [Double]) -> Double? {
        if ratios.isEmpty { return nil }
        return Foundation.exp(ratios.reduce(0) { $0 + Foundation.log($1) } / Double(ratios.count))
    }

    private static func text(_ number: Double) -> String { String(format: number < 20 ? "%.2f" : "%.0f", number) }

    private static func row(_ cells: [String]) -> String {
        var line = cells[0].padding(toLength: 14, withPad: " ", startingAt: 0)
        for cell in cells.dropFirst() { line += String(repeating: " ", count: max(1, 9 - cell.count)) + cell }
        return line
    }
}
