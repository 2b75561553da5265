#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What signal handlers need to give the terminal back: plain memory, and calls that are allowed in a handler.
enum TerminalState {
    private nonisolated(unsafe) static var descriptor: Int32 = -1
    private nonisolated(unsafe) static var original = termios()
    private nonisolated(unsafe) static var isTaken: sig_atomic_t = 0
    private nonisolated(unsafe) static var isStopped: sig_atomic_t = 0
    nonisolated(unsafe) static var interrupts: sig_atomic_t = 0
    nonisolated(unsafe) static var needsRedraw: sig_atomic_t = 0

    /// Other screen, no line wrap, no cursor; and back.
    private static let enter: [UInt8] = Array("\u{1B}[?1049h\u{1B}[?7l\u{1B}[?25l".utf8)
    private static let exit: [UInt8] = Array("\u{1B}[0m\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l".utf8)

    static func take(_ terminal: Int32) -> Bool {
        guard tcgetattr(terminal, &original) == 0 else { return false }
        descriptor = terminal
        // The texts are made before a handler could ask for them.
        _ = (enter.count, exit.count)
        listen()
        guard set() else { return false }
        atexit { TerminalState.give() }
        return true
    }

    /// Keys one by one and unseen; signals stay signals.
    private static func set() -> Bool {
        var raw = original
        raw.c_iflag &= ~tcflag_t(IXON | ICRNL | INLCR | ISTRIP)
        raw.c_lflag &= ~tcflag_t(ECHO | ICANON | IEXTEN)
        raw.c_oflag &= ~tcflag_t(OPOST)
        withUnsafeMutableBytes(of: &raw.c_cc) { bytes in
            bytes[Int(VMIN)] = 1
            bytes[Int(VTIME)] = 0
        }
        // Started in the background, this stops the process; brought to the front it comes back interrupted.
        while tcsetattr(descriptor, TCSANOW, &raw) != 0 {
            if errno != EINTR { return false }
        }
        isTaken = 1
        enter.withUnsafeBytes { _ = write(descriptor, $0.baseAddress!, $0.count) }
        return true
    }

    static func give() {
        if isTaken == 0 { return }
        isTaken = 0
        exit.withUnsafeBytes { _ = write(descriptor, $0.baseAddress!, $0.count) }
        tcsetattr(descriptor, TCSANOW, &original)
    }

    // MARK: Signals

    private static func listen() {
        handle(SIGINT) { _ in
            TerminalState.interrupts += 1
            // Who asks three times does not want to wait for a computation to look up.
            if TerminalState.interrupts >= 3 {
                TerminalState.give()
                _exit(130)
            }
        }
        handle(SIGWINCH) { _ in TerminalState.needsRedraw = 1 }
        for number in [SIGHUP, SIGTERM, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP] {
            handle(number) { number in TerminalState.end(number) }
        }
        handle(SIGTSTP) { _ in TerminalState.stop() }
        handle(SIGCONT) { _ in TerminalState.goOn() }
    }

    /// Gives the terminal back and lets the signal do what it does.
    private static func end(_ number: Int32) {
        give()
        signal(number, SIG_DFL)
        raise(number)
    }

    private static func stop() {
        if isTaken != 0 { isStopped = 1 }
        give()
        signal(SIGTSTP, SIG_DFL)
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTSTP)
        sigprocmask(SIG_UNBLOCK, &signals, nil)
        raise(SIGTSTP)
    }

    private static func goOn() {
        // What was interrupted asks why it failed.
        let reason = errno
        defer { errno = reason }
        handle(SIGTSTP) { _ in TerminalState.stop() }
        // Only what `stop` gave back is taken again, never what was left for good.
        guard isStopped != 0 else { return }
        isStopped = 0
        _ = set()
        needsRedraw = 1
    }

    private static func handle(_ number: Int32, _ body: @escaping @convention(c) (Int32) -> Void) {
        var action = sigaction()
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = body
        #else
            action.__sigaction_handler.sa_handler = body
        #endif
        // A parent may have left it blocked.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, number)
        sigaction(number, &action, nil)
        sigprocmask(SIG_UNBLOCK, &signals, nil)
    }
}
