/// An operation in Swift that cells can call: `Opcode.native`.
public struct Native {
    /// What a native tells the loop.
    public enum Outcome {
        case done
        /// Call me again with the same registers, when the host gives more time: at most 5 ms between two returns.
        case again
        case trap(Trap)
    }

    public var name: String
    public var argumentWords: Int
    public var resultWords: Int
    /// Gets the machine and the registers from `a` on: arguments there, borrowed; results are stored there, owned. It may
    /// use `Machine`'s heap operations (`makeString`, `string(at:)`, `hold` …) and `charge`; it never runs cell code.
    public var body: (Machine, UnsafeMutablePointer<Int64>) -> Outcome

    public init(
        name: String, argumentWords: Int, resultWords: Int,
        body: @escaping (Machine, UnsafeMutablePointer<Int64>) -> Outcome
    ) {
        self.name = name
        self.argumentWords = argumentWords
        self.resultWords = resultWords
        self.body = body
    }
}
