import LessonModel
import Machine
import NeuralCore
import Prelude

/// What makes a step: a place in the program, or a quantity of the engine. A loop comes to the same site again.
struct StepSite: Hashable {
    enum Kind: UInt8 {
        case line, expression, call, `return`, forward, loss, backward, update, epoch
    }
    var kind: Kind
    /// The index of the mark; of the engine: the layer, and which of its steps.
    var first: Int
    var second = 0
}

/// Watches the first run of each cell: notes at which moments each site comes up and where signs turn, and looks at the
/// moments at which a site comes up first or a sign turns. So nothing that takes long has to be run twice.
final class StepSurvey {
    struct Visits {
        var first: Int64
        var last: Int64
        var count: Int64 = 1
        /// The first moment at which the value's sign was another than at the visit before, or than the slope's that it
        /// was made from.
        var turn: Int64?
        /// How many calls deep, at the first visit.
        var depth = 0
        /// The sign of the last value; 0 for none.
        var sign: Int8 = 0
        /// Of the engine: which pass of the cell, from 0.
        var pass = 0
    }

    /// So many stops of one cell are watched; of a longer one the rest is run through, and its end looked at.
    private static let limit = 40_000
    private static let tail: Int64 = 1200

    /// Of the latest cell.
    private(set) var sites: [StepSite: Visits] = [:]
    /// In the order of their first visits.
    private(set) var order: [StepSite] = []
    /// What there is to see at the moments that were looked at.
    private(set) var seen: [Int64: LessonStepper.Moment] = [:]
    private let stepper: LessonStepper
    private let program: SteppingProgram
    /// At most so many moments of a cell are looked at.
    private let room: Int
    private var stops = 0
    private var piece = -1
    private var cell = 0
    private var heard: [EngineEar.Heard] = []
    private var found: [Int64] = []
    private var passes = -1
    private var lastGradients: RecordedGradients?

    init(_ stepper: LessonStepper, room: Int) {
        self.stepper = stepper
        self.room = room
        program = stepper.program
    }

    /// Runs the next cell that has steps, to its end; false where none is left.
    func runToNextCell() -> Bool {
        watch()
        defer { rest() }
        guard stepper.runToNextCell() else { return false }
        rest()
        guard piece == stepper.piece else {
            begin(stepper.piece)
            return true
        }
        if stops > Self.limit { walkTail(to: stepper.start + stepper.stepCount) }
        return true
    }

    private func watch() {
        program.ear.listener = { [self] event in heard.append(event) }
        program.watcher = { [self] isMark in stopped(isMark) }
    }

    private func rest() {
        program.ear.listener = nil
        program.watcher = nil
    }

    private func begin(_ piece: Int) {
        self.piece = piece
        cell = stepper.recording.cells.count
        sites = [:]
        order = []
        seen = [:]
        stops = 0
        passes = -1
        lastGradients = nil
        heard = []
    }

    private func stopped(_ isMark: Bool) {
        guard program.pieces[program.current].isCell else {
            heard = []
            return
        }
        if piece != program.current { begin(program.current) }
        if program.hasEnded {
            look(at: program.clock)
            return
        }
        stops += 1
        if stops > Self.limit {
            rest()
            return
        }
        note(isMark)
    }

    /// The last stretch of a cell that was too long to be watched.
    private func walkTail(to end: Int64) {
        stepper.go(toMoment: max(stepper.start + 1, end - Self.tail))
        program.ear.listener = { [self] event in heard.append(event) }
        heard = []
        while program.clock < end, !program.hasEnded, !stepper.isCancelled() {
            note(program.run(until: program.clock + 1) != nil)
        }
        rest()
        stepper.forget()
        look(at: end)
    }

    /// Notes what the program stands at, and looks at what is new.
    private func note(_ isMark: Bool) {
        found = []
        for event in heard { note(event) }
        heard = []
        if isMark { noteMark() }
        for moment in found { look(at: moment) }
    }

    private func look(at moment: Int64) {
        if seen.count >= room, moment != program.pieces[piece].end { return }
        seen[moment] = LessonStepper.Moment(program, at: moment, cell: cell)
    }

    // MARK: Sites

    private func noteMark() {
        guard let mark = program.work.last else { return }
        let kind: StepSite.Kind =
            switch mark.kind {
            case .statement: .line
            case .expression: .expression
            case .enter: .call
            case .leave: .return
            }
        var value: Double?
        if mark.kind == .expression { value = program.work.statements.last?.found.last?.number }
        let machine = program.session.machine
        add(
            StepSite(kind: kind, first: Int(machine.markIndex)), program.clock, machine.frameBase > 1 ? 1 : 0, value)
    }

    private func note(_ heard: EngineEar.Heard) {
        switch heard.event {
        case .forward: passes += 1
        case .layer(let layer): add(.forward, layer.index, heard) { _ in nil }
        case .loss: add(.loss, 0, heard) { _ in nil }
        case .epoch: add(.epoch, 0, heard) { _ in nil }
        case .update(let update): add(.update, update.index, heard) { _ in nil }
        case .gradients(let back): note(back, heard)
        }
    }

    private func note(_ back: RecordedGradients, _ heard: EngineEar.Heard) {
        let next = lastGradients.flatMap { $0.index == back.index + 1 && $0.outputCount == 1 ? $0 : nil }
        let isAlone = back.rows == 1
        let length = back.inputCount + (isAlone ? 3 : 1)
        add(.backward, back.index, heard) { step in
            guard heard.steps > 1 else { return nil }
            let unit = step / length
            let part = step % length - (isAlone ? 2 : 0)
            if part == -2 { return back.activations[unit] }
            if part == -1 { return back.sums[unit] }
            return part == back.inputCount ? back.biases[unit] : back.weights[unit * back.inputCount + part]
        }
        if isAlone, heard.steps > 1, let from = next?.sums.first { noteTurns(back, heard, length, from) }
        lastGradients = back
    }

    /// A slope that has crossed a negative weight has another sign than the one it came from.
    private func noteTurns(_ back: RecordedGradients, _ heard: EngineEar.Heard, _ length: Int, _ from: Double) {
        for unit in 0..<back.outputCount where back.activations[unit] * from < 0 {
            let step = unit * length
            let site = StepSite(kind: .backward, first: back.index, second: step)
            if sites[site]?.turn != nil { continue }
            let moment = heard.clock + 1 + Int64(step)
            sites[site]?.turn = moment
            want(moment)
        }
    }

    private func add(_ kind: StepSite.Kind, _ layer: Int, _ heard: EngineEar.Heard, _ value: (Int) -> Double?) {
        for step in 0..<Int(heard.steps) {
            add(StepSite(kind: kind, first: layer, second: step), heard.clock + 1 + Int64(step), 0, value(step))
        }
    }

    private func add(_ site: StepSite, _ moment: Int64, _ depth: Int, _ value: Double?) {
        let sign: Int8 = value.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 } ?? 0
        guard var visits = sites[site] else {
            sites[site] = Visits(first: moment, last: moment, depth: depth, sign: sign, pass: max(0, passes))
            order.append(site)
            // Parts of expressions leave room for the lines that come after them.
            if site.kind != .expression || seen.count < room * 2 / 3 { want(moment) }
            return
        }
        visits.last = moment
        visits.count += 1
        if sign != 0 {
            if visits.sign != 0, sign != visits.sign, visits.turn == nil {
                visits.turn = moment
                want(moment)
            }
            visits.sign = sign
        }
        sites[site] = visits
    }

    private func want(_ moment: Int64) {
        if found.last != moment { found.append(moment) }
    }
}
