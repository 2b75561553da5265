import Foundation

/// One program of the corpus together with what its markers promise.
///
/// A marker is a comment beside the line that it speaks of:
///
///     print(1 + 2)          // expect: 3
///     let n = 1 + 2.5 + i   // error: Double
///     print([1, 2][2])      // trap: index
///
/// `expect` lines, in the order in which they stand in the file, are the whole output; a line of output that no
/// source line stands for has a comment line of its own. `error` and `trap` carry a fragment of our own message.
/// A comment line `// skip wasm: reason` at the top keeps one engine away from the file.
public struct CorpusFile: Sendable {
    /// A marker's text and the line, counted from 1, on which it stands.
    public struct Marker: Sendable, Equatable {
        public var line: Int
        public var text: String

        public init(line: Int, text: String) {
            self.line = line
            self.text = text
        }
    }

    /// What is wrong with a corpus file itself.
    public struct MalformedFile: Error, CustomStringConvertible {
        public var path: String
        public var line: Int
        public var reason: String
        public var description: String { "\(path):\(line): error: \(reason)" }
    }

    /// Relative to the corpus folder, such as `arrays/append.swift`.
    public let path: String
    public let bytes: [UInt8]
    /// 1 for what numeric lessons need, 2 for the rest of the language.
    public let tier: Int
    /// The second line of the file: what it shows.
    public let summary: String
    public let expectations: [Marker]
    public let errors: [Marker]
    public let trap: Marker?
    /// Engines that do not run this file, with the written reason.
    public let skips: [String: String]

    public init(path: String, bytes: [UInt8]) throws(MalformedFile) {
        self.path = path
        self.bytes = bytes
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        func comment(_ index: Int) -> String? {
            guard index < lines.count, lines[index].hasPrefix("// ") else { return nil }
            return String(lines[index].dropFirst(3))
        }
        switch comment(0) {
        case "tier: 1": tier = 1
        case "tier: 2": tier = 2
        default: throw MalformedFile(path: path, line: 1, reason: "the first line is not `// tier: 1` or `// tier: 2`")
        }
        guard let summary = comment(1), !summary.isEmpty else {
            throw MalformedFile(path: path, line: 2, reason: "the second line is not a comment that says what it shows")
        }
        self.summary = summary

        var expectations: [Marker] = []
        var errors: [Marker] = []
        var traps: [Marker] = []
        var skips: [String: String] = [:]
        for (index, line) in lines.enumerated() {
            let number = index + 1
            if let text = Self.text(of: "expect", in: line) {
                expectations.append(Marker(line: number, text: text))
            } else if let text = Self.text(of: "error", in: line) {
                errors.append(Marker(line: number, text: text.trimmingCharacters(in: .whitespaces)))
            } else if let text = Self.text(of: "trap", in: line) {
                traps.append(Marker(line: number, text: text.trimmingCharacters(in: .whitespaces)))
            } else if line.hasPrefix("// skip "), let colon = line.firstIndex(of: ":") {
                let engine = line[..<colon].dropFirst("// skip ".count)
                let reason = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
                if reason.isEmpty { throw MalformedFile(path: path, line: number, reason: "a skip needs its reason") }
                skips[String(engine)] = reason
            }
        }
        if let second = traps.dropFirst().first {
            throw MalformedFile(path: path, line: second.line, reason: "a program stops only once")
        }
        if let error = errors.first, !(expectations.isEmpty && traps.isEmpty) {
            throw MalformedFile(path: path, line: error.line, reason: "a program that is refused has no output")
        }
        if expectations.isEmpty && errors.isEmpty && traps.isEmpty {
            throw MalformedFile(path: path, line: 1, reason: "no marker: the file promises nothing")
        }
        for marker in errors + traps where marker.text.isEmpty {
            throw MalformedFile(path: path, line: marker.line, reason: "the marker needs a fragment of the message")
        }
        self.expectations = expectations
        self.errors = errors
        trap = traps.first
        self.skips = skips
    }

    private static func text(of marker: String, in line: Substring) -> String? {
        guard let range = line.range(of: "// \(marker):") else { return nil }
        let rest = line[range.upperBound...]
        return String(rest.hasPrefix(" ") ? rest.dropFirst() : rest)
    }

    /// What the whole program prints, as bytes: each expected line with its newline.
    public var expectedOutput: [UInt8] { expectations.flatMap { Array($0.text.utf8) + [0x0A] } }

    /// Whether the program reaches for the functions of the platform's mathematics library.
    public var importsFoundation: Bool { Self.importsFoundation(bytes) }

    static func importsFoundation(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").contains { $0.hasPrefix("import Foundation") }
    }

    /// Changes with every byte of the file.
    public var contentHash: String { ContentHash.of(bytes) }
}

/// A folder of corpus files.
public struct CorpusFolder: Sendable {
    public let url: URL
    /// In the order of their paths.
    public let files: [CorpusFile]

    public init(_ url: URL) throws {
        self.url = url
        let names = try FileManager.default.subpathsOfDirectory(atPath: url.path)
        files = try names.filter { $0.hasSuffix(".swift") }.sorted().map {
            try CorpusFile(path: $0, bytes: [UInt8](Data(contentsOf: url.appendingPathComponent($0))))
        }
    }

    public var verdictFile: URL { url.appendingPathComponent("verdicts.txt") }
}

/// FNV-1a over 64 bits, as 16 hexadecimal digits: it tells edits apart, it does not guard against an adversary.
public enum ContentHash {
    public static func of(_ bytes: some Sequence<UInt8>) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
