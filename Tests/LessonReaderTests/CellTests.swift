import LessonModel
import Testing

struct CellTests {
    @Test func optionsAndPositions() throws {
        let text = """
            ---
            title: T
            ---

            - In a list:

              ```swift
              //| label: one
              //| caption: "A: b"
              //| echo: false
              //| trace: true
              //| scope: local
              //| budget: 5_000
              let a = 1

                print(a)
              ```

            ```swift
            let b = 2
            ```
            """
        let (document, diagnostics) = read(text)
        #expect(diagnostics.isEmpty)
        let cells = document.cells
        try #require(cells.count == 2)
        #expect(cells[0].source == "let a = 1\n\n  print(a)\n")
        #expect(cells[0].fenceLine == 7)
        #expect(cells[0].firstLine == 14)
        #expect(cells[0].columnOffset == 2)
        var options = CellOptions()
        options.label = "one"
        options.caption = "A: b"
        options.echo = false
        options.trace = true
        options.scope = .local
        options.budget = 5_000
        #expect(cells[0].options == options)
        #expect(cells[1].options == CellOptions())
        #expect(cells[1].firstLine == 20)
        #expect(cells[1].name == "cell-2")
        let file = cells[0].sourceFile(named: "lesson.md")
        let place = file.location(of: 13)
        #expect(place.line == 16)
        #expect(place.column == 5)
    }

    @Test func kinds() {
        let text = """
            ```swift
            //| exercise: f
            //| points: 2.5
            ```
            ```swift
            //| check: f
            //| hidden: true
            ```
            ```swift
            //| solution: f
            ```
            ```swift
            //| setup: true
            ```
            """
        let (document, diagnostics) = read(text)
        #expect(diagnostics.isEmpty)
        #expect(document.cells.map(\.kind) == [.exercise("f"), .check("f"), .solution("f"), .setup])
        #expect(document.cells[0].options.points == 2.5)
    }

    @Test(arguments: [
        ("//| lable: a", "2:5: unknown option `lable` | did you mean `label`?"),
        ("//| echo: yes", "2:11: `echo` is true or false | write `//| echo: true` or `//| echo: false`"),
        ("//|points: -1", "2:12: `points` is a number from 0 up | for example `//| points: 2`"),
        ("//| points: nan", "2:13: `points` is a number from 0 up | for example `//| points: 2`"),
        ("//| budget: x", "2:13: `budget` is a whole number of steps | for example `//| budget: 5_000_000`"),
        ("//| scope: all", "2:12: `scope` is local or lesson | write `//| scope: local`"),
        ("//| echo", "2:5: an option has the form `//| key: value`"),
        ("//| label: a b", "2:12: `label` is a name | letters, digits, `-`, `_` and `.`, such as `one-neuron`"),
        ("//| echo: true\n//| echo: true", "3:5: `echo` is set twice in this cell"),
        (
            "let a = 1\n//| echo: false",
            "3:1: an option below the first line of code is a comment | move it to the top of the cell"
        ),
        (
            "//| setup: true\n//| exercise: e",
            "2:12: a cell is one of exercise, check, solution and setup | this one is taken as `exercise`"
        ),
    ])
    func optionErrors(options: String, complaint: String) {
        #expect(complaints("```swift\n" + options + "\n```\n") == [complaint])
    }

    @Test func duplicatesNameTheFirst() throws {
        let cell = "```swift\n//| label: a\n```\n"
        let (document, diagnostics) = read(cell + cell)
        #expect(document.cells.count == 2)
        try #require(diagnostics.count == 1)
        #expect(diagnostics[0].location.line == 5)
        #expect(diagnostics[0].message == "the label `a` is already there, on line 2")
        #expect(diagnostics[0].notes.first?.location.line == 2)
        let exercise = "```swift\n//| exercise: a\n```\n"
        #expect(complaints(exercise + exercise).count == 1)
        let quiz = "```quiz q\nA?\n- [ ] b\n- [x] c\n```\n"
        #expect(complaints(quiz + quiz).count == 1)
    }

    @Test func whatBelongsToAnExerciseNeedsIt() {
        let text = """
            ```swift
            //| exercise: sigmoid
            ```
            ```swift
            //| check: sigmiod
            ```
            ```swift
            //| solution: relu
            ```
            ```hint tanh
            ```
            """
        #expect(
            complaints(text) == [
                "5:12: this check belongs to no exercise: there is no `sigmiod` | did you mean `sigmoid`?",
                "8:15: this solution belongs to no exercise: there is no `relu` | mark a cell with `//| exercise: relu`",
                "10:1: this hint belongs to no exercise: there is no `tanh` | mark a cell with `//| exercise: tanh`",
            ])
    }

    @Test func unclosedFences() {
        #expect(complaints("a\n\n```swift\nlet a = 1") == ["3:1: this fence is never closed | end it with a line ```"])
        #expect(complaints("> ~~~~\n> a\n\nb") == ["1:3: this fence is never closed | end it with a line ~~~~"])
        #expect(
            complaints("```swift\nlet a = 1\n\n```swift\nlet b = 1\n```\n") == [
                "1:1: this fence is not closed before the next one opens | end it with a line ```"
            ])
        #expect(complaints("```swift\n```\n\n````\n```\n````\n\n    ```\n").isEmpty)
    }
}
