import LessonModel
import LessonReader
import SourceText
import Testing

@testable import Notebook

struct RunnerTests {
    private func run(
        _ text: String, _ options: RunOptions = RunOptions()
    ) -> (recording: Recording, runner: LessonRunner) {
        let (document, diagnostics) = LessonReader.read(bytes: Array(text.utf8), fileName: "l.md")
        #expect(diagnostics.isEmpty)
        let runner = LessonRunner(document, options: options, program: ScriptedProgram())
        return (runner.run(), runner)
    }

    private func cell(_ code: String, _ options: String...) -> String {
        "```swift\n" + options.map { "//| \($0)\n" }.joined() + code + "\n```\n\n"
    }

    private func statuses(_ recording: Recording) -> [String] { recording.cells.map(\.status.word) }

    @Test func cellsRunInOrder() {
        let recording = run(cell("say a") + "prose\n\n" + cell("say b\nsay c", "label: two")).recording
        #expect(recording.cells.map(\.output) == ["a\n", "b\nc\n"])
        #expect(recording.cells.map(\.label) == ["cell-1", "two"])
        #expect(statuses(recording) == ["ok", "ok"])
        #expect(recording.cells.map(\.counts.steps) == [1, 2])
        #expect(recording.counts.steps == 3)
        #expect(recording.counts.bytes == 1000)
    }

    @Test func aTrapEndsItsCellAlone() {
        let recording = run(cell("say a\nstop\nsay b") + cell("say c")).recording
        #expect(statuses(recording) == ["failed", "ok"])
        #expect(recording.cells[0].output == "a\n")
        #expect(recording.cells[0].diagnostics.map(\.line) == [3])
        #expect(recording.cells[1].output == "c\n")
    }

