import LessonModel
import Notebook
import Report

/// A walk through a lesson as its reader has it: where it stands, what was shown before, what is watched.
final class StepSession {
    let stepper: LessonStepper
    let document: Document
    private(set) var before: StepFrame?
    private(set) var watches: [String] = []
    private(set) var latest: [(name: String, value: String)] = []
    private(set) var message: [String] = []
    private(set) var isError = false
    private(set) var showsSourceOnly = false
    private(set) var isOver = false
    /// What was shown last.
    private var shown: StepFrame?

    init(_ stepper: LessonStepper) {
        self.stepper = stepper
        document = stepper.document
    }

    /// Opens the first cell, or the one of an index; false where there is nothing to walk through.
    func begin(at cell: Int?) -> Bool {
        guard let cell else { return stepper.openNextCell() }
        return stepper.open(cell: cell)
    }

    // MARK: What there is to see

    /// The view of the step that the stepper stands at.
    func view() -> StepView {
        let moment = stepper.moment
        var view = StepView(
            document: document, frame: moment.frame, before: before, pass: moment.pass, whole: moment.whole,
            stepCount: stepper.stepCount, sentence: sentence)
        for name in watches { view.watches.append((name, stepper.value(of: name).text)) }
        view.latest = latest
        for breakpoint in stepper.breakpoints { view.breakpoints.append(breakpoint.line) }
        view.trial = stepper.isTrying ? stepper.trialChange : ""
        view.message = message
        view.isError = isError
        view.showsSourceOnly = showsSourceOnly
        return view
    }

    var sentence: String {
        let moment = stepper.moment
        return StepNarrator.sentence(
            of: moment.frame, after: before, pass: moment.whole ?? moment.pass, stop: moment.stop ?? "")
    }

    var frame: StepFrame { stepper.moment.frame }

    // MARK: Orders

    func perform(_ order: StepOrder) {
        message = []
        isError = false
        let old = stepper.moment.frame
        act(order)
        if stepper.isCancelled(), message.isEmpty { say(["interrupted: the search was given up"]) }
        let now = stepper.moment.frame
        guard now.cell != old.cell || now.step != old.step else { return }
        before = now.cell == old.cell && now.step > old.step ? old : nil
        noteChanges(from: old, to: now)
    }

    func say(_ lines: [String], isError: Bool = false) {
        message = lines
        self.isError = isError
    }

    private func act(_ order: StepOrder) {
        switch order {
        case .next, .stepIn, .out, .goOn: forward(order)
        case .back, .backIn, .reverse: backward(order)
        case .nextCell: changeCell(stepper.openNextCell(), "this is the last cell")
        case .previousCell: changeCell(stepper.openPreviousCell(), "this is the first cell")
        case .first: stepper.go(to: 1)
        case .last: stepper.go(to: stepper.stepCount)
        case .print(let expression): print(expression)
        case .watch(let expression): watch(expression)
        case .breakpoint(let line, let condition): toggle(line ?? frame.place.line, condition)
        case .toLine(let line): toLine(line)
        case .toStep(let step):
            stepper.go(to: step)
            if step > stepper.stepCount { say(["this cell has \(stepper.stepCount) steps"]) }
        case .toEpoch(let epoch):
            if !stepper.go(toEpoch: epoch) {
                let hint =
                    stepper.isTrying ? " behind this change; u goes back to the lesson's own run" : " in this cell"
                say(["there is no epoch \(epoch)" + hint], isError: true)
            }
        case .toCell(let label): toCell(label)
        case .tryChange(let statement): tryChange(statement)
        case .compare: compare()
        case .leaveTrial:
            if stepper.isTrying {
                stepper.leaveTrial()
                say(["back in the lesson's own run: nothing of it has changed"])
            } else {
                say(["this is the lesson's own run"])
            }
        case .list: showsSourceOnly.toggle()
        case .variables: say(variableLines())
        case .help: say(StepHelp.lines)
        case .quit: isOver = true
        case .unknown(let text): say(["what is `\(Argument.escaped(text))`? ? shows the keys"], isError: true)
        }
    }

    private func forward(_ order: StepOrder) {
        if stepper.step >= stepper.stepCount {
            if stepper.isTrying {
                say(["this run has ended: d compares it with the lesson's own, u goes back there"])
            } else {
                changeCell(stepper.openNextCell(), "that was the last cell: q quits, b goes back")
            }
            return
        }
        switch order {
        case .next: stepper.next()
        case .stepIn: stepper.stepIn()
        case .out: stepper.stepOut()
        default: stepper.goOn()
        }
    }

    private func backward(_ order: StepOrder) {
        if stepper.step <= 1 {
            guard stepper.openPreviousCell() else {
                say(["this is where the lesson begins"])
                return
            }
            stepper.go(to: stepper.stepCount)
            return
        }
        switch order {
        case .back: stepper.stepBack()
        case .backIn: stepper.stepBackIn()
        default: stepper.reverseContinue()
        }
    }

