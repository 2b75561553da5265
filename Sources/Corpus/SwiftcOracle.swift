import Foundation

/// The only judge of what a program means: the real compiler.
///
/// A program is compiled as `main.swift` of the module `main` and run with a limit of time. Each verdict is kept in a
/// cache outside the tree under a hash of everything that it rests on: the program, the compiler, the harness.
public final class SwiftcOracle: Sendable {
    /// The environment variable that names the cache's folder.
    public static let cacheVariable = "LEARN_CORPUS_CACHE"

    private let cache: URL
    private let version: String
    private let harness: SwiftcHarness?
    private let harnessProblem: String
    private let trapOnAbort: URL

    /// - Parameter sources: The package's `Sources`, in which `Elementary` stands.
    public init(sources: URL) throws {
        let environment = ProcessInfo.processInfo.environment
        let fallback = FileManager.default.temporaryDirectory.appendingPathComponent("learn-corpus").path
        cache = URL(fileURLWithPath: environment[Self.cacheVariable] ?? fallback)
        try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
        let run = try ProcessRun(["swiftc", "--version"], seconds: 60, in: cache)
        guard run.status == 0 else { throw ProcessRun.Failure(description: "swiftc does not run: \(run.errors)") }
        version = String(decoding: run.output, as: UTF8.self)
        trapOnAbort = try Self.makeTrapOnAbort(in: cache)
        do {
            harness = try SwiftcHarness(elementary: sources.appendingPathComponent("Elementary"), cache: cache)
            harnessProblem = ""
        } catch {
            harness = nil
            harnessProblem = "\(error)"
        }
    }

    /// `swiftc` as an engine: as many programs at a time as there are processors.
    public var engine: Engine {
        Engine(name: "swiftc", usesOurWording: false) { programs in
            let results = Results(count: programs.count)
            DispatchQueue.concurrentPerform(iterations: programs.count) { index in
                let program = programs[index]
                do {
                    results.set(index, try self.verdict(on: program.bytes))
                } catch {
                    // A failure of the oracle speaks of no line; it fails the file that it happened to.
                    results.set(index, EngineResult(diagnostics: [.init(line: 0, text: "no verdict: \(error)")]))
                }
            }
            return results.all()
        }
    }

    /// The verdict on one program, from the cache where nothing that it rests on has changed.
    public func verdict(on bytes: [UInt8]) throws -> EngineResult {
        let file = try CorpusFile.importsFoundation(bytes) ? requireHarness() : nil
        let key = ContentHash.of(bytes + Array("\(Self.method)\(version)\(file?.hash ?? "")".utf8))
        let stored = cache.appendingPathComponent("\(key).json")
        if let data = try? Data(contentsOf: stored), let kept = try? JSONDecoder().decode(EngineResult.self, from: data)
        {
            return kept
        }
        let result = try compileAndRun(bytes, with: file)
        try JSONEncoder().encode(result).write(to: stored, options: .atomic)
        return result
    }

    /// Changes when the way of asking changes, so that older verdicts are not taken for new ones.
    private static let method = "4"

    /// An object file whose `abort` traps: from libc's own no backtrace leads to the line of the program.
    private static func makeTrapOnAbort(in cache: URL) throws -> URL {
        let object = cache.appendingPathComponent("abort.o")
        if FileManager.default.fileExists(atPath: object.path) { return object }
        let source = cache.appendingPathComponent("abort.c")
        try Data("void abort(void) { __builtin_trap(); }\n".utf8).write(to: source)
        let run = try ProcessRun(
            ["clang", "-c", "-fno-omit-frame-pointer", source.path, "-o", object.path], seconds: 60, in: cache)
        guard run.status == 0 else { throw ProcessRun.Failure(description: "clang does not run: \(run.errors)") }
        return object
    }

    private func requireHarness() throws -> SwiftcHarness {
        guard let harness else { throw ProcessRun.Failure(description: harnessProblem) }
        return harness
    }

    private func compileAndRun(_ bytes: [UInt8], with harness: SwiftcHarness?) throws -> EngineResult {
        let folder = cache.appendingPathComponent("run-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = folder.appendingPathComponent("main.swift")
        try Data(bytes).write(to: source)
        let program = folder.appendingPathComponent("program").path

        // Debugging information is what tells the line of a trap; it changes nothing else.
        let flags = ["-Onone", "-wmo", "-g", "-swift-version", "5", "-suppress-warnings", "-module-name", "main"]
        let inputs = ["main.swift", trapOnAbort.path] + (harness?.compilerArguments ?? [])
        let compilation = try ProcessRun(
            ["swiftc"] + flags + inputs + ["-o", program, "-lm"], seconds: 120, in: folder)
        if compilation.status != 0 {
            let messages = Self.errors(in: compilation.errors)
            guard !messages.isEmpty else {
                throw ProcessRun.Failure(description: "swiftc failed without a located error:\n\(compilation.errors)")
            }
            return EngineResult(diagnostics: messages)
        }
        let backtrace = "enable=yes,color=no,interactive=no,threads=crashed,images=none,registers=none,sanitize=no"
        let run = try ProcessRun(
            ["stdbuf", "-o0", program], seconds: 20, environment: ["SWIFT_BACKTRACE": backtrace], in: folder)
        switch run.status {
        case 0: return EngineResult(output: run.output)
        case 132, 133: return EngineResult(output: run.output, trap: Self.trap(in: run.errors))
        default: throw ProcessRun.Failure(description: "the program ended with status \(run.status)\n\(run.errors)")
        }
    }

    /// The errors of `swiftc` in `main.swift`: `main.swift:7:7: error: ambiguous use of 'exp'`.
    static func errors(in text: String) -> [EngineResult.Message] {
        var messages: [EngineResult.Message] = []
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 4, omittingEmptySubsequences: false)
            guard parts.count == 5, parts[0].hasSuffix("main.swift"), parts[3] == " error", let number = Int(parts[1])
            else { continue }
            messages.append(.init(line: number, text: parts[4].trimmingCharacters(in: .whitespaces)))
        }
        return messages
    }

    /// The line of the innermost frame that is the program's own, and the reason above it. The line is 0 where the
    /// debugging information names none (`a[i] += 1` at the top level): such a trap has to be written otherwise.
    static func trap(in text: String) -> EngineResult.Message {
        let lines = text.split(separator: "\n")
        // The instruction of an overflow counts as inlined from a runtime function that has no file.
        let frame = lines.first { $0.contains(" at /") && !$0.contains("[inlined]") }
        let place = frame.flatMap { frame in frame.range(of: "/main.swift:").map { frame[$0.upperBound...] } }
        let reason = lines.first {
            $0.contains("Fatal error") || $0.contains("runtime failure") || $0.contains("Could not cast")
        }
        return .init(
            line: place.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0,
            text: reason.map(String.init) ?? "stopped by a signal")
    }
}

/// Results that arrive from several threads.
private final class Results: @unchecked Sendable {
    private let lock = NSLock()
    private var slots: [EngineResult]

    init(count: Int) {
        slots = Array(repeating: EngineResult(), count: count)
    }

    func set(_ index: Int, _ result: EngineResult) {
        lock.withLock { slots[index] = result }
    }

    func all() -> [EngineResult] {
        lock.withLock { slots }
    }
}
