/// `learn help authoring`: how a lesson is written, on two screens.
enum AuthorGuide {
    static let text = #"""
        Writing a lesson

        A lesson is a Markdown file. `learn new my-lesson.md` writes one that has an
        example of everything. `learn run` shows it, `learn run --watch` again on every
        save, and `learn check` tries its solutions and its stubs. A lesson named like
        one of learn's own is tried by `learn check FILE --lesson FILE`.

        Front matter
          Between two lines `---` at the top: title, summary, objectives, needs, seed,
          learn: 1, lang.

        Cells
          A fence that says swift is a cell. Cells run in order and share their names;
          a name is declared once. Options stand in a cell's first lines:

            //| label: NAME       its name, for --cell and for messages
            //| caption: TEXT     stands below the cell
            //| predict: EXPR     the reader guesses this value before it is shown
            //| trace: true       record every pass of a network (false: none)
            //| echo: false       do not show the code
            //| output: false     do not show what it prints and draws
            //| eval: false       do not run it
            //| setup: true       run it, and show nothing of it
            //| error: true       it is meant to fail
            //| scope: local      its names stay in it
            //| budget: STEPS     the most steps that it may take

          {{ expression }} in the text shows a value; $…$ and $$…$$ are formulas.

        Exercises
          Cells that name the same ID belong together:

            //| exercise: ID      the stub, with `// YOUR CODE HERE` or blanks `___`
            //| check: ID         expectations; //| hidden: true keeps them secret
            //| solution: ID      stands in for the stub in later cells

          //| points: 2 in the stub is what the exercise is worth. For them all checks
          must hold, unless checks name points themselves. A fence ```hint ID gives a
          hint; several are shown one by one. Ask for functions: a check sees what the
          stub declares, and nothing else of a student's cell. Let hidden checks try
          other values than the visible ones, and the borders.

        Expectations
            expect(value, near: other, tolerance: 1e-6, "what it means")
            expect(value, equals: other, "…")
            expectTrue(condition, "…")
            expectGradient(gradient, of: function, at: point, "…")

          and on what the engine did:

            let log = watch(network)
            train(network)                          // the student's function
            expect(log.kinds, equals: ["forward", "loss", "backward", "update"])
            let update = log.steps[3]               // update.before, .after, .rate

        Questions
          A fence ```quiz NAME holds the question and a list: `- [ ] wrong`,
          `- [x] right`, and below each choice its reason, `  > because …`.

        """#
}
