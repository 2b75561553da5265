import LessonModel
import Testing

struct QuizTests {
    @Test func aQuiz() throws {
        let text = """
            ```quiz bias-role
            What does $b$ do?
            - [ ] It scales *every* input.
            - [x] It shifts {{ b }}.
              > Without `b` all pass
              > through 0.
            - [ ] $x$
            ```
            """
        let (document, diagnostics) = read(text)
        #expect(diagnostics.isEmpty)
        guard case .quiz(let quiz) = document.blocks.first?.kind else {
            Issue.record("no quiz")
            return
        }
        #expect(quiz.id == "bias-role")
        #expect(outline(quiz.question) == "What does $b$ do?")
        #expect(quiz.choices.map(\.isCorrect) == [false, true, false])
        #expect(
            quiz.choices.map { outline($0.inlines) } == ["It scales _every_ input.", "It shifts {{b}}.", "$x$"])
        #expect(outline(quiz.choices[1].reason) == "p(Without `b` all pass⏎through 0.)")
        #expect(quiz.choices[1].reason.first?.firstLine == 5)
        #expect(document.expressions.first?.line == 4)
        #expect(document.expressions.first?.column == 20)
    }

    @Test(arguments: [
        ("A?\n- [ ] b\n- [ ] c", "1:1: this quiz has no right answer | mark it with `- [x]`"),
        ("A?", "1:1: this quiz has no choices | write each on a line of its own: `- [ ] wrong`, `- [x] right`"),
        ("- [ ] b\n- [x] c", "1:1: this quiz has no question"),
        ("A?\n- b\n- [x] c", "3:1: a choice begins with a box | write `- [ ] wrong` or `- [x] right`"),
        (
            "A?\n- [ ] b\n- [x] c\n\nD",
            "6:1: nothing follows the choices of a quiz | put the choices into one list at the end"
        ),
    ])
    func quizErrors(content: String, complaint: String) {
        #expect(complaints("```quiz q\n" + content + "\n```\n") == [complaint])
    }

    @Test func hints() {
        let text = "```swift\n//| exercise: e\n```\n\n````hint e\nTry $x$:\n\n```swift\nexp(1)\n```\n````\n"
        #expect(complaints(text).isEmpty)
        #expect(outline(text) == "cell(e)\nhint(e)[p(Try $x$:)\ncode(swift: \"exp(1)\\n\")]")
        #expect(complaints("```hint\na\n```") == ["1:1: a hint needs the id of its exercise | write ```hint ID"])
    }
}
