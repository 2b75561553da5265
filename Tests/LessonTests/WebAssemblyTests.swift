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
        #expect(result.diagnostics == [] && result.trap == nil)
        #expect(result.output == native.output)

        let recorded = try OracleRecord(name).sections
        let sections = LessonProgram.sections(of: String(decoding: result.output, as: UTF8.self))
        #expect(!sections.isEmpty)
        for section in sections { #expect(section.text == recorded[section.name], "\(section.name)") }
    }
}
