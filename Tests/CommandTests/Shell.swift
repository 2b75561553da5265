import Foundation

/// A folder of its own in which the built `learn` is run from a shell, as people run it: with pipes, redirections and
/// file names of any kind.
final class Shell {
    struct Result {
        var status: Int32
        var output: [UInt8]
        var errors: String
        var seconds: Double
        var text: String { String(decoding: output, as: UTF8.self) }
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("learn-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// What learn remembers stands beside the folder, not in it.
    var state: URL { folder.appendingPathExtension("state") }

    deinit { for place in [folder, state] { try? FileManager.default.removeItem(at: place) } }

    /// The built command lies beside the built tests.
    static let learn: String = {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        var place = tests.deletingLastPathComponent()
        while place.path != "/" {
            let file = place.appendingPathComponent("learn").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue { return file }
            place.deleteLastPathComponent()
        }
        return "learn-is-not-built"
    }()

    func write(_ text: String, _ name: String) throws {
        try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }

    func read(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }

    func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    /// Runs a script of bash in which `learn` is the built command; killed after 30 seconds.
    func run(_ script: String) throws -> Result {
        let outputFile = folder.appendingPathComponent("..stdout")
        let errorFile = folder.appendingPathComponent("..stderr")
        for file in [outputFile, errorFile] { try Data().write(to: file) }
        defer { for file in [outputFile, errorFile] { try? FileManager.default.removeItem(at: file) } }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "timeout", "-s", "KILL", "30", "bash", "-c", "learn() { '\(Self.learn)' \"$@\"; }\n" + script,
        ]
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        for name in ["NO_COLOR", "COLUMNS", "LC_ALL", "LC_CTYPE"] { environment[name] = nil }
        environment["XDG_STATE_HOME"] = state.path
        environment["LANG"] = "C.UTF-8"
        environment["TERM"] = "xterm"
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = try FileHandle(forWritingTo: errorFile)
        let start = Date()
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: [UInt8](try Data(contentsOf: outputFile)),
            errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self),
            seconds: Date().timeIntervalSince(start))
    }
}

/// The lesson of these tests: a value, a network, a trap, an exercise.
enum SampleLesson {
    static let fine = """
        ---
        title: A <small> lesson
        seed: 5
        ---

        ```swift
        //| label: sum
        let x = 1 + 2
        print("x is", x)
        ```

        Twice that is {{ 2 * x }}.

        ```swift
        //| label: network
        let net = Network([Dense(weights: [[0.5, -0.25]], biases: [0.125], activation: .linear)])
        print(net.forward([1.0, 2.0]), net.loss([1.0]))
        ```

        ```swift
        //| exercise: half
        func half(_ x: Double) -> Double {
            // YOUR CODE HERE
        }
        ```

        ```swift
        //| check: half
        expect(half(3), near: 1.5)
        ```

        """

    static let failing =
        fine + """
            ```swift
            //| label: trap
            let list = [1, 2, 3]
            print(list[x])
            ```

            ```swift
            print("still here")
            ```

            """
}
