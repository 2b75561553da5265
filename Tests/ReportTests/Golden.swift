import Foundation
import Testing

/// Output compared whole with a file in `Golden`. With `REPORT_RECORD=1` in the environment the files are written
/// anew, to be read as a diff before they are committed.
enum Golden {
    static func check(_ text: String, _ name: String, file: String = #filePath) throws {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden")
        let url = folder.appendingPathComponent(name)
        if ProcessInfo.processInfo.environment["REPORT_RECORD"] == "1" {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
            return
        }
        let expected = try String(decoding: Data(contentsOf: url), as: UTF8.self)
        if text == expected { return }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, pair) in zip(lines, wanted).enumerated() where pair.0 != pair.1 {
            Issue.record("\(name):\(index + 1): expected \(pair.1), got \(pair.0)")
            return
        }
        Issue.record("\(name): expected \(wanted.count) lines, got \(lines.count)")
    }
}
