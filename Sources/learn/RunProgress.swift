import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// One line on the terminal that says which cell a long run is at; gone when the run is over.
final class RunProgress: Sendable {
    private let errors: OutputWriter
    private let start = Clock.milliseconds
    /// Read and written by the run's own thread alone.
    private nonisolated(unsafe) var last: Int64 = 0
    private nonisolated(unsafe) var width = 0

    /// Nil where nobody looks: in a pipe, in a file, and where the terminal cannot take a line back.
    init?(errors: OutputWriter) {
        let settings = TerminalSettings(descriptor: STDERR_FILENO)
        guard settings.isTerminal, settings.canErase else { return nil }
        self.errors = errors
    }

    /// Called every few milliseconds. The line appears after half a second.
    func tick(cell: String, number: Int, of count: Int) {
        let now = Clock.milliseconds
        if now - start < 500 || now - last < 100 { return }
        last = now
        let seconds = (now - start) / 1000
        let name = String(Argument.escaped(cell).prefix(40))
        let text = "running `\(name)`, cell \(number) of \(count), \(seconds) s"
        try? errors.write("\r" + text + blanks(max(0, width - text.count)))
        width = max(width, text.count)
    }

    func end() {
        if width > 0 { try? errors.write("\r" + blanks(width) + "\r") }
        width = 0
    }

    /// Blanks, not an escape sequence: some who ask for no colour want none at all.
    private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

/// Time for people to see; nothing that is computed depends on it.
enum Clock {
    static var milliseconds: Int64 {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
    }
}
