#if canImport(CNeuralKernels) && arch(x86_64)
    import CNeuralKernels
#endif

/// The product of two matrices: one accumulator for each number of the result, which starts at 0 and takes the products
/// in ascending order, multiplied and then added. Any kernel that keeps to this gives the same bits.
enum MatrixProduct {
    /// c = a · b with a [rows, inner] and b [inner, columns]; c is overwritten.
    static func multiply(
        _ a: [Double], _ b: [Double], into c: inout [Double], rows: Int, inner: Int, columns: Int
    ) {
        a.withUnsafeBufferPointer { a in
            b.withUnsafeBufferPointer { b in
                c.withUnsafeMutableBufferPointer { c in
                    guard rows * columns > 0, let target = c.baseAddress else { return }
                    guard inner > 0, let left = a.baseAddress, let right = b.baseAddress else {
                        target.update(repeating: 0, count: rows * columns)
                        return
                    }
                    multiply(left, right, into: target, rows: rows, inner: inner, columns: columns)
                }
            }
        }
    }

    /// c = a · b on memory of rows·inner, inner·columns and rows·columns numbers.
    static func multiply(
        _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into c: UnsafeMutablePointer<Double>,
        rows: Int, inner: Int, columns: Int
    ) {
        #if canImport(CNeuralKernels) && arch(x86_64)
            if columns >= 8 && rows * inner * columns >= 512 && neural_has_avx2() != 0 {
                neural_matmul_avx2(a, b, c, rows, inner, columns)
                return
            }
        #endif
        portable(a, b, into: c, rows: rows, inner: inner, columns: columns)
    }

    /// The same product without processor extensions: whole rows of b are added to a row of c, so that the compiler
    /// vectorises across columns.
    static func portable(
        _ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, into c: UnsafeMutablePointer<Double>,
        rows: Int, inner: Int, columns: Int
    ) {
        for i in 0..<rows {
            let row = c + i &* columns
            row.update(repeating: 0, count: columns)
            for k in 0..<inner {
                let factor = a[i &* inner &+ k]
                let other = b + k &* columns
                for j in 0..<columns { row[j] += factor * other[j] }
            }
        }
    }
}
