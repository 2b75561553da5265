import LessonKit
import Machine
import NeuralCore

/// What the engine's natives of one session share.
public final class EngineContext {
    /// Hears what every network of the session does.
    public var observer: (any EngineObserver)?
    /// Hears what the session's cells report.
    public var sink: (any LessonSink)?
    /// Counts the session's snapshots: an object last changed before the newest one is copied before it changes again.
    var generation = 0
    /// The descriptor of the objects that hold the engine's own.
    let descriptor: Int

    init(descriptor: Int) { self.descriptor = descriptor }
}

/// A network as a cell's `Network` holds it.
final class NetworkObject: ForeignObject {
    let network: Network
    let generation: Int
    /// How far the current pass has come, which decides what there is to read.
    var progress: Progress
    /// Whether a cell asked to hear of every step.
    var isTraced = false
    enum Progress: Int { case none, forward, loss, backward }

    init(_ network: Network, generation: Int, progress: Progress = .none) {
        self.network = network
        self.generation = generation
        self.progress = progress
    }

    override var byteCount: Int { network.parameterCount * 8 }
}

/// Rows of numbers that batches are taken from; never changed.
final class TableObject: ForeignObject {
    let values: [Double]
    let columns: Int

    init(_ values: [Double], columns: Int) {
        self.values = values
        self.columns = columns
    }

    override var byteCount: Int { values.count * 8 }
}

/// The registers of a native, read in order.
struct Arguments {
    let machine: Machine
    let words: UnsafeMutablePointer<Int64>
    var next = 0

    init(_ machine: Machine, _ words: UnsafeMutablePointer<Int64>) {
        self.machine = machine
        self.words = words
    }

    mutating func word() -> Int64 {
        defer { next += 1 }
        return words[next]
    }
    mutating func int() -> Int { Int(truncatingIfNeeded: word()) }
    mutating func double() -> Double { Double(bitPattern: UInt64(bitPattern: word())) }
    mutating func doubles() -> [Double] { machine.doubles(word()) ?? [] }
    mutating func ints() -> [Int] {
        let array = word()
        var result: [Int] = []
        for index in 0..<machine.count(of: array) {
            result.append(Int(truncatingIfNeeded: machine.element(index, of: array) ?? 0))
        }
        return result
    }
    mutating func activation() -> Activation { Activation.allCases[Int(truncatingIfNeeded: word() & 0xFF)] }
    mutating func loss() -> Loss { Loss.allCases[Int(truncatingIfNeeded: word() & 0xFF)] }
    mutating func network() -> NetworkObject? { machine.foreign(word()) as? NetworkObject }
    mutating func table() -> TableObject? { machine.foreign(word()) as? TableObject }
}

extension Checked {
    /// One step of the rule that a cell's optimizer names by its settings.
    static func update(_ network: Network, settings: [Double]) throws(EngineError) {
        if settings.count == 5 {
            let adam = Adam(learningRate: settings[1], beta1: settings[2], beta2: settings[3], epsilon: settings[4])
            try update(network, adam)
        } else if settings.count == 4 {
            try update(network, SGD(learningRate: settings[1], momentum: settings[2], weightDecay: settings[3]))
        }
    }
}
