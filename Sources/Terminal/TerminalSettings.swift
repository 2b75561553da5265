#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What `--color` says.
public enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
}

/// What an output can show: decided once, from the command line, the environment and the output itself.
public struct TerminalSettings: Sendable, Equatable {
    /// Whether the output is a terminal, not a pipe or a file.
    public var isTerminal: Bool
    /// The columns of a line; 80 where the output does not say.
    public var width: Int
    public var hasColor: Bool
    /// Whether what stands there can be taken back: a dumb terminal cannot.
    public var canErase: Bool
    /// Whether characters outside ASCII arrive.
    public var hasUnicode: Bool

    /// The settings of a file descriptor in the process's own environment.
    public init(color: ColorChoice = .auto, descriptor: Int32 = STDOUT_FILENO) {
        self.init(
            color: color, isTerminal: isatty(descriptor) == 1, columns: Self.columns(of: descriptor),
            environment: Self.environmentValue)
    }

    /// The same decision from given facts, for tests. `environment` gives a variable's value, nil where it is unset.
    public init(color: ColorChoice, isTerminal: Bool, columns: Int?, environment: (String) -> String?) {
        self.isTerminal = isTerminal
        let kind = environment("TERM") ?? ""
        canErase = isTerminal && !kind.isEmpty && kind != "dumb"
        width = Self.width(isTerminal: isTerminal, columns: columns, environment: environment)
        hasColor = Self.hasColor(color, isTerminal: isTerminal, environment: environment)
        hasUnicode = Self.hasUnicode(environment: environment)
    }

    /// A pipe gets 80 columns, so that what a command prints does not depend on the window it was started in; an
    /// explicit `COLUMNS` is obeyed there, as `git` and `ls` do.
    private static func width(isTerminal: Bool, columns: Int?, environment: (String) -> String?) -> Int {
        if isTerminal, let columns, columns > 0 { return min(columns, 400) }
        if let text = environment("COLUMNS"), let columns = Int(text), columns > 0 { return min(max(columns, 40), 400) }
        return 80
    }

    /// `always` and `never` are taken at their word. Otherwise a terminal gets colour, unless `NO_COLOR` is set and
    /// not empty (no-color.org) or the terminal is dumb.
    private static func hasColor(
        _ choice: ColorChoice, isTerminal: Bool, environment: (String) -> String?
    ) -> Bool {
        switch choice {
        case .always: return true
        case .never: return false
        case .auto:
            if let none = environment("NO_COLOR"), !none.isEmpty { return false }
            guard let kind = environment("TERM"), !kind.isEmpty, kind != "dumb" else { return false }
            return isTerminal
        }
    }

    /// The locale's encoding, looked up as setlocale does: LC_ALL, then LC_CTYPE, then LANG. Where none is set, as in
    /// most containers, UTF-8 is taken for granted; `C` and `POSIX` ask for ASCII.
    private static func hasUnicode(environment: (String) -> String?) -> Bool {
        for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
            guard let locale = environment(name), !locale.isEmpty else { continue }
            let lowered = locale.lowercased()
            return lowered.contains("utf-8") || lowered.contains("utf8")
        }
        return true
    }

    /// Whether standard input is a terminal, so that a person may answer.
    public static var hasKeyboard: Bool { isatty(STDIN_FILENO) == 1 }

    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }

    private static func environmentValue(_ name: String) -> String? {
        guard let value = getenv(name) else { return nil }
        return String(cString: value)
    }
}