    private func changeCell(_ hasChanged: Bool, _ otherwise: String) {
        latest = []
        if !hasChanged { say([otherwise]) }
    }

    private func toLine(_ wanted: Int) {
        let line = stepper.stoppingLine(for: wanted) ?? wanted
        defer { if frame.place.line != wanted, message.isEmpty { say(["line \(wanted) is part of line \(line)"]) } }
        if stepper.go(toLine: line) { return }
        // The line may belong to a cell that is further on.
        for cell in document.cells where holds(line, cell) && cell.index != stepper.cell {
            let (old, step) = (stepper.cell, stepper.step)
            if stepper.open(cell: cell.index) {
                let line = stepper.stoppingLine(for: wanted) ?? wanted
                if stepper.frameIsAt(line) || stepper.go(toLine: line) { return }
                if stepper.open(cell: old) { stepper.go(to: step) }
            }
        }
        say(["line \(line) does not run"], isError: true)
    }

    private func holds(_ line: Int, _ cell: Cell) -> Bool {
        var lines = 0
        for byte in cell.source.utf8 where byte == 0x0A { lines += 1 }
        return line >= cell.firstLine && line < cell.firstLine + lines
    }

    private func toCell(_ label: String) {
        guard let cell = document.cells.first(where: { $0.name == label }) else {
            let near = Spelling.nearest(to: label, among: document.cells.map(\.name))
            let hint = near.map { "; did you mean `\($0)`?" } ?? ""
            say(["there is no cell `\(Argument.escaped(label))`\(hint)"], isError: true)
            return
        }
        if !stepper.open(cell: cell.index) { say(["the cell `\(cell.name)` is not run"], isError: true) }
    }

    private func toggle(_ wanted: Int, _ condition: String) {
        let isKnown = stepper.breakpoints.contains { $0.line == wanted }
        let line = isKnown ? wanted : stepper.stoppingLine(for: wanted) ?? wanted
        if let index = stepper.breakpoints.firstIndex(where: { $0.line == line }), condition.isEmpty {
            stepper.breakpoints.remove(at: index)
            say(["no breakpoint at line \(line) any more"])
            return
        }
        stepper.breakpoints.removeAll { $0.line == line }
        stepper.breakpoints.append(Breakpoint(line: line, condition: condition))
        let what = "breakpoint at line \(line)" + (condition.isEmpty ? "" : " if \(condition)")
        guard !condition.isEmpty, let problem = stepper.problem(withCondition: condition) else { return say([what]) }
        // Where it is, other names may be in sight.
        say([what + "; at this step: " + problem])
    }

    // MARK: Values

    private func print(_ expression: String) {
        if expression.isEmpty {
            say(["p needs a name or an expression: p z"], isError: true)
            return
        }
        let answer = stepper.value(of: expression)
        let lines = answer.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.count == 1 {
            say([answer.isError ? answer.text : expression + " is " + answer.text], isError: answer.isError)
        } else {
            say([expression + " is"] + lines, isError: answer.isError)
        }
    }

    private func watch(_ expression: String) {
        if expression.isEmpty {
            say(["w needs a name or an expression: w loss"], isError: true)
        } else if let index = watches.firstIndex(of: expression) {
            watches.remove(at: index)
            say(["\(expression) is no longer watched"])
        } else {
            watches.append(expression)
            say(["\(expression) is \(stepper.value(of: expression).text)"])
        }
    }

    private func variableLines() -> [String] {
        var lines: [String] = []
        for scope in frame.scopes.reversed() {
            lines.append(scope.name.isEmpty ? "in the lesson" : "in \(scope.name)")
            for variable in scope.variables.reversed().prefix(scope.name.isEmpty ? 60 : 20) {
                lines.append("  \(variable.name)  \(StepText.value(variable))")
            }
        }
        return lines
    }

    private func noteChanges(from old: StepFrame, to now: StepFrame) {
        guard old.cell == now.cell, old.step < now.step else { return }
        for (index, scope) in now.scopes.enumerated() {
            guard index < old.scopes.count, old.scopes[index].name == scope.name else { continue }
            for variable in scope.variables where old.scopes[index][variable.name] != variable {
                latest.removeAll { $0.name == variable.name }
                latest.insert((variable.name, StepText.value(variable)), at: 0)
            }
        }
        if latest.count > 5 { latest.removeLast(latest.count - 5) }
    }

    // MARK: What if

    private func tryChange(_ statement: String) {
        if statement.isEmpty {
            say(["= needs a change: = w5 = 0.6"], isError: true)
            return
        }
        if let problem = stepper.tryChange(statement) {
            say([problem], isError: true)
            return
        }
        say(["another run begins here, with \(statement): walk on, d compares, u goes back"])
    }

    private func compare() {
        guard let comparison = stepper.compare() else {
            say(["there is one run only: = NAME = VALUE begins another"], isError: true)
            return
        }
        say(ComparisonText.lines(comparison))
    }
}
