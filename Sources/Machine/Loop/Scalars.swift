@inline(__always)
func unsigned(_ word: Int64) -> UInt64 { UInt64(bitPattern: word) }

#if arch(wasm32)
    @inline(never)
    private func multiplyWide(_ x: Int64, _ y: Int64) -> (Int64, Bool) {
        let (product, overflow) = x.multipliedReportingOverflow(by: y)
        return (product, overflow)
    }

    /// A checked 64-bit product calls a slow routine on wasm32: operands of 32 bits cannot overflow.
    @inline(__always)
    func multiply(_ x: Int64, _ y: Int64) -> (Int64, Bool) {
        if Int64(Int32(truncatingIfNeeded: x)) == x && Int64(Int32(truncatingIfNeeded: y)) == y {
            return (x &* y, false)
        }
        return multiplyWide(x, y)
    }
#else
    @inline(__always)
    func multiply(_ x: Int64, _ y: Int64) -> (Int64, Bool) {
        let (product, overflow) = x.multipliedReportingOverflow(by: y)
        return (product, overflow)
    }
#endif

/// Copies words upwards or downwards, so that ranges may overlap.
@inline(__always)
func moveWords(_ target: WordPointer, _ source: WordPointer, _ count: Int) {
    if count == 2 {
        let (first, second) = (source[0], source[1])
        target[0] = first
        target[1] = second
    } else if target <= source {
        for word in 0..<count { target[word] = source[word] }
    } else {
        var word = count
        while word > 0 {
            word &-= 1
            target[word] = source[word]
        }
    }
}

/// `narrow`'s test. The 64-bit kinds convert between signed and unsigned: the sign bit must be clear.
@inline(never)
func fits(_ value: Int64, _ kind: UInt8) -> Bool {
    switch IntegerKind(rawValue: kind).unsafelyUnwrapped {
    case .signed64, .unsigned64: value >= 0
    default: wrapped(value, kind) == value
    }
}

@inline(never)
func wrapped(_ value: Int64, _ kind: UInt8) -> Int64 {
    switch IntegerKind(rawValue: kind).unsafelyUnwrapped {
    case .signed8: Int64(Int8(truncatingIfNeeded: value))
    case .signed16: Int64(Int16(truncatingIfNeeded: value))
    case .signed32: Int64(Int32(truncatingIfNeeded: value))
    case .unsigned8: Int64(UInt8(truncatingIfNeeded: value))
    case .unsigned16: Int64(UInt16(truncatingIfNeeded: value))
    case .unsigned32: Int64(UInt32(truncatingIfNeeded: value))
    case .signed64, .unsigned64: value
    }
}

@inline(never)
func mathDouble(_ ip: UnsafeMutablePointer<Instruction>, _ fp: WordPointer) {
    let function = MathFunction(rawValue: ip.pointee.x).unsafelyUnwrapped
    let second = function.isBinary ? fp.doubles[ip.pointee.c] : 0
    fp.doubles[ip.pointee.a] = MathBridge.apply(function, fp.doubles[ip.pointee.b], second)
}
