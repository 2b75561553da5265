/// What came of one file in one engine.
public struct CorpusOutcome: Sendable {
    public enum Verdict: Sendable, Equatable {
        case passed
        case failed([String])
        case skipped(String)
    }

    public let file: CorpusFile
    public let engine: String
    public let verdict: Verdict
    /// Nil where the engine was kept away from the file.
    public let result: EngineResult?

    public var failed: Bool {
        if case .failed = verdict { return true }
        return false
    }
}

/// Runs corpus files in an engine and holds the results against the markers.
public struct CorpusRunner: Sendable {
    public let engine: Engine

    public init(_ engine: Engine) {
        self.engine = engine
    }

    public func run(_ files: [CorpusFile]) throws -> [CorpusOutcome] {
        let due = files.filter { $0.skips[engine.name] == nil }
        var results = try engine.runAll(due.map { ($0.path, $0.bytes) }).makeIterator()
        return files.map { file in
            if let reason = file.skips[engine.name] {
                return CorpusOutcome(file: file, engine: engine.name, verdict: .skipped(reason), result: nil)
            }
            guard let result = results.next() else {
                let lost = CorpusOutcome.Verdict.failed(["the engine gave no result"])
                return CorpusOutcome(file: file, engine: engine.name, verdict: lost, result: nil)
            }
            let complaints = compare(result, with: file)
            let verdict: CorpusOutcome.Verdict = complaints.isEmpty ? .passed : .failed(complaints)
            return CorpusOutcome(file: file, engine: engine.name, verdict: verdict, result: result)
        }
    }

    /// Each way in which `result` breaks a promise of `file`, as a located line; empty where it keeps them all.
    public func compare(_ result: EngineResult, with file: CorpusFile) -> [String] {
        var complaints = compareDiagnostics(result, with: file)
        // A program that was refused against its promise has nothing else to say.
        if !complaints.isEmpty && file.errors.isEmpty { return complaints }
        complaints += compareTrap(result, with: file)
        complaints += compareOutput(result, with: file)
        return complaints
    }

    private func compareDiagnostics(_ result: EngineResult, with file: CorpusFile) -> [String] {
        var complaints: [String] = []
        for marker in file.errors {
            let found = result.diagnostics.filter { $0.line == marker.line }
            if found.isEmpty {
                complaints.append("\(file.path):\(marker.line): expected an error here, about \(marker.text)")
            } else if engine.usesOurWording && !found.contains(where: { mentions($0.text, marker.text) }) {
                complaints.append(
                    "\(file.path):\(marker.line): expected \(marker.text), the error says \(found[0].text)")
            }
        }
        let marked = Set(file.errors.map(\.line))
        for message in result.diagnostics where !marked.contains(message.line) {
            complaints.append("\(file.path):\(message.line): unexpected error: \(message.text)")
        }
        return complaints
    }

    private func compareTrap(_ result: EngineResult, with file: CorpusFile) -> [String] {
        switch (file.trap, result.trap) {
        case (nil, nil): return []
        case (nil, let trap?): return ["\(file.path):\(trap.line): unexpected trap: \(trap.text)"]
        case (let marker?, nil): return ["\(file.path):\(marker.line): expected a trap here, about \(marker.text)"]
        case (let marker?, let trap?):
            if trap.line != marker.line {
                return ["\(file.path):\(trap.line): trapped here instead of line \(marker.line): \(trap.text)"]
            }
            if engine.usesOurWording && !mentions(trap.text, marker.text) {
                return ["\(file.path):\(marker.line): expected \(marker.text), the trap says \(trap.text)"]
            }
            return []
        }
    }

    private func compareOutput(_ result: EngineResult, with file: CorpusFile) -> [String] {
        if result.output == file.expectedOutput { return [] }
        let text = String(decoding: result.output, as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let isWhole = lines.last == ""
        if isWhole { lines.removeLast() }
        var complaints: [String] = []
        for (marker, line) in zip(file.expectations, lines) where marker.text != line {
            complaints.append("\(file.path):\(marker.line): expected «\(marker.text)», got «\(line)»")
        }
        for marker in file.expectations.dropFirst(lines.count) {
            complaints.append("\(file.path):\(marker.line): expected «\(marker.text)», the output had ended")
        }
        for line in lines.dropFirst(file.expectations.count) {
            complaints.append("\(file.path): more output than expected: «\(line)»")
        }
        if !isWhole && complaints.isEmpty { complaints.append("\(file.path): the output does not end in a newline") }
        return complaints
    }

    /// Whether `message` holds `fragment`, in whatever case.
    private func mentions(_ message: String, _ fragment: String) -> Bool {
        message.lowercased().contains(fragment.lowercased())
    }
}
