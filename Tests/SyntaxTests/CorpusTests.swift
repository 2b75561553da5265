import Foundation
import SourceText
import Syntax
import Testing

/// Every program of the corpus parses without a word, unless it says itself that it is refused.
@Suite struct CorpusTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Corpus")

    static var files: [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
            .sorted { $0.path < $1.path }
    }

    @Test func programsParse() throws {
        let files = CorpusTests.files
        #expect(files.count > 50)
        for url in files {
            let bytes = [UInt8](try Data(contentsOf: url))
            let file = SourceFile(name: url.lastPathComponent, bytes: bytes)
            let diagnostics = Parser(file: file).parse().diagnostics
            let isRefused = String(decoding: bytes, as: UTF8.self).contains("// error:")
            if !isRefused {
                #expect(diagnostics.isEmpty, "\(diagnostics.map { DiagnosticRenderer().render($0) }.joined())")
            }
        }
    }
}
