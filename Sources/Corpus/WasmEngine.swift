import Foundation

/// The WebAssembly build as an engine, run by the toolchain's `wasmkit`.
///
/// All programs go through one process as a stream; `.ci/wasm-entry/Wire.swift` tells its form. Where the process
/// dies, the program that it was at has failed, and a new process goes on with the next one.
public struct WasmEngine: Sendable {
    /// What a program sees without importing it, by its number in the stream.
    public enum Modules: UInt32, Sendable {
        case standard = 0
        case lesson = 1
    }

    private let module: URL
    private let modules: Modules

    /// - Parameter module: The linked module, as `.ci/wasm` writes it.
    public init(module: URL, modules: Modules = .standard) {
        self.module = module
        self.modules = modules
    }

    public var engine: Engine {
        Engine(name: "wasm", usesOurWording: true) { programs in
            guard FileManager.default.fileExists(atPath: module.path) else {
                throw ProcessRun.Failure(description: "\(module.path) is not there; run .ci/wasm")
            }
            var results: [EngineResult] = []
            while results.count < programs.count {
                let (more, complaint) = try run(programs[results.count...])
                results += more
                if results.count < programs.count {
                    results.append(EngineResult(diagnostics: [.init(line: 0, text: complaint)]))
                }
            }
            return results
        }
    }

    /// The results up to the end or to the program at which the process died, and what it said then.
    private func run(_ programs: ArraySlice<Engine.Program>) throws -> ([EngineResult], String) {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("learn-wasm-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var stream: [UInt8] = []
        for program in programs {
            withUnsafeBytes(of: modules.rawValue.littleEndian) { stream += $0 }
            for text in [Array(program.fileName.utf8), program.bytes] {
                withUnsafeBytes(of: UInt32(text.count).littleEndian) { stream += $0 }
                stream += text
            }
        }
        let input = folder.appendingPathComponent("programs")
        try Data(stream).write(to: input)
        let process = try ProcessRun(["wasmkit", "run", module.path], seconds: 600, input: input, in: folder)
        var reader = Reader(process.output[...])
        var results: [EngineResult] = []
        while results.count < programs.count, let result = reader.result() { results.append(result) }
        let last = process.errors.split(separator: "\n").first.map(String.init) ?? ""
        return (results, "wasmkit ended with status \(process.status): \(last)")
    }

    /// Takes results off a stream of bytes; nil where it ends before one is complete.
    struct Reader {
        private var rest: ArraySlice<UInt8>

        init(_ bytes: ArraySlice<UInt8>) {
            rest = bytes
        }

        mutating func result() -> EngineResult? {
            guard let output = text(), let count = number() else { return nil }
            var result = EngineResult(output: output)
            for _ in 0..<count {
                guard let message = message() else { return nil }
                result.diagnostics.append(message)
            }
            guard let trapped = number() else { return nil }
            if trapped == 1 {
                guard let message = message() else { return nil }
                result.trap = message
            }
            return result
        }

        private mutating func message() -> EngineResult.Message? {
            guard let line = number(), let text = text() else { return nil }
            return .init(line: line, text: String(decoding: text, as: UTF8.self))
        }

        private mutating func text() -> [UInt8]? {
            guard let count = number(), rest.count >= count else { return nil }
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }

        private mutating func number() -> Int? {
            guard rest.count >= 4 else { return nil }
            defer { rest = rest.dropFirst(4) }
            return rest.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
        }
    }
}
