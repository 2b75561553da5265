import Foundation

/// What `swiftc` compiles together with a program that imports Foundation: the functions of the mathematics library
/// by our own `Elementary`, because glibc's differ in the last digit. A definition in the program's own module hides
/// Foundation's of the same type; the others (`exp(Float)`) stay, so overloads rank as they do without it.
struct SwiftcHarness: Sendable {
    static let oneArgument = [
        "exp", "exp2", "expm1", "log", "log2", "log10", "log1p", "sin", "cos", "tan", "asin", "acos", "atan", "sinh",
        "cosh", "tanh", "asinh", "acosh", "atanh", "cbrt", "erf",
    ]
    static let twoArguments = ["pow", "atan2", "hypot", "fmod"]

    static var source: String {
        var text = "import Elementary\n\n"
        for name in oneArgument {
            text += "func \(name)(_ x: Double) -> Double { Elementary.\(name)(x) }\n"
        }
        for name in twoArguments {
            text += "func \(name)(_ x: Double, _ y: Double) -> Double { Elementary.\(name)(x, y) }\n"
        }
        return text
    }

    /// Holds `harness.swift`, `Elementary.swiftmodule` and `Elementary.o`.
    let folder: URL
    /// Changes with every byte of the sources that the harness stands on.
    let hash: String

    /// Builds the harness, or finds it built.
    init(elementary sources: URL, cache: URL) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: sources.path)
        let files = names.filter { $0.hasSuffix(".swift") }.sorted().map { sources.appendingPathComponent($0) }
        let bytes = try files.flatMap { [UInt8](try Data(contentsOf: $0)) }
        hash = ContentHash.of(bytes + Array(Self.source.utf8))
        folder = cache.appendingPathComponent("harness-\(hash)")
        let object = folder.appendingPathComponent("Elementary.o")
        if FileManager.default.fileExists(atPath: object.path) { return }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(Self.source.utf8).write(to: folder.appendingPathComponent("harness.swift"))
        // Optimised into one object under another name first, so that a run broken off leaves nothing half-built.
        let unfinished = folder.appendingPathComponent("unfinished.o")
        let run = try ProcessRun(
            [
                "swiftc", "-O", "-wmo", "-swift-version", "6", "-parse-as-library", "-module-name", "Elementary",
                "-emit-module", "-emit-module-path", folder.appendingPathComponent("Elementary.swiftmodule").path,
                "-c", "-o", unfinished.path,
            ] + files.map(\.path), seconds: 300, in: folder)
        guard run.status == 0 else {
            throw ProcessRun.Failure(description: "Elementary does not compile for the harness:\n\(run.errors)")
        }
        try FileManager.default.moveItem(at: unfinished, to: object)
    }

    var compilerArguments: [String] {
        ["-I", folder.path, folder.appendingPathComponent("harness.swift").path, object]
    }

    private var object: String { folder.appendingPathComponent("Elementary.o").path }
}
