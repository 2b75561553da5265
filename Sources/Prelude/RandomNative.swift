import Elementary
import Machine

/// `SystemRandomNumberGenerator` of a session: seeded, so that a lesson gives the same numbers on every run.
enum RandomNative {
    /// The native `random.next`.
    static func make(seed: UInt64) -> Native {
        var generator = SeededGenerator(seed: seed)
        return Native(name: "random.next", argumentWords: 0, resultWords: 1) { _, words in
            words[0] = Int64(bitPattern: generator.next())
            return .done
        }
    }
}
