import Foundation

/// The verdicts of `swiftc` on the whole corpus as a file in the tree, so that a test run needs no compiler to know
/// that the expectations it relies on were blessed. Each line holds a hash of the program, one of its output, and what
/// became of it:
///
///     0c5d6f3e8a9b7a10 5be0f2c3d4a19c77 ran - arrays/append.swift
///     91c0aa7be2f10d3c cbf29ce484222325 refused 5,9 errors/mixed-numbers.swift
///     7d02f6a1c59e4b38 2ab6e91c0d7f5534 trapped 4 traps/index.swift
public struct Verdicts: Equatable, Sendable {
    public struct Entry: Equatable, Sendable {
        public var contentHash: String
        public var outputHash: String
        public var kind: String
        /// The lines refused, or the line that trapped; empty for a program that ran to its end.
        public var lines: [Int]
        public var path: String

        public init(_ file: CorpusFile, _ result: EngineResult) {
            contentHash = file.contentHash
            outputHash = ContentHash.of(result.output)
            path = file.path
            if let trap = result.trap {
                (kind, lines) = ("trapped", [trap.line])
            } else if !result.diagnostics.isEmpty {
                (kind, lines) = ("refused", Array(Set(result.diagnostics.map(\.line))).sorted())
            } else {
                (kind, lines) = ("ran", [])
            }
        }

        init?(line: Substring) {
            let parts = line.split(separator: " ", maxSplits: 4).map(String.init)
            guard parts.count == 5 else { return nil }
            (contentHash, outputHash, kind, path) = (parts[0], parts[1], parts[2], parts[4])
            lines = parts[3] == "-" ? [] : parts[3].split(separator: ",").compactMap { Int($0) }
        }

        var line: String {
            let places = lines.isEmpty ? "-" : lines.map(String.init).joined(separator: ",")
            return "\(contentHash) \(outputHash) \(kind) \(places) \(path)"
        }

        /// What the markers of `file` promise, in the form of a verdict.
        init(promisedBy file: CorpusFile) {
            self.init(
                file,
                EngineResult(
                    output: file.expectedOutput,
                    diagnostics: file.errors.map { .init(line: $0.line, text: $0.text) },
                    trap: file.trap.map { .init(line: $0.line, text: $0.text) }))
        }
    }

    public var entries: [Entry]

    public init(_ entries: [Entry]) {
        self.entries = entries.sorted { $0.path < $1.path }
    }

    public init(contentsOf url: URL) throws {
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        self.init(text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap(Entry.init(line:)))
    }

    public var text: String {
        "# What swiftc made of each file: content, output, verdict, lines. Written by `swift run corpus-tool bless`.\n"
            + entries.map { $0.line + "\n" }.joined()
    }

    /// Every file whose markers the stored verdicts do not bless, as located lines; none where all is up to date.
    public func complaints(about files: [CorpusFile]) -> [String] {
        let known = Dictionary(entries.map { ($0.path, $0) }) { $1 }
        var complaints: [String] = []
        let due = files.filter { $0.skips["swiftc"] == nil }
        for file in due {
            if known[file.path] != Entry(promisedBy: file) {
                complaints.append("\(file.path):1: not blessed as it stands; run `swift run corpus-tool bless`")
            }
        }
        let paths = Set(due.map(\.path))
        for entry in entries where !paths.contains(entry.path) {
            complaints.append("verdicts.txt: \(entry.path) is no longer there")
        }
        return complaints
    }
}
