import LessonModel
import Notebook
import Report

/// Two runs side by side.
enum ComparisonText {
    static func lines(_ comparison: Comparison) -> [String] {
        var lines = [row("what if \(comparison.change), from step \(comparison.step)", "the lesson's", "what if")]
        lines += losses(comparison)
        let shown = comparison.variables.filter { $0.value?.number != nil || $0.changed?.number != nil }.prefix(8)
        for variable in shown {
            lines.append(row("  " + variable.name, text(variable.value), text(variable.changed)))
        }
        if let loss = comparison.loss, !comparison.variables.contains(where: { $0.name == "loss" }) {
            lines.append(row("  loss", text(loss), text(loss)))
        }
        let rest = comparison.variables.count - shown.count
        if rest > 0 { lines.append("  and \(rest) more variables differ at the end of the cell") }
        if comparison.variables.isEmpty, comparison.losses == comparison.changedLosses {
            lines.append("  nothing differs at the end of the cell")
        }
        if let problem = comparison.problem { lines.append("  the changed run was stopped: \(problem)") }
        return lines
    }

    /// The first losses, the last, and some between.
    private static func losses(_ comparison: Comparison) -> [String] {
        let count = max(comparison.losses.count, comparison.changedLosses.count)
        guard count > 0 else { return [] }
        var places: [Int] = []
        for part in 0..<min(6, count) { places.append(count == 1 ? 0 : part * (count - 1) / max(1, min(6, count) - 1)) }
        var lines: [String] = []
        for place in places {
            func value(_ losses: [Double]) -> String {
                losses.indices.contains(place) ? StepText.number(losses[place]) : "-"
            }
            lines.append(
                row("  loss \(place + 1) of \(count)", value(comparison.losses), value(comparison.changedLosses)))
        }
        return lines
    }

    private static func text(_ variable: StepVariable?) -> String { variable.map { StepText.value($0) } ?? "-" }

    private static func row(_ head: String, _ first: String, _ second: String) -> String {
        padded(head, 40) + padded(first, 16) + second
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text.count >= width ? text + " " : text + String(repeating: " ", count: width - text.count)
    }
}
