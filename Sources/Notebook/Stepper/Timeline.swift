import Machine
import Prelude

/// How many checkpoints are made.
struct CheckpointPlan {
    /// Bytes that they may take; beyond, every other one is dropped.
    var room = 192 << 20
    /// What passes between two of them at first, in marks and units of fuel: less than a millisecond.
    var spacing: Int64 = 200_000
    /// A state of so many bytes is worth one more of those: copying it takes its time too.
    var bytesPerStep = 8

    /// Units of fuel after which to look whether one is due.
    var slice: Int64 { min(1 << 12, max(16, spacing / 8)) }
}

/// One run as it can be gone through again: checkpoints, and what is known of the stretches between them.
///
/// A search looks only into stretches in which the marks that it wants were passed, so it takes no longer in a long run
/// than in a short one.
final class Timeline {
    struct Checkpoint {
        var clock: Int64
        var piece: Int
        var snapshot: SessionSnapshot
        var memory: EngineEar.Memory
        var work: Workings
        /// What the run had cost by then, on no scale but its own.
        var cost: Int64
        /// At the start of a piece; always kept, as the first one is.
        var isStart: Bool
    }

    /// What happened from a checkpoint to the next one, or to the end of its piece.
    struct Stretch {
        var visits: [MarkVisits]
        /// The lowest frame that a mark was in.
        var lowestFrame: Int

        mutating func join(_ next: Stretch) {
            lowestFrame = min(lowestFrame, next.lowestFrame)
            var joined: [MarkVisits] = []
            var (a, b) = (0, 0)
            while a < visits.count || b < next.visits.count {
                if b == next.visits.count || a < visits.count && visits[a].mark < next.visits[b].mark {
                    joined.append(visits[a])
                    a += 1
                } else if a == visits.count || next.visits[b].mark < visits[a].mark {
                    joined.append(next.visits[b])
                    b += 1
                } else {
                    joined.append(visits[a])
                    joined[joined.count - 1].count &+= next.visits[b].count
                    a += 1
                    b += 1
                }
            }
            visits = joined
        }
    }

    private(set) var checkpoints: [Checkpoint] = []
    /// One for each checkpoint; nil while the run is still in it.
    private(set) var stretches: [Stretch?] = []
    /// The epochs of `fit`, and when they ended.
    var epochs: [(index: Int, clock: Int64)] = []
    /// What the engine gave as losses, and when.
    private(set) var losses: [(clock: Int64, value: Double)] = []
    /// The cost from one checkpoint to the next.
    private var spacing: Int64
    private let plan: CheckpointPlan
    /// What the engine's objects take that checkpoints keep alive, about.
    private var foreignBytes = 0
    private static let keptLosses = 400_000

    init(_ plan: CheckpointPlan) {
        self.plan = plan
        spacing = plan.spacing
    }

    /// The checkpoint that a new one shares memory with.
    var last: Checkpoint? { checkpoints.last }

    /// Whether it is time for another checkpoint; one of a large state is worth a longer way.
    func isDue(cost: Int64, stateBytes: Int) -> Bool {
        guard let last = checkpoints.last else { return true }
        return cost - last.cost >= max(spacing, Int64(stateBytes / plan.bytesPerStep))
    }

    func add(_ checkpoint: Checkpoint, bytes: Int) {
        checkpoints.append(checkpoint)
        stretches.append(nil)
        foreignBytes += checkpoint.snapshot.foreignBytes
        if bytes + foreignBytes > plan.room { thin() }
    }

    /// The stretch behind the last checkpoint has come to its end.
    func close(_ stretch: Stretch) {
        guard let last = stretches.indices.last, stretches[last] == nil else { return }
        stretches[last] = stretch
    }

    func note(loss: Double, at clock: Int64) {
        if losses.count < Self.keptLosses { losses.append((clock, loss)) }
    }

    /// Drops every other checkpoint between the starts of pieces.
    private func thin() {
        spacing *= 2
        var kept: [Checkpoint] = []
        var known: [Stretch?] = []
        var isKept = true
        foreignBytes = 0
        for (index, checkpoint) in checkpoints.enumerated() {
            if checkpoint.isStart || isKept {
                kept.append(checkpoint)
                known.append(stretches[index])
                foreignBytes += checkpoint.snapshot.foreignBytes
                isKept = false
            } else {
                if let stretch = stretches[index] {
                    known[known.count - 1]?.join(stretch)
                } else {
                    known[known.count - 1] = nil
                }
                isKept = true
            }
        }
        checkpoints = kept
        stretches = known
    }

    /// The last checkpoint at or before a moment.
    func index(before moment: Int64) -> Int? {
        var low = 0
        var high = checkpoints.count
        while low < high {
            let middle = (low + high) / 2
            if checkpoints[middle].clock <= moment { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? nil : low - 1
    }
}
