#if canImport(CNeuralKernels) && arch(x86_64)
    import CNeuralKernels
#endif

/// A matrix in memory: the number of row i and column k stands at `start + i·rowStride + k·columnStride`.
struct Strided {
    let start: UnsafePointer<Double>
    let rowStride: Int
    let columnStride: Int

    @inline(__always)
    init(_ start: UnsafePointer<Double>, rowStride: Int, columnStride: Int) {
        self.start = start
        self.rowStride = rowStride
        self.columnStride = columnStride
    }

    /// Rows one after another.
    @inline(__always)
    init(_ start: UnsafePointer<Double>, columns: Int) {
        self.start = start
        rowStride = columns
        columnStride = 1
    }

    /// The transpose of a matrix whose rows of `columns` numbers stand one after another.
    @inline(__always)
    init(transposing start: UnsafePointer<Double>, columns: Int) {
        self.start = start
        rowStride = 1
        columnStride = columns
    }
}

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
                    multiply(
                        Strided(left, columns: inner), Strided(right, columns: columns), into: target, rows: rows,
                        inner: inner, columns: columns)
                }
            }
        }
    }

    /// c = a · b, or c + a · b where `adding`; rows of c begin `stride` numbers apart, `columns` unless said, and it
    /// overlaps neither.
    static func multiply(
        _ a: Strided, _ b: Strided, into c: UnsafeMutablePointer<Double>, rows: Int, inner: Int, columns: Int,
        stride: Int? = nil, adding: Bool = false
    ) {
        let stride = stride ?? columns
        let work = rows &* inner &* columns
        if columns >= rows {
            Threads.share(columns, unit: 8, work: work) { part in
                multiplyHere(
                    a,
                    Strided(
                        b.start + part.lowerBound &* b.columnStride, rowStride: b.rowStride,
                        columnStride: b.columnStride), into: c + part.lowerBound, rows: rows, inner: inner,
                    columns: part.count, stride: stride, adding: adding)
            }
        } else {
            Threads.share(rows, unit: 6, work: work) { part in
                multiplyHere(
                    Strided(
                        a.start + part.lowerBound &* a.rowStride, rowStride: a.rowStride, columnStride: a.columnStride
                    ), b, into: c + part.lowerBound &* stride, rows: part.count, inner: inner, columns: columns,
                    stride: stride, adding: adding)
            }
        }
    }

    /// The same by this thread alone.
    private static func multiplyHere(
        _ a: Strided, _ b: Strided, into c: UnsafeMutablePointer<Double>, rows: Int, inner: Int, columns: Int,
        stride: Int, adding: Bool
    ) {
        #if canImport(CNeuralKernels) && arch(x86_64)
            if columns >= 4 && rows &* inner &* columns >= 256 && neural_has_avx2() != 0 {
                neural_matmul_avx2(
                    a.start, a.rowStride, a.columnStride, b.start, b.rowStride, b.columnStride, c, stride, rows, inner,
                    columns, adding ? 1 : 0)
                return
            }
        #endif
        if !adding {
            for i in 0..<rows { (c + i &* stride).update(repeating: 0, count: columns) }
        }
        portable(a, b, into: c, rows: rows, inner: inner, columns: columns, stride: stride)
    }

    /// c + a · b without processor extensions: whole rows of b are added to a row of c, so that the compiler vectorises
    /// across columns.
    static func portable(
        _ a: Strided, _ b: Strided, into c: UnsafeMutablePointer<Double>, rows: Int, inner: Int, columns: Int,
        stride: Int
    ) {
        guard b.columnStride == 1 else {
            return byColumns(a, b, into: c, rows: rows, inner: inner, columns: columns, stride: stride)
        }
        for i in 0..<rows {
            let row = c + i &* stride
            var factors = a.start + i &* a.rowStride
            var other = b.start
            for _ in 0..<inner {
                let factor = factors.pointee
                for j in 0..<columns { row[j] += factor * other[j] }
                factors += a.columnStride
                other += b.rowStride
            }
        }
    }

    /// The same where b is transposed: its columns stand one after another.
    private static func byColumns(
        _ a: Strided, _ b: Strided, into c: UnsafeMutablePointer<Double>, rows: Int, inner: Int, columns: Int,
        stride: Int
    ) {
        for i in 0..<rows {
            let left = a.start + i &* a.rowStride
            for j in 0..<columns {
                let right = b.start + j &* b.columnStride
                var sum = c[i &* stride &+ j]
                for k in 0..<inner { sum += left[k &* a.columnStride] * right[k &* b.rowStride] }
                c[i &* stride &+ j] = sum
            }
        }
    }
}
