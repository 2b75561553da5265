import Elementary

#if canImport(CNeuralKernels) && arch(x86_64)
    import CNeuralKernels
#endif

/// Elementary functions of many numbers: four at a time where the processor can, with the same bits. The result may be
/// the same memory.
enum Exponentials {
    static func exp(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int) {
        #if canImport(CNeuralKernels) && arch(x86_64)
            if count >= 4 && neural_has_avx2() != 0 {
                return inSteps(count, { neural_exp_avx2(x + $0, y + $0, $1) }, { y[$0] = Elementary.exp(x[$0]) })
            }
        #endif
        for i in 0..<count { y[i] = Elementary.exp(x[i]) }
    }

    static func sigmoid(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int) {
        #if canImport(CNeuralKernels) && arch(x86_64)
            if count >= 4 && neural_has_avx2() != 0 {
                return inSteps(
                    count, { neural_sigmoid_avx2(x + $0, y + $0, $1) }, { y[$0] = Activation.logistic(x[$0]) })
            }
        #endif
        for i in 0..<count { y[i] = Activation.logistic(x[i]) }
    }

    static func tanh(_ x: UnsafePointer<Double>, into y: UnsafeMutablePointer<Double>, count: Int) {
        #if canImport(CNeuralKernels) && arch(x86_64)
            if count >= 4 && neural_has_avx2() != 0 {
                _ = neural_tanh_avx2(x, y, count)
                return
            }
        #endif
        for i in 0..<count { y[i] = Elementary.tanh(x[i]) }
    }

    /// z/2 · (1 + erf(z/√2)).
    static func gelu(_ z: UnsafePointer<Double>, into a: UnsafeMutablePointer<Double>, count: Int) {
        #if canImport(CNeuralKernels) && arch(x86_64)
            if count >= 4 && neural_has_avx2() != 0 {
                _ = neural_gelu_avx2(z, a, count)
                return
            }
        #endif
        for i in 0..<count { a[i] = Activation.gelu(z[i]) }
    }

    /// g·gelu′(z) where gelu(z) = a.
    static func geluSlopes(
        _ z: UnsafePointer<Double>, _ a: UnsafePointer<Double>, _ g: UnsafePointer<Double>,
        into result: UnsafeMutablePointer<Double>, count: Int
    ) {
        let one = { (i: Int) in result[i] = g[i] * Activation.gelu.derivative(z[i], activation: a[i]) }
        #if canImport(CNeuralKernels) && arch(x86_64)
            if count >= 4 && neural_has_avx2() != 0 {
                return inSteps(count, { neural_gelu_slopes_avx2(z + $0, a + $0, g + $0, result + $0, $1) }, one)
            }
        #endif
        for i in 0..<count { one(i) }
    }

    /// `many` does numbers from a place on and says how many; the four before which it stops are done by `one`.
    @inline(__always)
    private static func inSteps(_ count: Int, _ many: (Int, Int) -> Int, _ one: (Int) -> Void) {
        var done = 0
        while done < count {
            done += many(done, count - done)
            let end = min(done + 4, count)
            while done < end {
                one(done)
                done += 1
            }
        }
    }
}
