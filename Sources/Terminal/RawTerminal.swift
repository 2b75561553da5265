#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The whole screen of a terminal, keys one by one: entered once, and left again whatever happens.
///
/// Ctrl-C is counted, not obeyed: a long computation asks for it. Ctrl-Z gives the terminal back while the process
/// stands still. A hang-up, a termination and the end of the process restore the terminal before anything else.
public struct RawTerminal {
    private let descriptor: Int32

    /// Takes the terminal; nil where there is none, or it does not let itself be taken.
    public static func open() -> RawTerminal? {
        let descriptor = systemOpen("/dev/tty", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        guard TerminalState.take(descriptor) else {
            close(descriptor)
            return nil
        }
        return RawTerminal(descriptor: descriptor)
    }

    public func leave() { TerminalState.give() }

    /// How often Ctrl-C was typed since the last `forgetInterrupts`.
    public static var interrupts: Int { Int(TerminalState.interrupts) }
    public static func forgetInterrupts() { TerminalState.interrupts = 0 }

    /// Columns and rows; 80 × 24 where the terminal does not say.
    public var size: (columns: Int, rows: Int) {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Draws all lines from the top; each is taken to be no wider than the screen.
    public func draw(_ lines: [String], cursor: (column: Int, row: Int)? = nil) {
        var text = "\u{1B}[?25l\u{1B}[H"
        for (index, line) in lines.enumerated() {
            // Clearing behind a line that fills the row would take its last character away.
            text += (index > 0 ? "\r\n" : "") + "\u{1B}[2K" + line
        }
        if let cursor { text += "\u{1B}[\(cursor.row + 1);\(cursor.column + 1)H\u{1B}[?25h" }
        try? OutputWriter(descriptor: descriptor).write(text)
    }

    // MARK: Keys

    public enum Key: Equatable, Sendable {
        case text(String)
        case enter, escape, backspace, up, down, left, right, home, end, pageUp, pageDown
        case interrupt
        /// The window has another size, or the process goes on after a stop: draw again.
        case redraw
        /// Nobody types any more.
        case closed
    }

    /// Waits for a key.
    public func key() -> Key {
        while true {
            if TerminalState.needsRedraw != 0 {
                TerminalState.needsRedraw = 0
                return .redraw
            }
            var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            // Now and then it looks up by itself: a signal may come between the test and the wait.
            let ready = poll(&request, 1, 250)
            if TerminalState.interrupts > 0 {
                TerminalState.interrupts = 0
                return .interrupt
            }
            if ready == 0 {
                // An orphan's terminal belongs to others.
                if getppid() == 1, tcgetpgrp(descriptor) != getpgrp() { return .closed }
                continue
            }
            if ready < 0 {
                if errno == EINTR { continue }
                return .closed
            }
            guard let byte = readByte() else { return .closed }
            if let key = key(startingWith: byte) { return key }
        }
    }

    private func key(startingWith byte: UInt8) -> Key? {
        switch byte {
        case 0x0A, 0x0D: return .enter
        case 0x7F, 0x08: return .backspace
        case 0x03: return .interrupt
        case 0x04: return .closed
        case 0x1B: return escapeSequence()
        case 0x00..<0x20: return nil
        default: return .text(character(startingWith: byte))
        }
    }

    private func character(startingWith byte: UInt8) -> String {
        var bytes = [byte]
        let length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        while bytes.count < length, let next = readByte(within: 50) { bytes.append(next) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A lone escape is followed by nothing for a while.
    private func escapeSequence() -> Key? {
        guard let first = readByte(within: 40) else { return .escape }
        guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else { return nil }
        var digits: [UInt8] = []
        while let byte = readByte(within: 40) {
            switch byte {
            case UInt8(ascii: "A"): return .up
            case UInt8(ascii: "B"): return .down
            case UInt8(ascii: "C"): return .right
            case UInt8(ascii: "D"): return .left
            case UInt8(ascii: "H"): return .home
            case UInt8(ascii: "F"): return .end
            case UInt8(ascii: "~"):
                switch digits {
                case [UInt8(ascii: "1")], [UInt8(ascii: "7")]: return .home
                case [UInt8(ascii: "4")], [UInt8(ascii: "8")]: return .end
                case [UInt8(ascii: "5")]: return .pageUp
                case [UInt8(ascii: "6")]: return .pageDown
                default: return nil
                }
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"): digits.append(byte)
            default: return nil
            }
        }
        return nil
    }

    private func readByte(within milliseconds: Int32 = -1) -> UInt8? {
        var byte: UInt8 = 0
        while true {
            if milliseconds >= 0 {
                var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                guard poll(&request, 1, milliseconds) > 0 else { return nil }
            }
            let count = read(descriptor, &byte, 1)
            if count == 1 { return byte }
            if count < 0, errno == EINTR { continue }
            return nil
        }
    }
}

/// The system's own `open`, which `RawTerminal.open` hides within the type.
private func systemOpen(_ path: String, _ flags: Int32) -> Int32 { open(path, flags) }
