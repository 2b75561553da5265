/// Where bundled data comes from: whoever runs a program says so. NeuralCore itself reads no files.
public enum DataFiles {
    /// Gives the bytes of a file by its name, such as `iris.csv`; nil where there is none. Set it before anything asks; it
    /// is not to be changed while a program runs.
    public nonisolated(unsafe) static var provider: ((String) -> [UInt8]?)?
}

extension Checked {
    /// The bytes of a bundled file. A name has letters, digits, `-`, `_` and `.` and does not begin with a dot: it leads
    /// nowhere else.
    public static func data(_ name: String) throws(EngineError) -> [UInt8] {
        var isName = !name.isEmpty && name.utf8.first != UInt8(ascii: ".") && name.utf8.count <= 100
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                break
            default: isName = false
            }
        }
        guard isName else { throw .badArgument(name: "`\(name)`", reason: "is not the name of a data file") }
        guard let bytes = DataFiles.provider?(name) else {
            throw .badArgument(name: "the data file `\(name)`", reason: "is not there")
        }
        return bytes
    }
}

/// The text of a bundled file.
public func dataText(_ name: String) -> String {
    String(decoding: trapping { () throws(EngineError) in try Checked.data(name) }, as: UTF8.self)
}
