import Elementary
import LessonModel

/// The steps of a cell as JSON for the page's script.
extension CellSteps {
    var json: [UInt8] {
        var writer = JSONWriter(numberText: Elementary.describe, isCompact: true)
        writer.object { writer in
            writer.key("rest")
            writer.integer(rest)
            writer.key("homes")
            writer.object { writer in
                for name in homes.keys.sorted() {
                    writer.key(SafeText.line(name))
                    writer.integer(homes[name] ?? 0)
                }
            }
            writer.key("frames")
            writer.array(Array(steps.indices)) { writer, index in write(index, to: &writer) }
            writer.key("passes")
            writer.array(playbacks) { writer, playback in PlayerData(playback).writeValues(to: &writer) }
        }
        return writer.result
    }

    private func write(_ index: Int, to writer: inout JSONWriter) {
        let step = steps[index]
        writer.object { writer in
            writer.key("p")
            writer.string(step.phase.word)
            writer.key("l")
            writer.integer(step.frame.place.line)
            let place = step.frame.place
            if place.endLine == place.line, place.endColumn > place.column, step.frame.kind == .expression {
                writer.key("c")
                writer.array([place.column, place.endColumn]) { writer, column in writer.integer(column) }
            }
            writer.key("s")
            PlayerData.write(SymbolScanner.sentence(sentence(of: step)), to: &writer)
            if !playbacks.isEmpty {
                writer.key("k")
                writer.array([step.moment.pass, step.moment.frame]) { writer, place in writer.integer(place) }
            }
            if step.isDrawn {
                let playback = playbacks[step.moment.pass]
                PlayerData(playback).writeFormula(playback.frames[step.moment.frame], to: &writer)
            } else if let reduction = step.frame.reduction {
                write(reduction, to: &writer)
            }
            write(changesOf: step, to: &writer)
        }
    }

    /// What the drawing shows is said in the words of its own frame.
    func sentence(of step: Step) -> String {
        step.isDrawn ? playbacks[step.moment.pass].frames[step.moment.frame].sentence : step.frame.sentence
    }

    private func write(_ reduction: StepReduction, to writer: inout JSONWriter) {
        let filled = SafeText.line(StepNarrator.text(reduction.partFilled))
        let part = SafeText.line(reduction.part)
        writer.key("f")
        writer.strings([part])
        if filled != part, Columns.of(filled) <= 80 {
            writer.key("n")
            writer.string(filled)
        }
        writer.key("r")
        writer.string(SafeText.line(StepNarrator.value(reduction)))
    }

    private func write(changesOf step: Step, to writer: inout JSONWriter) {
        var set: [String] = []
        for change in step.set where homes[change.name] != nil { set += [SafeText.line(change.name), change.text] }
        if !set.isEmpty {
            writer.key("d")
            writer.strings(set)
        }
        var removed: [String] = []
        for name in step.removed where homes[name] != nil { removed.append(SafeText.line(name)) }
        if !removed.isEmpty {
            writer.key("x")
            writer.strings(removed)
        }
    }
}
