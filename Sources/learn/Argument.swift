/// A word of the command line. File names are bytes: they need not be UTF-8, so they are kept as they came.
struct Argument: Equatable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }
    init(_ text: String) { bytes = Array(text.utf8) }

    /// The word as text; what is not UTF-8 is replaced.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The word for a message: control characters, and those that turn the reading order, are written out, so that a
    /// file's name cannot steer the terminal.
    var shown: String { Argument.escaped(text) }

    static func escaped(_ text: String) -> String {
        var shown = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0...31, 127...159, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
                shown += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: shown.unicodeScalars.append(scalar)
            }
        }
        return shown
    }

    /// The last component of a path.
    var lastComponent: Argument {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return self }
        return Argument([UInt8](bytes[(slash + 1)...]))
    }

    /// The bytes for the system, with the zero at their end.
    var path: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

    /// The words of this process behind its own name.
    static func ofProcess() -> [Argument] {
        var words: [Argument] = []
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let word = CommandLine.unsafeArgv[index] else { break }
            var bytes: [UInt8] = []
            var place = 0
            while word[place] != 0 {
                bytes.append(UInt8(bitPattern: word[place]))
                place += 1
            }
            words.append(Argument(bytes))
        }
        return words
    }
}
