import LessonModel
import LessonReader
import Testing

struct BlockTests {
    @Test(arguments: [
        ("# A\n\nB *c* **d** `e`\\\nf", "h1(A)\np(B _c_ *d* `e`⏎⏎f)"),
        ("1. a\n2. b", "list[p(a); p(b)]"),
        ("- a\n\n- b", "loose[p(a); p(b)]"),
        ("> a\n> - b", "quote[p(a)\nlist[p(b)]]"),
        ("---\nx: y\n---\n***", "rule"),
        ("a <b>c</b> <!-- d -->e", "p(a <b>c</b> e)"),
        ("<div>\n<script>x</script>\n</div>", "p(<div>⏎<script>x</script>⏎</div>)"),
        ("<!-- a\n\nb -->\n\nc", "p(c)"),
        ("```python\nprint(1)\n```", "code(python: \"print(1)\\n\")"),
        (
            "[a](https://x.org) [b](rel/x.md#y) [c](#d) [e](mailto:f@g.h)",
            "p(<a>(https://x.org) <b>(rel/x.md#y) <c>(#d) <e>(mailto:f@g.h))"
        ),
        ("[a](javascript:x) [b](JAVASCRIPT:x) [c](//d) [e](data:,f) [g](java&#10;script:h)", "p(a b c e g)"),
        (
            "![a](b/c.png) ![d](../e) ![f](/g) ![h](https://i/j) ![k](%2e%2e/l) ![m](n%5c..)",
            "p(!<a>(b/c.png) d f h k m)"
        ),
        ("a\r\nb\rc", "p(a⏎b⏎c)"),
    ])
    func structure(markdown: String, expected: String) { #expect(outline(markdown) == expected) }

    @Test func headingIds() {
        let blocks = read("# The chain: $\\sigma$ Rule!\n# A\n# A\n# A-1\n# ?\n").document.blocks
        let ids = blocks.compactMap { block -> String? in
            if case .heading(let heading) = block.kind { return heading.id }
            return nil
        }
        #expect(ids == ["the-chain-σ-rule", "a", "a-1", "a-1-1", "section"])
    }

    @Test func linesOfBlocks() {
        let text = "---\ntitle: T\n---\n\n# H\n\np $a\nb$\n\n$$\nx\n$$\n\n- i\n\n  q {{ v }}\n"
        let blocks = read(text).document.blocks
        #expect(blocks.map(\.firstLine) == [5, 7, 10, 14])
        #expect(blocks.map(\.lastLine) == [5, 8, 12, 16])
    }

    @Test func droppedTargetsAreNamed() {
        #expect(
            complaints("a\n[b](javascript:c)") == [
                "2:5: this link's target is left out | allowed are http, https, mailto, relative and `#` targets"
            ])
    }

    @Test func invalidBytesAreReplacedAndNamed() {
        var bytes = Array("ab\ncd ".utf8)
        bytes += [0xC0, 0xAF, 0x20, 0xED, 0xA0, 0x80, 0x00, 0xF5]
        let (document, diagnostics) = LessonReader.read(bytes: bytes, fileName: "l.md")
        #expect(diagnostics.count == 1)
        #expect(diagnostics.first?.location.line == 2)
        #expect(diagnostics.first?.location.column == 4)
        #expect(outline(document.blocks) == "p(ab⏎cd \u{FFFD} \u{FFFD}\u{FFFD}\u{FFFD})")
    }

    /// U+FDD0 and U+FDD1 mark within the reader what has been taken out of the text.
    @Test func reservedCharactersMarkNothing() {
        let bytes = [0xEF, 0xB7, 0x90, 0x30, 0xEF, 0xB7, 0x91] + Array(" $x$".utf8)
        let (document, diagnostics) = LessonReader.read(bytes: bytes, fileName: "l.md")
        #expect(outline(document.blocks) == "p(\u{FFFD}0\u{FFFD} $x$)")
        #expect(diagnostics.isEmpty)
    }

    @Test func aByteOrderMarkIsSkipped() {
        #expect(outline("\u{FEFF}# A") == "h1(A)")
    }

    @Test func nothing() {
        #expect(read("").document.blocks.isEmpty)
        #expect(read("").diagnostics.isEmpty)
    }
}
