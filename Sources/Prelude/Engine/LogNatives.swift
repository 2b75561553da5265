import LessonKit
import Machine
import NeuralCore

/// What a cell asks of a network that it watches: `watch` in `LessonText`.
extension EngineContext {
    var logNatives: [Native] {
        [
            native("watch", 1, 0) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.network() else { return 0 }
                object.log = EngineLog(next: object.isTraced ? object.network.observer : nil)
                return 0
            },
            native("logCount", 1) { (a: inout Arguments) throws(EngineError) in
                Int64(a.network()?.log?.steps.count ?? 0)
            },
            native("logNumbers", 4) { (a: inout Arguments) throws(EngineError) in
                guard let log = a.network()?.log else { return 0 }
                let what = a.int()
                let values = part(what, of: log.steps[a.int()])
                a.machine.charge(Int64(values.count))
                return numbers(values, like: a.word(), a.machine)
            },
        ]
    }
}

/// What the text asks for by number; see `_logNumbers` there.
private func part(_ what: Int, of step: EngineStep) -> [Double] {
    switch what {
    case 1: return step.gradient
    case 2: return step.before
    case 3: return step.after
    default:
        let kinds = ["forward", "loss", "backward", "update"]
        return [Double(kinds.firstIndex(of: step.kind) ?? 0), step.loss, step.rate]
    }
}
