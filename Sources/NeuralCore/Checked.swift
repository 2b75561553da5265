/// The operations with checked arguments: what the functions of the same name without `Checked.` call, and then stop
/// the program with the error's message. An interpreter calls these and reports the error at its line.
public enum Checked {}

/// Runs a checked operation, and stops the program with its error's message.
@inline(__always)
func trapping<T>(_ body: () throws(EngineError) -> T) -> T {
    do throws(EngineError) {
        return try body()
    } catch {
        stop(error)
    }
}

extension EngineError {
    /// Stops the program with the error's message: what a function does that cells share with programs.
    func stop() -> Never { NeuralCore.stop(self) }
}

@inline(never)
func stop(_ error: EngineError) -> Never {
    #if hasFeature(Embedded)
        print(error.message)
        fatalError("stopped by the error above")
    #else
        fatalError(error.message)
    #endif
}
