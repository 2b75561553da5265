import Foundation

/// Another interpreter that runs the same programs.
struct ScriptPeer {
    let name: String
    let path: String
    let suffix: String
    /// Runs the file that is its argument and writes the milliseconds to standard error.
    let wrapper: [String]

    struct Failure: Error, CustomStringConvertible { let description: String }

    /// Those that this machine has. Debian's own Python, since other builds of it are slower.
    static func installed() -> [ScriptPeer] {
        [
            ScriptPeer(name: "Lua", path: "/usr/bin/lua5.4", suffix: ".lua", wrapper: ["-e", luaTimer]),
            ScriptPeer(name: "Python", path: "/usr/bin/python3", suffix: ".py", wrapper: ["-c", pythonTimer]),
        ].filter { FileManager.default.isExecutableFile(atPath: $0.path) }
    }

    private static let pythonTimer = """
        import sys, time
        start = time.process_time()
        with open(sys.argv[1]) as file:
            exec(compile(file.read(), sys.argv[1], "exec"), {"__name__": "__main__"})
        sys.stderr.write(str((time.process_time() - start) * 1000))
        """

    private static let luaTimer = """
        local start = os.clock()
        dofile(arg[1])
        io.stderr:write(tostring((os.clock() - start) * 1000))
        """

    func run(_ file: String) throws -> (milliseconds: Double, output: String) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = wrapper + (name == "Lua" ? ["-", file] : [file])
        let output = Pipe()
        let time = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = time
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        let measured = time.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0, let milliseconds = Double(String(decoding: measured, as: UTF8.self))
        else {
            throw Failure(description: "\(name): \(String(decoding: measured, as: UTF8.self))")
        }
        return (milliseconds, String(decoding: printed, as: UTF8.self))
    }
}

/// Prints a line at once, also into a pipe: a table grows while it is measured.
func say(_ line: String = "") {
    print(line)
    fflush(nil)
}
