/// One step of the machine.
///
///      0        8        16               32               48               64
///     +--------+--------+----------------+----------------+----------------+
///     | opcode |   x    |       a        |       b        |       c        |
///     +--------+--------+----------------+----------------+----------------+
///                                        |          wide (32 bits)         |
///
/// `a`, `b`, `c` are registers of the current frame, or immediates where the opcode's comment says so; `x` is a
/// count, a word offset, a selector, or a register below 256. `wide` is `b | c << 16`.
public struct Instruction: Equatable, Sendable {
    public var opcode: Opcode
    public var x: UInt8
    public var a: UInt16
    public var b: UInt16
    public var c: UInt16

    @inlinable
    public init(_ opcode: Opcode, a: Int = 0, b: Int = 0, c: Int = 0, x: Int = 0) {
        self.opcode = opcode
        self.x = UInt8(truncatingIfNeeded: x)
        self.a = UInt16(truncatingIfNeeded: a)
        self.b = UInt16(truncatingIfNeeded: b)
        self.c = UInt16(truncatingIfNeeded: c)
    }

    @inlinable
    public init(_ opcode: Opcode, a: Int = 0, wide: Int, x: Int = 0) {
        self.init(opcode, a: a, b: wide & 0xFFFF, c: (wide >> 16) & 0xFFFF, x: x)
    }

    /// `b` and `c` as one signed number: a long branch offset, a function, a constant, a switch table.
    @inlinable
    public var wide: Int32 {
        get { Int32(bitPattern: UInt32(b) | UInt32(c) << 16) }
        set {
            b = UInt16(truncatingIfNeeded: newValue)
            c = UInt16(truncatingIfNeeded: newValue >> 16)
        }
    }

    /// `b` as a signed immediate.
    @inlinable public var immediateB: Int64 { Int64(Int16(bitPattern: b)) }
    /// `c` as a signed immediate or a short branch offset.
    @inlinable public var immediateC: Int64 { Int64(Int16(bitPattern: c)) }
}
