import Corpus
import Foundation

let usage = """
    usage: corpus-tool bless [--check] [PATH…]    ask swiftc about every file and write Tests/Corpus/verdicts.txt
                                                  (--check compares with it instead and writes nothing)
           corpus-tool run --engine machine|swiftc|wasm [PATH…]
                                                  run the corpus, or the files whose path begins with PATH;
                                                  wasm wants what .ci/wasm writes

    """

func fail(_ text: String, status: Int32) -> Never {
    FileHandle.standardError.write(Data(text.utf8))
    exit(status)
}

var arguments = Array(CommandLine.arguments.dropFirst())
guard let verb = arguments.first else { fail(usage, status: 64) }
arguments.removeFirst()

let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
let sources = package.appendingPathComponent("Sources")

func engine(named name: String) throws -> Engine {
    switch name {
    case "machine": return MachineEngine.engine
    case "swiftc": return try SwiftcOracle(sources: sources).engine
    case "wasm": return WasmEngine(module: package.appendingPathComponent(".build/wasm/learn.wasm")).engine
    default: fail("no engine is called \(name)\n", status: 64)
    }
}

/// Prints what failed and the count of each tier; true where every file kept its promises.
func report(_ outcomes: [CorpusOutcome]) -> Bool {
    for outcome in outcomes {
        switch outcome.verdict {
        case .passed: break
        case .failed(let complaints): for complaint in complaints { print(complaint) }
        case .skipped(let reason): print("\(outcome.file.path): skipped by \(outcome.engine): \(reason)")
        }
    }
    for tier in [1, 2] {
        let all = outcomes.filter { $0.file.tier == tier }
        let passed = all.count { $0.verdict == .passed }
        if let first = all.first { print("\(first.engine), tier \(tier): \(passed) of \(all.count) files pass") }
    }
    return !outcomes.contains(where: \.failed)
}

do {
    let folder = try CorpusFolder(package.appendingPathComponent("Tests/Corpus"))
    switch verb {
    case "bless":
        let checks = arguments.contains("--check")
        let prefixes = arguments.filter { $0 != "--check" }
        let files = folder.files.filter { file in
            prefixes.isEmpty || prefixes.contains { file.path.hasPrefix($0) }
        }
        let outcomes = try CorpusRunner(engine(named: "swiftc")).run(files)
        let good = report(outcomes)
        if !good { exit(1) }
        if !prefixes.isEmpty { exit(0) }
        let verdicts = Verdicts(outcomes.compactMap { outcome in outcome.result.map { .init(outcome.file, $0) } })
        if checks {
            let stored = try Verdicts(contentsOf: folder.verdictFile)
            if stored != verdicts { fail("verdicts.txt is out of date; run `corpus-tool bless`\n", status: 1) }
        } else {
            try Data(verdicts.text.utf8).write(to: folder.verdictFile, options: .atomic)
        }
    case "run":
        guard arguments.count >= 2, arguments[0] == "--engine" else { fail(usage, status: 64) }
        let prefixes = arguments.dropFirst(2)
        let files = folder.files.filter { file in
            prefixes.isEmpty || prefixes.contains { file.path.hasPrefix($0) }
        }
        exit(report(try CorpusRunner(engine(named: arguments[1])).run(files)) ? 0 : 1)
    default:
        fail(usage, status: 64)
    }
} catch {
    fail("\(error)\n", status: 2)
}
