import Foundation
import SourceText
import XCTest

/// The corpus through the compiler: whatever the checker accepts prints what swiftc's program prints, and leaves no object
/// behind. (What the checker should accept is for its own tests to say.)
final class CompiledCorpusTests: XCTestCase {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Corpus")

    private func files() throws -> [URL] {
        let enumerator = FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: nil)
        let all = (enumerator?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
        return all.sorted { $0.path < $1.path }
    }

    private func marked(_ text: String, _ mark: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
            guard let range = line.range(of: "// \(mark):") else { return nil }
            var rest = line[range.upperBound...]
            if rest.hasPrefix(" ") { rest = rest.dropFirst() }
            return String(rest)
        }
    }

    func testAcceptedProgramsRunAsWithSwiftc() throws {
        var ran = 0
        for url in try files() {
            let text = try String(contentsOf: url, encoding: .utf8)
            guard marked(text, "error").isEmpty, marked(text, "skip machine").isEmpty,
                !text.contains("import Foundation")
            else { continue }
            let result = Harness.attempt(SourceFile(name: url.lastPathComponent, text: text))
            guard result.refusals.isEmpty else { continue }
            ran += 1
            let expected = marked(text, "expect").map { $0 + "\n" }.joined()
            if marked(text, "trap").isEmpty {
                XCTAssertNil(result.trap, url.path)
                XCTAssertEqual(result.output, expected, url.path)
                XCTAssertEqual(result.heapProblems, [], url.path)
            } else {
                XCTAssertNotNil(result.trap, url.path)
                XCTAssertTrue(result.output.hasPrefix(expected), url.path)
            }
        }
        XCTAssertGreaterThan(ran, 100, "the corpus was not found, or hardly any of it is accepted")
    }
}
