import Foundation

/// The real compiler over the engine's own sources: what a lesson's cells print is what this says.
struct SwiftcOracle {
    struct Failure: Error, CustomStringConvertible { var description: String }

    private let folder: URL
    /// The kernels in C, one a file.
    private var objects: [String] = []
    private let sources = Lessons.package.appendingPathComponent("Sources")

    /// The engine's modules take minutes to build: once for all lessons.
    static let shared = Result { try SwiftcOracle() }

    /// Builds the engine's modules into a folder of its own.
    private init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("learn-lessons-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let kernels = sources.appendingPathComponent("CNeuralKernels")
        let header = kernels.appendingPathComponent("include/CNeuralKernels.h").path
        try Data("module CNeuralKernels { header \"\(header)\" }\n".utf8)
            .write(to: folder.appendingPathComponent("module.modulemap"))
        let names = try FileManager.default.contentsOfDirectory(atPath: kernels.path).filter { $0.hasSuffix(".c") }
        objects = names.sorted().map { $0.dropLast(2) + ".o" }
        try run(
            ["clang", "-c", "-O2", "-ffp-contract=off", "-I", kernels.appendingPathComponent("include").path]
                + names.map { kernels.appendingPathComponent($0).path })
        for module in ["Elementary", "NeuralCore", "LessonKit"] { try build(module) }
    }

    private func build(_ module: String) throws {
        let files = FileManager.default.enumerator(
            at: sources.appendingPathComponent(module).resolvingSymlinksInPath(), includingPropertiesForKeys: nil)
        var paths: [String] = []
        while let file = files?.nextObject() as? URL {
            if file.pathExtension == "swift" { paths.append(file.path) }
        }
        try run(
            [
                "swiftc", "-O", "-wmo", "-swift-version", "6", "-parse-as-library", "-module-name", module, "-I", ".",
                "-emit-module", "-emit-module-path", "\(module).swiftmodule", "-c", "-o", "\(module).o",
            ] + paths.sorted())
    }

    /// What a program prints.
    func output(of program: String) throws -> String {
        try Data("provideData()\n\(program)".utf8).write(to: folder.appendingPathComponent("main.swift"))
        // In a file of its own, so that the program does not see Foundation.
        try Data(
            """
            import Foundation
            import NeuralCore

            func provideData() {
                DataFiles.provider = { name in
                    let url = URL(fileURLWithPath: "\(Lessons.dataFolder.path)").appendingPathComponent(name)
                    return (try? Data(contentsOf: url)).map { [UInt8]($0) }
                }
            }
            """.utf8
        ).write(to: folder.appendingPathComponent("data.swift"))
        try run(
            [
                "swiftc", "-Onone", "-swift-version", "5", "-module-name", "main", "main.swift", "data.swift", "-I",
                ".", "Elementary.o", "NeuralCore.o", "LessonKit.o", "-lm", "-lpthread", "-o", "program",
            ] + objects)
        return try run([folder.appendingPathComponent("program").path])
    }

    @discardableResult
    private func run(_ command: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        let log = folder.appendingPathComponent("log")
        let text = folder.appendingPathComponent("text")
        for file in [log, text] { try Data().write(to: file) }
        process.standardOutput = try FileHandle(forWritingTo: text)
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        process.waitUntilExit()
        let output = String(decoding: try Data(contentsOf: text), as: UTF8.self)
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            let errors = String(decoding: try Data(contentsOf: log), as: UTF8.self)
            throw Failure(description: "\(command.prefix(6)) failed:\n\(errors)\n\(output.suffix(2000))")
        }
        return output
    }
}
