import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// `learn run --watch`: runs the lesson again whenever its file is saved, until Ctrl-C.
struct WatchCommand {
    let lesson: RunCommand

    func run() throws(CommandError) -> ExitCode {
        guard Stamp(lesson.operand) != nil else {
            throw .usage("`--watch` needs a file, which `\(lesson.operand.shown)` is not")
        }
        let isTerminal = TerminalSettings().canErase && TerminalSettings().isTerminal
        while !Interrupt.isRequested {
            let seen = Stamp(lesson.operand)
            if isTerminal { _ = try lesson.command.show("\u{1B}[H\u{1B}[2J\u{1B}[3J", .fine) }
            do throws(CommandError) {
                _ = try lesson.once()
            } catch {
                // A lesson that cannot be read may be half saved or half written: say so, and look when it is saved again.
                if error.code != .unreadable { throw error }
                lesson.command.report(error)
            }
            if Interrupt.isRequested { break }
            lesson.command.tell("learn: waiting for `\(lesson.operand.shown)` to change; Ctrl-C ends\n")
            wait(while: seen)
        }
        return .interrupted
    }

    /// Until the file is there, is another than it was, and stays the same for a moment: editors save in steps.
    private func wait(while seen: Stamp?) {
        var last = seen
        while !Interrupt.isRequested {
            usleep(60_000)
            let now = Stamp(lesson.operand)
            if now != nil, now != seen, now == last { return }
            last = now
        }
    }
}

/// What tells a file from what it was before: editors write it anew or put another in its place.
private struct Stamp: Equatable {
    private let size: Int64
    private let file: UInt64
    private let seconds: Int
    private let nanoseconds: Int

    /// Nil where there is no such file.
    init?(_ name: Argument) {
        var status = stat()
        guard stat(name.path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        size = Int64(status.st_size)
        file = UInt64(status.st_ino)
        #if canImport(Darwin)
            seconds = status.st_mtimespec.tv_sec
            nanoseconds = status.st_mtimespec.tv_nsec
        #else
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        #endif
    }
}
