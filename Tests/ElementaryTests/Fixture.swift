import Foundation

/// A recorded file of Tests/Fixtures/Engine, as lines of words.
struct Fixture {
    let lines: [[Substring]]

    init(_ name: String, file: String = #filePath) throws {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
        let url = folder.appendingPathComponent("Fixtures/Engine").appendingPathComponent(name)
        lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map { $0.split(separator: " ") }
    }

    static func double(_ word: Substring) -> Double { Double(bitPattern: UInt64(word, radix: 16)!) }
}

/// How many doubles lie between two numbers; 0 for equal ones and two NaNs.
func distance(_ a: Double, _ b: Double) -> UInt64 {
    if a == b || (a.isNaN && b.isNaN) { return 0 }
    if a.isNaN || b.isNaN || a.sign != b.sign { return .max }
    let (x, y) = (a.magnitude.bitPattern, b.magnitude.bitPattern)
    return x > y ? x - y : y - x
}
