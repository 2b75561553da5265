import Foundation
import Prelude
import Testing

/// Programs over everything that the engine has for cells besides networks, in Tests/Fixtures/Cells: the interpreter
/// prints what `swiftc` printed with the engine's own sources. `LEARN_LESSONS=record` asks it again.
struct CellProgramTests {
    static let names = ["data", "guide", "inspection", "layers", "metrics", "schedules", "tensors", "variables"]
    private static let folder = Lessons.package.appendingPathComponent("Tests/Fixtures/Cells")

    private static func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appendingPathComponent(name)), as: UTF8.self)
    }

    @Test(arguments: names)
    func printsWhatSwiftcPrinted(_ name: String) throws {
        _ = Lessons.provideData
        let source = try Self.text("\(name).swift")
        let result = LanguageSession.runProgram(fileName: "\(name).swift", bytes: Array(source.utf8))
        #expect(result.diagnostics.isEmpty && result.stop == nil, "\(result)")
        #expect(String(decoding: result.output, as: UTF8.self) == (try Self.text("\(name).txt")))
    }

    /// The program that the engine's documentation begins with.
    @Test func theGuideIsTheProgram() throws {
        let page = Lessons.package.appendingPathComponent("Sources/NeuralCore/NeuralCore.docc/NeuralCore.md")
        let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
        #expect(text.contains("```swift\n" + (try Self.text("guide.swift")) + "```"))
    }

    @Test func theReadMeProgramLearns() throws {
        let page = Lessons.package.appendingPathComponent("README.md")
        let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
        let source = try #require(text.components(separatedBy: "```swift\n").last?.components(separatedBy: "```").first)
        #expect(source.contains("import NeuralCore"))
        let result = LanguageSession.runProgram(fileName: "readme.swift", bytes: Array(source.utf8))
        #expect(result.diagnostics.isEmpty && result.stop == nil, "\(result)")
        let shown = String(decoding: result.output, as: UTF8.self).dropFirst().dropLast(2)
        #expect(try #require(Double(shown)) > 0.9)
    }

    @Test(.enabled(if: OracleTests.mode != nil))
    func asksSwiftc() throws {
        let oracle = try SwiftcOracle.shared.get()
        for name in Self.names {
            let output = try oracle.output(of: try Self.text("\(name).swift"))
            if OracleTests.mode == "record" {
                try Data(output.utf8).write(to: Self.folder.appendingPathComponent("\(name).txt"))
            }
            #expect(try Self.text("\(name).txt") == output)
        }
    }
}
