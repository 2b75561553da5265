#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads a file descriptor line by line. A line is cut at its limit, so that no input takes memory without end; the
/// next line begins behind the next line feed all the same.
public struct LineReader {
    private let descriptor: Int32
    private let limit: Int
    private var buffer: [UInt8] = []
    private var next = 0
    private var isAtEnd = false

    public init(descriptor: Int32 = STDIN_FILENO, limit: Int = 10_000) {
        self.descriptor = descriptor
        self.limit = limit
    }

    /// The next line without its end; nil at the end of the input, and where a signal asks to stop.
    public mutating func line() -> String? {
        var line: [UInt8] = []
        var isSome = false
        while let byte = byte() {
            isSome = true
            if byte == 0x0A { break }
            if line.count < limit { line.append(byte) }
        }
        if !isSome { return nil }
        if line.last == 0x0D { line.removeLast() }
        return String(decoding: line, as: UTF8.self)
    }

    private mutating func byte() -> UInt8? {
        if next == buffer.count {
            if isAtEnd { return nil }
            buffer = [UInt8](repeating: 0, count: 1 << 12)
            let count = read(descriptor, &buffer, buffer.count)
            buffer.removeLast(buffer.count - max(0, count))
            next = 0
            if count <= 0 {
                isAtEnd = true
                return nil
            }
        }
        next += 1
        return buffer[next - 1]
    }
}
