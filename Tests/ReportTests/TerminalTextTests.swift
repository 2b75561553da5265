import Foundation
import LessonModel
import Testing

@testable import Report

@Suite struct TerminalTextTests {
    static func text(width: Int = 80, color: Bool = false, unicode: Bool = true) -> String {
        TerminalReport(
            document: SampleLesson.document, recording: SampleLesson.recording,
            style: TextStyle(width: width, color: color, unicode: unicode), place: LessonPlace(number: 3, of: 5)
        ).text
    }

    static func widest(_ text: String) -> (columns: Int, line: String) {
        var widest = (columns: 0, line: "")
        for line in text.split(separator: "\n") {
            let columns = Columns.of(String(line))
            if columns > widest.columns { widest = (columns, String(line)) }
        }
        return widest
    }

    @Test(arguments: [40, 60, 72, 79, 80, 120, 200]) func noLineIsTooWide(width: Int) {
        for unicode in [true, false] {
            let widest = Self.widest(Self.text(width: width, unicode: unicode))
            #expect(widest.columns <= width, "\(widest.line)")
        }
        let evil = TerminalReport(
            document: EscapingTests.document, recording: EscapingTests.recording, style: TextStyle(width: width)
        ).text
        #expect(Self.widest(evil).columns <= width, "\(Self.widest(evil).line)")
    }

    @Test func colourAddsNothingButColour() {
        let coloured = Self.text(color: true)
        var stripped = ""
        for (index, part) in coloured.components(separatedBy: "\u{1B}[").enumerated() {
            stripped += index == 0 ? part : String(part.drop { $0 != "m" }.dropFirst())
        }
        // Emphasis stands between stars only where it has no colour.
        let plain = Self.text().replacingOccurrences(of: "*", with: "").split(whereSeparator: \.isWhitespace)
        #expect(stripped.replacingOccurrences(of: "*", with: "").split(whereSeparator: \.isWhitespace) == plain)
    }

    @Test func aRunOfOneColourIsOneSequence() {
        let text = Self.text(color: true)
        #expect(text.contains("\u{1B}[1mALL SLOPES AT ONCE\u{1B}[0m\n"))
        #expect(text.contains("\u{1B}[94mw₁\u{1B}[0m up a little"))
    }

    @Test func asciiHasNoOtherCharacter() {
        #expect(Self.text(unicode: false).unicodeScalars.allSatisfy { $0.isASCII })
    }

    @Test func linesEndWithoutSpaces() {
        for line in Self.text().split(separator: "\n") { #expect(line.last != " ") }
    }

    /// The figures of the drawing, of the table and of the sentences are those that the network gives.
    @Test func theNumbersAreTheNetworks() {
        let text = Self.text()
        let pass = SampleNetwork().pass(1, 0, answer: 1, rate: 0.5)
        for layer in pass.layers {
            for value in layer.z + layer.a + layer.dA + layer.dZ + layer.dW.flatMap({ $0 }) {
                let shown = String(format: "%.7f", abs(value))
                #expect(text.contains(shown), "\(shown)")
            }
        }
        #expect(text.contains("z = 0.8·1.0 − 0.8·0.0 + 0.7 = 1.5, a = σ(1.5) = 0.818"))
    }

    @Test func wideCharactersCountTwo() {
        #expect(Columns.of("漢字") == 4)
        #expect(Columns.of("a\u{301}") == 1)
        let lines = Wrap.lines([Piece("漢字漢字 漢字漢字")], width: 9)
        #expect(lines.map(\.width) == [8, 8])
        #expect(Wrap.cut([Piece("漢字漢")], width: 5).map(\.width) == [4, 2])
    }

    @Test func longWordsAreCut() {
        let lines = Wrap.lines([Piece("ab " + String(repeating: "x", count: 25) + " cd")], width: 10)
        #expect(lines.map(\.width) == [2, 10, 10, 8])
    }

    @Test func filesWithStrangeNamesAreQuoted() {
        #expect(CommandLines(file: "lesson3.md").step == "learn step lesson3.md")
        #expect(CommandLines(file: "my lesson.md").step == "learn step 'my lesson.md'")
    }

    @Test func oneCellCanBeShown() {
        let report = TerminalReport(document: SampleLesson.document, recording: SampleLesson.recording)
        #expect(report.text(ofCell: 8).contains("42"))
        #expect(report.text(ofCell: 99).isEmpty)
    }
}
