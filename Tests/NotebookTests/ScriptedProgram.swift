import LessonKit
import LessonModel
import SourceText

@testable import Notebook

/// A program whose "language" is a line of words a statement, so that tests of the runner need no compiler:
/// `say TEXT` prints, `stop` traps, `refuse` is refused, `loop` never ends, `let x = …` does nothing,
/// `draw` plots, `claim` fails an expectation.
final class ScriptedProgram: CellProgram {
    var events: CellEvents?
    private(set) var ran: [String] = []
    private(set) var stepsUsed: Int64 = 0
    var liveBytes: Int64 { 1000 }
    private var file = SourceFile(name: "none", text: "")
    private var offset = 0
    private var output: [UInt8] = []

    func prepare(_ file: SourceFile, isLocal: Bool) -> [Diagnostic] {
        self.file = file
        offset = 0
        stepsUsed = 0
        output = []
        let text = file.text(Span(0, file.bytes.count))
        guard let place = text.range(of: "refuse") else { return [] }
        let lower = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
        return [Diagnostic(in: file, at: Span(lower, lower + 6), "refused")]
    }

    func advance(steps: Int64) -> CellProgress {
        var left = steps
        while left > 0 {
            let rest = file.bytes[offset...]
            if rest.isEmpty { return .finished }
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            let line = String(decoding: rest[..<end], as: UTF8.self)
            left -= 1
            stepsUsed += 1
            if line == "loop" { continue }
            if line == "stop" { return .stopped(Diagnostic(in: file, at: Span(offset, end), "stopped")) }
            execute(line)
            offset = min(end + 1, file.bytes.count)
        }
        return .yielded
    }

    private func execute(_ line: String) {
        ran.append(line)
        if line.hasPrefix("say ") { output += Array(line.utf8.dropFirst(4)) + [0x0A] }
        if line == "draw" { plot([[3, 1, 2]], labels: [""], title: "t", x: "i", y: "v", to: events) }
        if line == "claim" {
            let claim = Expectation(isMet: false, message: "one is two", expected: "2.0", actual: "1.0")
            events?.receive(.expectation(claim))
        }
        // A value in the text: the line between `print((` and its end.
        if line == "six * seven" { output += Array("42".utf8) }
    }

    func abandon() { offset = file.bytes.count }

    func takeOutput() -> [UInt8] {
        defer { output = [] }
        return output
    }

    func place() -> (file: SourceFile, span: Span)? { (file, Span(offset, offset + 1)) }
    func outerPlace() -> (file: SourceFile, span: Span)? { place() }
}

extension String {
    fileprivate func range(of word: String) -> Range<String.Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
            start = index(after: start)
        }
        return nil
    }
}
