import LessonModel
import Testing

struct MathematicsTests {
    @Test(arguments: [
        ("$a_{1}*b$ and *x*", "p($a₁ ∗ b$ and _x_)"),
        ("$5 and $6", "p($5 and $6)"),
        ("from $5-$6 to $7", "p(from $5-$6 to $7)"),
        ("$ x$ and $x $ y", "p($ x$ and $x $ y)"),
        ("\\$x\\$ and $x$", "p($x$ and $x$)"),
        ("`$x$` and ``a ` $y$``", "p(`$x$` and `a ` $y$`)"),
        ("$HOME and `$PATH`", "p($HOME and `$PATH`)"),
        ("**$x$**: **bold $y$!**", "p(*$x$*: *bold $y$!*)"),
        ("*$x$* _a $y$_", "p(_$x$_ _a $y$_)"),
        ("$a\nb$ c", "p($ab$ c)"),
        // A line that begins with `+` is a list item wherever Markdown is read.
        ("$a\n+ b$ c", "p($a)\nlist[p(b$ c)]"),
        ("see $$x^2$$.", "p(see )\nmath(x²)\np(.)"),
        ("$$x$$", "math(x)"),
        ("# A $x$", "h1(A $x$)"),
        ("[a $x$](b$c$d)", "p(<a $x$>(b$c$d))"),
        ("<b a=\"$x$\">", "p(<b a=\"$x$\">)"),
        ("    $x$", "code(: \"$x$\\n\")"),
        ("```\n$x$\n$$\n```\n$$y$$", "code(: \"$x$\\n$$\\n\")\nmath(y)"),
        ("$$\na\n= b\n- c\n$$", "math(a = b − c)"),
        ("text\n$$\na\n$$\nmore", "p(text)\nmath(a)\np(more)"),
        ("> $$\n> a\n> + b\n> $$\n> c", "quote[math(a + b)\np(c)]"),
        ("- x\n\n  $$\n  a\n  $$", "loose[p(x)\nmath(a)]"),
    ])
    func extraction(markdown: String, expected: String) {
        #expect(outline(markdown) == expected)
    }

    @Test func aFormulaOverLinesOfAQuoteHasNoQuoteMarks() throws {
        guard case .quote(let blocks) = read("> $a\n> b$ c").document.blocks[0].kind,
            case .paragraph(let inlines) = blocks[0].kind, case .mathematics(let formula) = inlines[0]
        else {
            Issue.record("no formula")
            return
        }
        #expect(formula.source == "a\nb")
        #expect(!formula.isDisplay)
    }

    @Test func errorsStandInTheLesson() {
        #expect(
            complaints("# T\n\nThe rule $a + \\alhpa$.") == [
                "3:15: `\\alhpa` is not in the TeX subset | did you mean `\\alpha`?"
            ])
        #expect(complaints("> $$\n> a\n>   \\foo\n> $$") == ["3:5: `\\foo` is not in the TeX subset"])
    }

    @Test func expressionsKnowTheirPlace() {
        let text = "A {{ f { $0 }[\"}}\"] }} b.\n\n```swift\nlet x = 1\n```\n\n> - é {{x}} and \\{{ y }}, `{{ z }}`\n"
        let (document, diagnostics) = read(text)
        #expect(diagnostics.isEmpty)
        #expect(
            document.expressions == [
                InlineExpression(index: 0, cellsBefore: 0, source: "f { $0 }[\"}}\"]", line: 1, column: 6),
                InlineExpression(index: 1, cellsBefore: 1, source: "x", line: 7, column: 10),
            ])
    }

    @Test func anUnclosedExpressionIsReported() {
        #expect(
            complaints("a {{ b\n\n{{ c }} {{ }}") == [
                "1:3: `{{` is not closed on its line | close the expression with `}}`, or write `\\{{` for two braces",
                "3:9: `{{ }}` needs an expression between its braces",
            ])
    }
}
