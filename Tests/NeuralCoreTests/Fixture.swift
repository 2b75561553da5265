import Foundation

/// A recorded file of Tests/Fixtures/Engine as JSON.
func fixture(_ name: String, file: String = #filePath) throws -> [String: Any] {
    let tests = URL(fileURLWithPath: file).deletingLastPathComponent().deletingLastPathComponent()
    let url = tests.appendingPathComponent("Fixtures/Engine").appendingPathComponent(name)
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: url))
    return object as? [String: Any] ?? [:]
}
