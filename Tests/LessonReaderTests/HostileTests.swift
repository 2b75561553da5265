import LessonModel
import LessonReader
import Testing

/// Inputs made to take quadratic time, exhaust the stack or fill memory. Each would take minutes were it quadratic.
@Suite(.serialized)
struct HostileTests {
    struct Input: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String

        init(_ name: String, _ text: String) {
            testDescription = name
            self.text = text
        }
    }

    static let count = 50_000

    static func many(_ piece: String, _ count: Int = count) -> String { String(repeating: piece, count: count) }

    @Test(arguments: [
        Input("stars", many("*", 30_000) + "x" + many("*", 30_000)),
        Input("quotes", many(">")),
        Input("quotes and lines", many("> ") + "a\n" + many("a\n")),
        Input("nested list and lines", many("* ") + "a\n" + many("\n", 200_000)),
        Input("strong openers", many("**a ")),
        Input("mixed emphasis", many("*a_ ")),
        Input("brackets", many("[")),
        Input("links", many("[a](")),
        Input("picture openers", many("![[]()", 160_000)),
        Input("comments", many("a <!-- ")),
        Input("definitions", many("[a]: u\n")),
        Input("dollars", many("$x ")),
        Input("double dollars", many("$$a\n")),
        Input("braces", many("{{")),
        Input("unclosed expressions", many("{{a\" ") + "}}"),
        Input("wide table", many("a|") + "\n" + many("-|") + "\n" + many("a|\n")),
        Input("short rows", many("|a", 64) + "\n" + many("|-", 64) + "|\n" + many("x\n")),
        Input("rules of tables", many("|-|\n")),
        Input("unclosed fence", "```swift\n" + many("a\n")),
        Input("duplicate labels", many("```swift\n//| label: a\n```\n", 10_000)),
        Input("front matter keys", "---\n" + many("x: y\n") + "---\n"),
        Input("front matter value", "---\ntitle: a\n" + many("  a\n") + "---\n"),
        Input("bad links", many("[a](javascript:x) ", 20_000)),
        Input("deep formula", "$" + many("{") + "$"),
        Input("nul", many("\0")),
    ])
    func isReadInLinearTime(input: Input) {
        let clock = ContinuousClock()
        let bytes = Array(input.text.utf8)
        var diagnostics = 0
        let time = clock.measure { diagnostics = LessonReader.read(bytes: bytes, fileName: "l.md").diagnostics.count }
        #expect(time < .seconds(20))
        #expect(diagnostics <= 501)
    }

    @Test func aLongLineAndManyCells() {
        #expect(read(Self.many("lorem ", 1_000_000)).document.blocks.count == 1)
        #expect(read(Self.many("```swift\nlet x = 1\n```\n", 100_000)).document.cells.count == 100_000)
    }

    @Test func tooLongIsRefused() {
        let (document, diagnostics) = LessonReader.read(
            bytes: Array(repeating: 0x61, count: LessonReader.sizeLimit + 1), fileName: "l.md")
        #expect(document.blocks.isEmpty)
        #expect(diagnostics.map(\.message) == ["the lesson has 8388609 bytes; 8388608 is the most"])
    }

    @Test func deepNestingIsFlattened() {
        var blocks = read(Self.many("> ", 5_000) + "text").document.blocks
        var depth = 0
        while case .quote(let inner)? = blocks.first?.kind {
            blocks = inner
            depth += 1
        }
        #expect(depth == 24)
        #expect(outline(blocks) == "p( text)")
    }

    @Test func refusalsAreLocated() {
        #expect(
            complaints("a\n\n" + Self.many("![", 1_001)) == [
                "3:1: more than 1000 pictures stand in one paragraph | the lesson is not read any further"
            ])
    }

    /// Whatever the bytes, there is a document; the generator is a fixed one.
    @Test func noiseIsHarmless() {
        let alphabet = Array("*_`[](){}$|>-#!\\<\n \t:x1~\"'&;/=+é".utf8) + [0xFF, 0x00, 0xEF, 0xB7, 0x90]
        var state: UInt64 = 42
        for _ in 0..<400 {
            var bytes: [UInt8] = []
            for _ in 0..<300 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                bytes.append(alphabet[Int(state >> 33) % alphabet.count])
            }
            let document = LessonReader.read(bytes: bytes, fileName: "l.md").document
            document.visit { block in #expect(block.firstLine >= 1 && block.lastLine >= block.firstLine) }
        }
    }
}
