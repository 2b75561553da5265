#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The user's folder for what learn remembers: `$XDG_STATE_HOME/learn`, else `~/.local/state/learn` (XDG Base Directory
/// Specification).
enum StateFolder {
    /// The path of a file in it; nil for a user without a home.
    static func file(_ name: String) -> Argument? {
        if let state = variable("XDG_STATE_HOME"), state.bytes.first == UInt8(ascii: "/") {
            return Argument(state.bytes + Array("/learn/\(name)".utf8))
        }
        guard let home = variable("HOME"), home.bytes.first == UInt8(ascii: "/") else { return nil }
        return Argument(home.bytes + Array("/.local/state/learn/\(name)".utf8))
    }

    /// Makes the folders that a file is to stand in. What cannot be made shows when the file is written.
    static func makeFolders(for file: Argument) {
        for (index, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "/") && index > 0 {
            _ = mkdir(Argument(Array(file.bytes[..<index])).path, 0o700)
        }
    }

    private static func variable(_ name: String) -> Argument? {
        guard let value = getenv(name), value[0] != 0 else { return nil }
        return Argument(Array(UnsafeBufferPointer(start: value, count: strlen(value))).map { UInt8(bitPattern: $0) })
    }
}
