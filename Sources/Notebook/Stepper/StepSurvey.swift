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

/// Goes through a cell once and notes at which moments each site comes up and where signs turn.
struct StepSurvey {
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

    /// More steps than this are not gone through: the rest of the cell is known by its end alone.
    static let limit: Int64 = 400_000

    private(set) var sites: [StepSite: Visits] = [:]
    /// In the order of their first visits.
    private(set) var order: [StepSite] = []
    private(set) var turns: Int64 = 0
    private var passes = -1
    private var lastGradients: RecordedGradients?

    /// Leaves the stepper at the cell's first step.
    init(_ stepper: LessonStepper) {
        let program = stepper.program
        let machine = program.session.machine
        stepper.go(to: 1)
        note(program, machine)
        var heard: [EngineEar.Heard] = []
        program.ear.listener = { heard.append($0) }
        let end = min(stepper.start + stepper.stepCount, stepper.start + Self.limit)
        while program.clock < end, !program.hasEnded {
            let mark = program.run(until: program.clock + 1)
            for event in heard { note(event) }
            heard = []
            if mark != nil { note(program, machine) }
            if stepper.isCancelled() { break }
        }
        program.ear.listener = nil
        stepper.forget()
        stepper.go(to: 1)
    }

    private mutating func note(_ program: SteppingProgram, _ machine: Machine) {
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
        let index = Int(machine.markIndex)
        add(StepSite(kind: kind, first: index), program.clock, machine.frameBase > 1 ? 1 : 0, value)
    }

    private mutating func note(_ heard: EngineEar.Heard) {
        switch heard.event {
        case .forward: passes += 1
        case .layer(let layer): add(.forward, layer.index, heard) { _ in nil }
        case .loss: add(.loss, 0, heard) { _ in nil }
        case .epoch: add(.epoch, 0, heard) { _ in nil }
        case .update(let update): add(.update, update.index, heard) { _ in nil }
        case .gradients(let back):
            let next = lastGradients.flatMap { $0.index == back.index + 1 && $0.outputCount == 1 ? $0 : nil }
            let isAlone = back.rows == 1
            let length = back.inputCount + (isAlone ? 3 : 1)
            add(.backward, back.index, heard) { step in
                guard heard.steps > 1 else { return nil }
                let unit = step / length
                let part = step % length - (isAlone ? 2 : 0)
                if part == -2 { return back.activations[unit] }
                if part == -1 { return back.sums[unit] }
                return part == back.inputCount
                    ? back.biases[unit] : back.weights[unit * back.inputCount + part]
            }
            if isAlone, heard.steps > 1, let from = next?.sums.first { noteTurns(back, heard, length, from) }
            lastGradients = back
        }
    }

    /// A slope that has crossed a negative weight has another sign than the one it came from.
    private mutating func noteTurns(_ back: RecordedGradients, _ heard: EngineEar.Heard, _ length: Int, _ from: Double)
    {
        for unit in 0..<back.outputCount where back.activations[unit] * from < 0 {
            let step = unit * length
            let site = StepSite(kind: .backward, first: back.index, second: step)
            if sites[site]?.turn == nil { sites[site]?.turn = heard.clock + 1 + Int64(step) }
        }
    }

    private mutating func add(
        _ kind: StepSite.Kind, _ layer: Int, _ heard: EngineEar.Heard, _ value: (Int) -> Double?
    ) {
        for step in 0..<Int(heard.steps) {
            add(StepSite(kind: kind, first: layer, second: step), heard.clock + 1 + Int64(step), 0, value(step))
        }
    }

    private mutating func add(_ site: StepSite, _ moment: Int64, _ depth: Int, _ value: Double?) {
        let sign: Int8 = value.map { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 } ?? 0
        guard var visits = sites[site] else {
            sites[site] = Visits(first: moment, last: moment, depth: depth, sign: sign, pass: max(0, passes))
            order.append(site)
            return
        }
        visits.last = moment
        visits.count += 1
        if sign != 0 {
            if visits.sign != 0, sign != visits.sign {
                turns += 1
                if visits.turn == nil { visits.turn = moment }
            }
            visits.sign = sign
        }
        sites[site] = visits
    }
}
