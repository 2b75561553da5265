import Machine
import Prelude
import SourceText

/// Marks that a search looks for.
struct SoughtMarks {
    /// By the mark's index.
    var isWanted: [Bool]
    /// Whether marks of expressions are among them, which stretches know nothing of.
    var hasExpressions = false
    /// Those in higher frames are passed over.
    var highestFrame = Int.max
    /// What has to hold there besides; asked while the program stands at the mark.
    var condition: (() -> Bool)?

    func mayBe(in stretch: Timeline.Stretch?) -> Bool {
        guard let stretch else { return true }
        if stretch.lowestFrame > highestFrame { return false }
        return hasExpressions || stretch.visits.contains { isWanted(Int($0.mark)) }
    }

    func isWanted(_ mark: Int) -> Bool { isWanted.indices.contains(mark) && isWanted[mark] }
}

/// Finding moments of a run that is known. The program stands anywhere afterwards: go to a moment.
extension SteppingProgram {
    /// The first wanted mark after a moment, up to and with another.
    func first(_ sought: SoughtMarks, after moment: Int64, upTo end: Int64, _ isCancelled: () -> Bool) -> Int64? {
        session.machine.arm(sought.isWanted)
        defer { session.machine.ignoreArmed() }
        var index = timeline.index(before: moment)
        var from = moment
        while let place = index, !isCancelled() {
            let upper = min(end, stretchEnd(place, end))
            if sought.mayBe(in: timeline.stretches[place]) {
                if from > timeline.checkpoints[place].clock {
                    seek(to: from)
                } else {
                    restore(timeline.checkpoints[place])
                }
                lose()
                if let found = nextArmed(sought, after: from, upTo: upper, isCancelled) { return found }
            }
            from = upper
            index = upper < end && place + 1 < timeline.checkpoints.count ? place + 1 : nil
        }
        return nil
    }

    private func nextArmed(
        _ sought: SoughtMarks, after moment: Int64, upTo end: Int64, _ isCancelled: () -> Bool
    ) -> Int64? {
        var looks = 0
        session.machine.stopAtArmed(1, upTo: sought.highestFrame)
        while clock < end, !hasEnded {
            guard run(until: end) != nil else { continue }
            guard session.machine.lastArmed == session.machine.marksPassed else { return nil }
            if clock > moment, sought.condition?() ?? true { return clock }
            looks += 1
            if looks & 0xFF == 0, isCancelled() { return nil }
            session.machine.stopAtArmed(1, upTo: sought.highestFrame)
        }
        return nil
    }

    /// The last wanted mark before a moment, after another.
    func last(_ sought: SoughtMarks, before moment: Int64, after start: Int64, _ isCancelled: () -> Bool) -> Int64? {
        session.machine.arm(sought.isWanted)
        defer { session.machine.ignoreArmed() }
        var upper = moment - 1
        var index = timeline.index(before: upper - 1) ?? timeline.index(before: upper)
        while let place = index, upper > start, !isCancelled() {
            let checkpoint = timeline.checkpoints[place]
            if sought.mayBe(in: timeline.stretches[place]) {
                restore(checkpoint)
                lose()
                let found =
                    sought.condition == nil
                    ? lastArmed(sought, upTo: upper) : lastHolding(sought, upTo: upper, isCancelled)
                if let found, found > start { return found }
            }
            upper = min(upper, checkpoint.clock)
            index = checkpoint.clock > start && place > 0 ? place - 1 : nil
        }
        return nil
    }

    /// Runs to a moment without stopping: what the clock was at the last armed mark follows from the engine's steps.
    private func lastArmed(_ sought: SoughtMarks, upTo moment: Int64) -> Int64? {
        var steps = ear.memory.steps
        var heard: [(marks: Int64, steps: Int64)] = []
        let machine = session.machine
        ear.listener = { heard.append((machine.marksPassed, $0.steps)) }
        defer { ear.listener = nil }
        machine.stopAtArmed(.max, upTo: sought.highestFrame)
        while clock < moment, !hasEnded { run(until: moment) }
        let marks = machine.lastArmed
        if marks == 0 { return nil }
        for entry in heard where entry.marks < marks { steps += entry.steps }
        return marks + steps
    }

    private func lastHolding(_ sought: SoughtMarks, upTo moment: Int64, _ isCancelled: () -> Bool) -> Int64? {
        var found: Int64?
        while let next = nextArmed(sought, after: 0, upTo: moment, isCancelled) { found = next }
        return found
    }

    /// The moment at which a mark is passed for the so-manieth time, from 0, in the piece that began at a moment.
    func visit(_ number: Int, of mark: Int, after start: Int64, upTo end: Int64) -> Int64? {
        var left = Int64(number)
        guard left >= 0, var place = timeline.index(before: start) else { return nil }
        session.machine.arm(session.machine.marks { index, _ in index == mark })
        defer { session.machine.ignoreArmed() }
        while place < timeline.checkpoints.count, timeline.checkpoints[place].clock < end {
            let count = Int64(timeline.stretches[place]?.count(of: mark) ?? .max)
            if left < count {
                restore(timeline.checkpoints[place])
                lose()
                session.machine.stopAtArmed(left + 1)
                let upper = stretchEnd(place, end)
                while clock < upper, !hasEnded {
                    if run(until: upper) != nil, session.machine.lastArmed == session.machine.marksPassed {
                        return clock
                    }
                }
                return nil
            }
            left -= count
            place += 1
        }
        return nil
    }

    /// How often each mark was passed in a piece.
    func visits(after start: Int64, upTo end: Int64) -> Timeline.Stretch {
        var all = Timeline.Stretch(visits: [], lowestFrame: .max)
        guard var place = timeline.index(before: start) else { return all }
        while place < timeline.checkpoints.count, timeline.checkpoints[place].clock < end {
            if let stretch = timeline.stretches[place] { all.join(stretch) }
            place += 1
        }
        return all
    }

    private func stretchEnd(_ place: Int, _ end: Int64) -> Int64 {
        place + 1 < timeline.checkpoints.count ? min(end, timeline.checkpoints[place + 1].clock) : end
    }
}

extension Timeline.Stretch {
    func count(of mark: Int) -> Int {
        for visit in visits where Int(visit.mark) == mark { return Int(visit.count) }
        return 0
    }
}