    @Test func whatNeedsALostNameSaysSo() {
        let lesson =
            cell("let a = 1\nstop\nlet b = 2", "label: first") + cell("say a\nsay b\nlet c = b")
            + cell("say c") + cell("say a")
        let recording = run(lesson).recording
        #expect(statuses(recording) == ["failed", "skipped", "skipped", "ok"])
        #expect(
            recording.cells[1].diagnostics.map(\.message) == [
                "not run: it needs `b`, and cell `first` (line 3) failed"
            ])
        // The file's line 11 is `say b`.
        #expect(recording.cells[1].diagnostics.map(\.line) == [10])
        #expect(recording.cells[1].diagnostics.map(\.severity) == ["note"])
        #expect(
            recording.cells[2].diagnostics.map(\.message) == [
                "not run: it needs `c`, and cell `first` (line 3) failed"
            ])
    }

    @Test func aRefusedCellLosesItsFunctionsToo() {
        let recording = run(cell("refuse\nfunc f() {}\nlet a = 1") + cell("say f()") + cell("say x.f")).recording
        #expect(statuses(recording) == ["refused", "skipped", "ok"])
        #expect(recording.cells[0].diagnostics.map(\.line) == [2])
    }

    @Test func aTrappedCellKeepsItsFunctions() {
        let recording = run(cell("stop\nfunc f() {}\nlet a = 1") + cell("say f()") + cell("say a")).recording
        #expect(statuses(recording) == ["failed", "ok", "skipped"])
    }

    @Test func exercisesChecksAndSolutionsWait() {
        let lesson =
            cell("func f() {}  // YOUR CODE HERE", "exercise: f") + cell("say check", "check: f")
            + cell("func f() {}", "solution: f") + cell("say f()") + cell("say hello", "setup: true")
        let recording = run(lesson).recording
        #expect(statuses(recording) == ["todo", "skipped", "skipped", "skipped", "ok"])
        #expect(recording.cells[1].diagnostics.isEmpty)
        #expect(
            recording.cells[3].diagnostics.map(\.message) == [
                "not run: it needs `f`, and exercise `f` (line 3) is left to you"
            ])
    }

    @Test func optionsOfACell() {
        let lesson =
            cell("say a", "eval: false") + cell("stop", "error: true") + cell("refuse", "error: true")
            + cell("say fine", "error: true")
        let recording = run(lesson).recording
        #expect(statuses(recording) == ["skipped", "ok", "ok", "failed"])
        #expect(recording.cells[1].diagnostics.map(\.message) == ["stopped"])
        #expect(recording.cells[3].diagnostics.map(\.message) == ["this cell is meant to fail, and did not"])
    }

    @Test func localNamesStayInTheirCell() {
        let recording = run(cell("stop\nlet a = 1", "scope: local") + cell("say a")).recording
        #expect(statuses(recording) == ["failed", "ok"])
        #expect(recording.cells[0].diagnostics.map(\.line) == [3])
    }

    @Test func budgetsAreNamed() {
        var options = RunOptions()
        options.budget = 1000
        let recording = run(cell("loop") + cell("loop", "budget: 7") + cell("say on"), options).recording
        #expect(statuses(recording) == ["failed", "failed", "ok"])
        #expect(recording.cells.map(\.counts.steps) == [1000, 7, 1])
        #expect(recording.cells[0].diagnostics[0].message == "stopped after 1000 steps: the budget is spent")
        #expect(recording.cells[1].diagnostics[0].message == "stopped after 7 steps: the budget is spent")
    }

    @Test func failFastAndLastCell() {
        var options = RunOptions()
        options.isFailFast = true
        let lesson = cell("say a") + cell("stop") + cell("say b") + "{{ six * seven }}\n"
        var recording = run(lesson, options).recording
        #expect(statuses(recording) == ["ok", "failed", "skipped"])
        if case .missing = recording.values[0] {} else { Issue.record("a value without its cells") }
        options = RunOptions()
        options.lastCell = 0
        recording = run(lesson, options).recording
        #expect(statuses(recording) == ["ok", "skipped", "skipped"])
    }

    @Test func cancelling() {
        var options = RunOptions()
        options.isCancelled = { true }
        let (recording, runner) = run(cell("loop") + cell("say a"), options)
        #expect(runner.isCancelled)
        #expect(statuses(recording) == ["failed", "skipped"])
        #expect(recording.cells[0].diagnostics.map(\.message) == ["interrupted"])
    }

    @Test func valuesComeAfterTheCellsAboveThem() {
        let lesson =
            "{{ early }}\n\n" + cell("say a") + "It is {{ six * seven }}.\n\n" + cell("stop\nlet b = 1") + "{{ b }}\n"
        let recording = run(lesson).recording
        var texts: [String] = []
        for value in recording.values {
            switch value {
            case .value(let text): texts.append(text)
            case .failed(let diagnostic): texts.append("failed: " + diagnostic.message)
            case .missing: texts.append("missing")
            }
        }
        #expect(texts == ["", "42", "missing"])
    }

    @Test func figuresAndExpectations() {
        let recording = run(cell("draw") + cell("claim\nsay on")).recording
        #expect(statuses(recording) == ["ok", "failed"])
        guard case .lineChart(let chart)? = recording.cells[0].figures.first else {
            Issue.record("no chart")
            return
        }
        #expect(chart.series.map(\.y) == [[3, 1, 2]])
        #expect(chart.series.map(\.x) == [[0, 1, 2]])
        #expect([chart.title, chart.xLabel, chart.yLabel] == ["t", "i", "v"])
        #expect(recording.cells[1].diagnostics.map(\.message) == ["one is two: expected 2.0, found 1.0"])
        #expect(recording.cells[1].output == "on\n")
    }

    @Test func seeds() {
        var options = RunOptions()
        let lesson = "---\ntitle: T\nseed: 7\n---\n\n" + cell("say a")
        #expect(run(lesson).recording.seed == 7)
        options.seed = 9
        #expect(run(lesson, options).recording.seed == 9)
        #expect(run(cell("say a")).recording.seed == 0)
    }
}
