import Corpus
import Foundation
import Prelude
import Testing

private let webAssemblyModule = ProcessInfo.processInfo.environment["LEARN_WASM"].map { URL(fileURLWithPath: $0) }

/// The cells of every lesson in the WebAssembly build: the same bytes as in the native interpreter, and as `swiftc` printed.
///
/// `.ci/run` builds the module and names it in `LEARN_WASM`.
@Suite(.enabled(if: webAssemblyModule != nil, "LEARN_WASM names no WebAssembly build (.ci/wasm makes one)"))
struct WebAssemblyTests {
    @Test(arguments: Lessons.names)
    func printsTheSameBytes(_ name: String) throws {
        let source = Array(LessonProgram(try Lessons.read(name).document, withChecks: false).body.utf8)
        let options = LanguageSession.Options(modules: .lesson)
        let native = LanguageSession.runProgram(fileName: "\(name).swift", bytes: source, options: options)
        let module = try #require(webAssemblyModule)
        let engine = WasmEngine(module: module, modules: .lesson).engine
        let result = try #require(try engine.runAll([("\(name).swift", source)]).first)
        #expect(
            result.diagnostics.isEmpty && result.trap == nil, "\(result.diagnostics) \(String(describing: result.trap))"
        )
        let printed = String(decoding: result.output, as: UTF8.self)
        let lines = printed.split(separator: "\n", omittingEmptySubsequences: false)
        let wanted = String(decoding: native.output, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let same = zip(lines, wanted).prefix { $0 == $1 }.count
        let isSame = result.output == native.output
        #expect(
            isSame,
            "after \(same) lines: \(lines.dropFirst(same).first ?? "") for \(wanted.dropFirst(same).first ?? "")")

        let recorded = try OracleRecord(name).sections
        let sections = LessonProgram.sections(of: printed)
        #expect(!sections.isEmpty)
        for section in sections { #expect(section.text == recorded[section.name], "\(section.name)") }
    }
}
