#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why an output took no more.
public enum OutputError: Error, Sendable, Equatable {
    /// The reader has gone, as after `| head`: the command ends quietly.
    case closed
    /// The system refused, with its number: `ENOSPC` for a full disk and for `/dev/full`.
    case failed(Int32)

    /// The system's words for it.
    public var message: String {
        switch self {
        case .closed: "the reader has closed the pipe"
        case .failed(let number): String(cString: strerror(number))
        }
    }
}

/// Writes whole texts to a file descriptor and reports each failure, which `print` would swallow.
public struct OutputWriter: Sendable {
    private let descriptor: Int32

    /// A closed pipe then gives `EPIPE` instead of a signal that ends the process.
    public init(descriptor: Int32 = STDOUT_FILENO) {
        self.descriptor = descriptor
        signal(SIGPIPE, SIG_IGN)
    }

    public static let output = OutputWriter(descriptor: STDOUT_FILENO)
    public static let errors = OutputWriter(descriptor: STDERR_FILENO)

    /// Writes all of the text, going on after interruptions and when a slow reader takes it in parts.
    public func write(_ text: String) throws(OutputError) {
        try write(Array(text.utf8))
    }

    public func write(_ bytes: [UInt8]) throws(OutputError) {
        var start = 0
        while start < bytes.count {
            let written = bytes.withUnsafeBytes { buffer in
                systemWrite(descriptor, buffer.baseAddress! + start, bytes.count - start)
            }
            if written >= 0 {
                start += written
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: wait()
            case EPIPE: throw .closed
            case let number: throw .failed(number)
            }
        }
    }

    /// Until a descriptor that does not block takes more.
    private func wait() {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
    }
}

/// The system's own `write`, which `OutputWriter.write` hides within the type.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
