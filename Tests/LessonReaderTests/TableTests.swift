import LessonModel
import Testing

struct TableTests {
    @Test(arguments: [
        ("|a|b|\n|-|-|\n|1|2|", "table{a | b / 1 | 2}"),
        ("a | b\n--- | ---\n1 | 2\n\nend", "table{a | b / 1 | 2}\np(end)"),
        ("text\na | b\n--|--\n1", "p(text)\ntable{a | b / 1 | }"),
        ("|a|b|\n|-|-|\n|1|2|3|\n|x|", "table{a | b / 1 | 2 / x | }"),
        ("|a\\|b|`c\\|d`|\n|-|-|", "table{a|b | `c|d`}"),
        ("|$P(a|b)$|**x!**|\n|-|-|\n|{{ a || b }}|[l](u)|", "table{$P(a|b)$ | *x!* / {{a || b}} | <l>(u)}"),
        ("|# a|- b|\n|-|-|", "table{# a | - b}"),
        ("- x\n- | a | b |\n  |---|---|\n  | 1 | 2 |\n- y", "list[p(x); table{a | b / 1 | 2}; p(y)]"),
        ("> |a|\n> |-|\n> |1|", "quote[table{a / 1}]"),
        ("|a|b|\n|-|-|\n|1|2|\n# h", "table{a | b / 1 | 2}\nh1(h)"),
        ("|a|\n|-|\n\n|b|\n|-|", "table{a}\ntable{b}"),
        ("```\n|a|b|\n|-|-|\n```", "code(: \"|a|b|\\n|-|-|\\n\")"),
        ("|a|\n|-|\n|[x]|\n\n[x]: /u", "table{a / <x>(/u)}"),
    ])
    func tables(markdown: String, expected: String) {
        #expect(outline(markdown) == expected)
    }

    @Test func alignmentsAndLines() throws {
        let block = read("x\n\n|a|b|c|d|\n|:-|-:|:-:|-|\n|1|2|3|4|").document.blocks[1]
        guard case .table(let table) = block.kind else {
            Issue.record("no table")
            return
        }
        #expect(table.alignments == [.left, .right, .center, .unspecified])
        #expect(block.firstLine == 3)
        #expect(block.lastLine == 5)
    }

    @Test func aHeaderOfAnotherWidthIsNoTable() {
        #expect(
            complaints("|a|b|c|\n|-|-|") == [
                "2:1: no table: the line above has 3 cells and this one has 2"
                    + " | a bar within a cell is written `\\|`, also in code"
            ])
    }
}
