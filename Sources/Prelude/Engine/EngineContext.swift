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
    /// Whether a cell asked to hear of every step.
    var isTraced = false
    /// Whether it only looks at another's passes, so that nobody hears of its own.
    var isUnheard = false
    /// What its largest pass so far takes, as counted against the memory limit, and how many examples that had.
    var passBytes: Int64 = 0
    var mostRows = 0
    /// What a cell that watches the network can ask.
    var log: EngineLog?

    init(_ network: Network, generation: Int) {
        self.network = network
        self.generation = generation
    }

    override var byteCount: Int { max(network.parameterCount * 16, Int(truncatingIfNeeded: passBytes)) }
}

/// Examples that batches are taken from; never changed.
final class SourceObject: ForeignObject {
    let source: ExampleSource

    init(_ source: ExampleSource) { self.source = source }

    override var byteCount: Int { source.byteCount }
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
    /// The reference that the next register holds.
    var nextReference: Int64 { words[next] }
    mutating func source() -> SourceObject? { machine.foreign(word()) as? SourceObject }
    mutating func flag() -> Bool { word() & 1 == 1 }
    /// The rule that a cell's optimizer names by its settings.
    mutating func rule() throws(EngineError) -> UpdateRule {
        let s = doubles()
        switch s.count == 0 ? -1 : Int(s[0]) {
        case 0 where s.count == 5:
            return .sgd(SGD(learningRate: s[1], momentum: s[2], weightDecay: s[3], nesterov: s[4] == 1))
        case 1 where s.count == 4: return .rmsProp(RMSProp(learningRate: s[1], decay: s[2], epsilon: s[3]))
        case 2 where s.count == 5:
            return .adam(Adam(learningRate: s[1], beta1: s[2], beta2: s[3], epsilon: s[4]))
        case 3 where s.count == 6:
            return .adamW(
                AdamW(learningRate: s[1], beta1: s[2], beta2: s[3], epsilon: s[4], weightDecay: s[5]))
        default: throw .badArgument(name: "the optimizer's rule", reason: "is not complete")
        }
    }
}
