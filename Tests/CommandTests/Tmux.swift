import Foundation

/// A terminal that a test types into and reads: tmux, with a server of its own.
final class Tmux {
    /// Where there is no tmux the tests that need it are skipped.
    static let isInstalled: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["tmux", "-V"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    struct Timeout: Error, CustomStringConvertible {
        var wanted: String
        var screen: String
        var description: String { "“\(wanted)” did not come up:\n\(screen)" }
    }

    private let socket = "learn-\(UUID().uuidString.prefix(8))"
    let shell: Shell

    /// A bash in which `learn` is the built command, in a folder of its own.
    init(columns: Int, rows: Int, environment: String = "") throws {
        shell = try Shell()
        try shell.write("learn() { '\(Shell.learn)' \"$@\"; }\nPS1='ready> '\n", "rc")
        let bash = "cd '\(shell.folder.path)'; env LANG=C.UTF-8 \(environment) bash --noprofile --rcfile rc -i"
        _ = try tmux("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", bash)
        try wait(for: "ready>")
    }

    deinit { _ = try? tmux("kill-server") }

    @discardableResult
    func tmux(_ arguments: String...) throws -> String {
        let process = Process()
        // Not a pipe: the server that the first command starts would hold it open.
        let file = shell.folder.appendingPathComponent("..tmux")
        try Data().write(to: file)
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", Self.alone, "tmux", "-L", socket] + arguments
        process.standardOutput = try FileHandle(forWritingTo: file)
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return String(decoding: try Data(contentsOf: file), as: UTF8.self)
    }

    /// Runs its arguments as a command that inherits nothing but input, output and errors: the server would keep the rest
    /// open, among it the socket by which `Process` learns that the client has ended.
    private static let alone = """
        for file in /proc/self/fd/*; do
            number=${file##*/}
            if [ "$number" -gt 2 ]; then eval "exec $number>&-"; fi
        done
        exec "$0" "$@"
        """

    /// Types text as it stands, or a key by its name: `Enter`, `Left`, `C-c`.
    func type(_ text: String) throws { try tmux("send-keys", "-l", text) }
    func press(_ keys: String...) throws { for key in keys { try tmux("send-keys", key) } }

    func resize(_ columns: Int, _ rows: Int) throws {
        try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    }

    var screen: String { (try? tmux("capture-pane", "-p")) ?? "" }
    var lines: [String] { screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) }

    /// The screen once it shows a text; without it after a while the test fails and shows what is there.
    @discardableResult
    func wait(for text: String, seconds: Double = 20) throws -> String {
        let end = Date().addingTimeInterval(seconds)
        while Date() < end {
            let now = screen
            if now.contains(text) { return now }
            usleep(30_000)
        }
        throw Timeout(wanted: text, screen: screen)
    }
}
