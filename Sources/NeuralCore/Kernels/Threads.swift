#if canImport(CNeuralKernels)
    import CNeuralKernels
#endif

/// The threads that share the engine's large pieces of work.
///
///     Threads.count = 2
///
/// Threads share out results, never the terms of a sum, so that results have the same bits with any number of threads.
/// Pieces that take less than some ten microseconds are not shared.
public enum Threads {
    /// How many threads there are, from 1 to 16: 1 until a program says more. Where there are no threads, it stays 1.
    public static var count: Int {
        get {
            #if canImport(CNeuralKernels)
                Int(neural_threads())
            #else
                1
            #endif
        }
        set {
            #if canImport(CNeuralKernels)
                neural_set_threads(Int32(clamping: newValue))
            #endif
        }
    }

    /// Work worth sharing, in multiplications of a matrix product, of which a processor does some twenty in a nanosecond.
    private static let least = 1 << 18

    /// Calls `body` with ranges that together are 0 ..< `count`, from several threads where the `work` is worth it; each
    /// but the last range is a multiple of `unit` long. `body` may write only what belongs to its range.
    @inline(__always)
    static func share(_ count: Int, unit: Int = 1, work: Int, _ body: (Range<Int>) -> Void) {
        #if canImport(CNeuralKernels)
            if work >= least && count > unit && neural_threads() > 1 {
                return inParts(count, unit, body)
            }
        #endif
        body(0..<count)
    }

    #if canImport(CNeuralKernels)
        @inline(never)
        private static func inParts(_ count: Int, _ unit: Int, _ body: (Range<Int>) -> Void) {
            let units = (count + unit - 1) / unit
            let parts = min(units, Threads.count)
            withoutActuallyEscaping(body) { body in
                var part: (Int) -> Void = { part in
                    let start = units * part / parts * unit
                    body(start..<min(count, units * (part + 1) / parts * unit))
                }
                withUnsafeMutablePointer(to: &part) { part in
                    neural_parallel(
                        Int32(parts), { $0?.assumingMemoryBound(to: ((Int) -> Void).self).pointee($1) }, part)
                }
            }
        }
    #endif
}
