import LessonModel
import Testing

struct FrontMatterTests {
    @Test func everyKey() {
        let text = """
            ---
            # a comment
            title: "Back: \\"propagation\\""   # more
            summary: One weight,
              one chain rule.
            objectives:
              - follow a gradient
              - 'it''s fine'
            needs: [neurons, "a, b", don't]
            seed: 18446744073709551615
            learn: 1
            lang: pt-BR
            ---
            # H
            """
        let (document, diagnostics) = read(text)
        #expect(diagnostics.isEmpty)
        var expected = FrontMatter()
        expected.title = "Back: \"propagation\""
        expected.summary = "One weight, one chain rule."
        expected.objectives = ["follow a gradient", "it's fine"]
        expected.needs = ["neurons", "a, b", "don't"]
        expected.seed = .max
        expected.language = "pt-BR"
        #expect(document.frontMatter == expected)
        #expect(document.blocks.first?.firstLine == 14)
    }

    @Test(arguments: [
        ("titel: x", "2:1: unknown key `titel` in the front matter | did you mean `title`?"),
        ("title x", "2:1: the front matter has lines of the form `key: value` | put a space after the colon"),
        ("seed: -1", "2:7: `seed` is a whole number from 0 up | for example `seed: 7`"),
        ("learn: 2", "2:8: this program reads lessons of format 1 | write `learn: 1`"),
        ("title: [a]", "2:8: `title` is one value, not a list"),
        ("needs: [a, b", "2:8: the list is never closed | end it with `]`"),
        ("title: \"a", "2:8: the quoted value is never closed"),
        ("lang: \"a b\"", "2:7: `lang` is a language tag | such as `en` or `pt-BR`"),
        ("summary: |", "2:10: block scalars are not read here | write the text behind the colon"),
        ("- a", "2:1: a list item without its key | write `objectives:` on the line above"),
        ("seed: 1\nseed: 2", "3:1: `seed` is set twice"),
    ])
    func errors(line: String, complaint: String) {
        #expect(complaints("---\n" + line + "\n---\n") == [complaint])
    }

    @Test func neverClosed() {
        #expect(
            complaints("---\ntitle: x\n\n# H") == ["1:1: the front matter is never closed | end it with a line `---`"])
        #expect(outline("---\n# H") == "h1(H)")
    }

    @Test func withoutFrontMatter() {
        let document = read("# A *title*\n").document
        #expect(document.title == "A title")
        #expect(document.frontMatter == FrontMatter())
    }
}
