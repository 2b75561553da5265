/// What stands before the words of every object in the arena.
///
///      0        4            6        7            8        12         16
///     +--------+------------+--------+------------+--------+----------+------------
///     | count- | descriptor | stride | size class | count  | capacity | words …
///     | of-ref |            | /flags |            |        |          |
///     +--------+------------+--------+------------+--------+----------+------------
///
/// | kind | stride / flags | count | capacity |
/// |---|---|---|---|
/// | array | words of an element | elements | elements |
/// | string | `simpleFlag` | bytes | bytes |
/// | table | – | entries, removed ones too | entries |
/// | instance | `deinitFlag` | words | its `weak` object, or the link of the list that waits for `deinit` |
/// | weak | – | words | 1 |
/// | box, closure, existential, foreign | – | words | – |
///
/// A free block has the descriptor `freeBlock` and its list's next block in the reference count.
struct Header {
    var references: UInt32
    var descriptor: UInt16
    var stride: UInt8
    var sizeClass: UInt8
    var count: UInt32
    var capacity: UInt32

    static let size = 16
    static let freeBlock = UInt16.max
    /// String: every byte is one character (ASCII without carriage returns).
    static let simpleFlag: UInt8 = 1
    /// Instance: its `deinit` has run.
    static let deinitFlag: UInt8 = 1
}

typealias ObjectPointer = UnsafeMutablePointer<Header>
typealias WordPointer = UnsafeMutablePointer<Int64>
typealias BytePointer = UnsafeMutablePointer<UInt8>

extension UnsafeMutableRawPointer {
    /// The object at an offset of the arena that this pointer begins.
    @inline(__always)
    func object(_ reference: Int64) -> ObjectPointer {
        (self + Int(truncatingIfNeeded: reference)).assumingMemoryBound(to: Header.self)
    }
}

extension UnsafeMutablePointer where Pointee == Header {
    @inline(__always) var words: WordPointer {
        (UnsafeMutableRawPointer(self) + Header.size).assumingMemoryBound(to: Int64.self)
    }
    @inline(__always) var doubles: UnsafeMutablePointer<Double> {
        (UnsafeMutableRawPointer(self) + Header.size).assumingMemoryBound(to: Double.self)
    }
    @inline(__always) var bytes: BytePointer {
        (UnsafeMutableRawPointer(self) + Header.size).assumingMemoryBound(to: UInt8.self)
    }
    @inline(__always) var count: Int { Int(pointee.count) }
    @inline(__always) var stride: Int { Int(pointee.stride) }
    /// The elements of a table, or array, or the fixed object's words, by index: in bounds?
    @inline(__always)
    func holds(_ index: Int64) -> Bool { UInt64(bitPattern: index) < UInt64(pointee.count) }
}

extension UnsafeMutablePointer where Pointee == Int64 {
    @inline(__always)
    subscript(register: UInt16) -> Int64 {
        get { self[Int(register)] }
        nonmutating set { self[Int(register)] = newValue }
    }
    @inline(__always)
    subscript(register: UInt8) -> Int64 { self[Int(register)] }

    @inline(__always) var doubles: UnsafeMutablePointer<Double> {
        UnsafeMutableRawPointer(self).assumingMemoryBound(to: Double.self)
    }
}

extension UnsafeMutablePointer where Pointee == Double {
    @inline(__always)
    subscript(register: UInt16) -> Double {
        get { self[Int(register)] }
        nonmutating set { self[Int(register)] = newValue }
    }
    @inline(__always)
    subscript(register: UInt8) -> Double { self[Int(register)] }
}
