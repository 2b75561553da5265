import Elementary
import Machine

/// `SystemRandomNumberGenerator` of a session: seeded, so that a lesson gives the same numbers on every run.
final class RandomSource {
    /// What has been drawn so far decides what comes next; a snapshot of a session keeps it.
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    /// The native `random.next`.
    var native: Native {
        Native(name: "random.next", argumentWords: 0, resultWords: 1) { [self] _, words in
            words[0] = Int64(bitPattern: generator.next())
            return .done
        }
    }
}
