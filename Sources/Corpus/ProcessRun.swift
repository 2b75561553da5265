import Foundation

/// One run of a program of the system to its end, its output taken in files so that no pipe can fill up.
struct ProcessRun {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let output: [UInt8]
    let errors: String
    /// 128 + the signal's number where a signal ended it, as in a shell; 124 where the time was up.
    let status: Int32

    /// - Parameters:
    ///   - seconds: The process is killed after so long.
    ///   - input: What it reads from standard input.
    ///   - folder: An existing folder for the files in which its output is taken.
    init(
        _ arguments: [String], seconds: Int, environment: [String: String] = [:], input: URL? = nil, in folder: URL
    ) throws {
        let outputFile = folder.appendingPathComponent("stdout.\(UUID().uuidString)")
        let errorFile = folder.appendingPathComponent("stderr.\(UUID().uuidString)")
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        defer { for file in [outputFile, errorFile] { try? FileManager.default.removeItem(at: file) } }

        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["timeout", "-s", "KILL", "\(seconds)"] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.currentDirectoryURL = folder
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        try process.run()
        process.waitUntilExit()

        output = [UInt8](try Data(contentsOf: outputFile))
        errors = String(decoding: try Data(contentsOf: errorFile), as: UTF8.self)
        let signalled = process.terminationReason == .uncaughtSignal
        status = process.terminationStatus + (signalled ? 128 : 0)
    }
}
