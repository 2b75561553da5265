#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Ctrl-C: the first asks the running cell to stop, which it does within a slice of steps; a second ends the process.
enum Interrupt {
    /// Written by the signal handler, which may do no more than that.
    private nonisolated(unsafe) static var flag: sig_atomic_t = 0

    static var isRequested: Bool { flag != 0 }

    static func listen() {
        var action = sigaction()
        #if canImport(Darwin)
            action.__sigaction_u.__sa_handler = { _ in Interrupt.flag = 1 }
        #else
            action.__sigaction_handler.sa_handler = { _ in Interrupt.flag = 1 }
        #endif
        // Without SA_RESTART, so that a read that waits gives up as well.
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
        sigaction(SIGINT, &action, nil)
        // A parent may have left it blocked: signals that are blocked in a thread stay so in what it starts.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        sigprocmask(SIG_UNBLOCK, &signals, nil)
    }
}
