/// What the process tells its caller.
enum ExitCode: Int32 {
    case fine = 0
    /// A cell failed.
    case failed = 1
    /// The lesson cannot be read.
    case unreadable = 2
    /// The command line is wrong (`EX_USAGE`).
    case usage = 64
    /// A fault of the program itself (`EX_SOFTWARE`).
    case fault = 70
    /// The results cannot be written (`EX_IOERR`).
    case unwritable = 74
    case interrupted = 130
}

/// Why a command ends early: one sentence for standard error, and how the process ends.
struct CommandError: Error, Equatable {
    var message: String
    var code: ExitCode
    /// Lines below the message, such as diagnostics; as they are.
    var details = ""

    init(_ message: String, code: ExitCode, details: String = "") {
        self.message = message
        self.code = code
        self.details = details
    }

    static func usage(_ message: String) -> CommandError { CommandError(message, code: .usage) }
}
