/// `learn help authoring`: how a lesson is written, on two screens.
enum AuthorGuide {
    static let text = #"""
        Writing a lesson

        A lesson is a Markdown file. `learn new my-lesson.md` writes one with an example of everything; `learn run` shows
        it, `learn check` tries its solutions and stubs, `learn run --watch` shows it again whenever you save.

        Front matter
          Between two lines `---` at the top: title, summary, objectives, needs, seed, learn: 1, lang.

        Cells
          A fence that says swift is a cell. Cells run in order and share their names; a name is declared once. Options
          stand in the cell's first lines:

            //| label: NAME       its name, for --cell and for messages
            //| caption: TEXT     below the cell
            //| echo: false       do not show the code          //| output: false    nor what it prints
            //| eval: false       do not run it                 //| error: true      it is meant to fail
            //| predict: EXPR     the reader guesses this value before it is shown
            //| trace: true       record every pass of a network (false: none)
            //| setup: true       run it, and do not show it
            //| scope: local      its names stay in the cell
            //| budget: STEPS     the most steps that it may take

          {{ expression }} in the text shows a value. $…$ and $$…$$ are formulas.

        Exercises
          Four kinds of cells belong together by the exercise's ID:

            //| exercise: ID      the stub, with `// YOUR CODE HERE` or blanks `___`; //| points: 2
            //| check: ID         expectations; //| hidden: true keeps them from the student
            //| solution: ID      stands in for the stub when checks are tried and in later cells

          A fence ```hint ID gives a hint; several are shown one by one. Checks see what the stub declares and nothing
          else of a student's cell. All checks must hold for the points, unless checks say what each is worth with
          //| points. Let a hidden check try other values than the visible ones, and edge cases.

        Expectations
            expect(value, near: other, tolerance: 1e-6, "what it means")
            expect(value, equals: other, "…")                  expectTrue(condition, "…")
            expectGradient(gradient, of: function, at: point)   a gradient against small nudges

            let log = watch(network)          what the engine does with it from here on
            expect(log.kinds, equals: [.forward, .loss, .backward, .update])
            log.steps[3].before, .after, .gradient, .learningRate

        Questions
          ```quiz NAME, then the question, then a list: `- [ ] wrong`, `- [x] right`, below each `  > the reason`.

        """#
}
