#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads files that may be anything: devices, pipes, folders and giants are refused before a byte is read.
enum InputFile {
    /// The most bytes that are read.
    static let limit = 10_000_000

    /// The bytes of a file; nil where there is none of that name.
    static func read(_ name: Argument, followsLinks: Bool = true) throws(CommandError) -> [UInt8]? {
        // Without O_NONBLOCK, opening a FIFO waits for someone to write into it.
        let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (followsLinks ? 0 : O_NOFOLLOW)
        let descriptor = open(name.path, flags)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw refusal(name, String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw refusal(name, String(cString: strerror(errno))) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw refusal(name, "it is a folder")
        default: throw refusal(name, "it is no ordinary file")
        }
        if Int(status.st_size) > limit { throw tooLarge(name) }
        return try readAll(descriptor, name)
    }

    /// All of standard input, whatever it is, up to the limit.
    static func readStandardInput() throws(CommandError) -> [UInt8] {
        try readAll(STDIN_FILENO, Argument("standard input"))
    }

    private static func readAll(_ descriptor: Int32, _ name: Argument) throws(CommandError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = systemRead(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR {
                    if Interrupt.isRequested { throw CommandError("interrupted", code: .interrupted) }
                    continue
                }
                throw refusal(name, String(cString: strerror(errno)))
            }
            bytes += buffer[..<count]
            if bytes.count > limit { throw tooLarge(name) }
        }
    }

    private static func refusal(_ name: Argument, _ reason: String) -> CommandError {
        CommandError("cannot read `\(name.shown)`: \(reason)", code: .unreadable)
    }

    private static func tooLarge(_ name: Argument) -> CommandError {
        refusal(name, "it is larger than \(limit / 1_000_000) MB")
    }
}

/// The system's own `read`, which `InputFile.read` hides within the type.
private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8], _ count: Int) -> Int {
    read(descriptor, &buffer, count)
}
