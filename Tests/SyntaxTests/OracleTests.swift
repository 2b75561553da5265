import Foundation
import SourceText
import Syntax
import Testing

func split(_ text: String) -> [String] { text.components(separatedBy: "\n===\n") }

func messages(_ text: String) -> [String] {
    Parser(file: SourceFile(name: "test.swift", text: text)).parse().diagnostics.map(\.message)
}

/// What Swift's own parser takes and refuses. The lists hold what it said; `swiftcAgrees` asks it again.
@Suite struct OracleTests {
    @Test func accepts() {
        for text in acceptedCases { #expect(messages(text) == [], "\(text)") }
    }

    @Test func refuses() {
        for text in refusedCases { #expect(messages(text) != [], "\(text)") }
    }

    /// No more than two messages for one mistake.
    @Test func doesNotCascade() {
        for text in refusedCases { #expect(messages(text).count <= 2, "\(text)") }
    }

    /// Every accepted piece in one file, each refused one in its own.
    @Test func swiftcAgrees() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("syntax-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func complaints(_ text: String) throws -> String {
            let url = folder.appendingPathComponent("main.swift")
            try Data((text + "\n").utf8).write(to: url)
            let process = Process()
            let pipe = Pipe()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["swiftc", "-frontend", "-parse", "-swift-version", "5", url.path]
            process.standardError = pipe
            try process.run()
            let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            return said.contains(": error: ") ? said : ""
        }
        let accepted = acceptedCases.filter { !$0.hasPrefix("#!") }.joined(separator: "\nlet separator = 0\n")
        #expect(try complaints(accepted) == "")
        for text in refusedCases { #expect(try complaints(text) != "", "\(text)") }
    }
}
