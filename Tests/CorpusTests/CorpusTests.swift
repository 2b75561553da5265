import Foundation
import Testing

@testable import Corpus

private let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

@Suite struct CorpusTests {
    private let folder: CorpusFolder

    init() throws {
        folder = try CorpusFolder(package.appendingPathComponent("Tests/Corpus"))
    }

    /// Reading the folder has already parsed every marker; a malformed file would have thrown.
    @Test func everyFileStatesATierAndAPurpose() {
        #expect(folder.files.count >= 110)
        #expect(folder.files.contains { $0.tier == 1 } && folder.files.contains { $0.tier == 2 })
    }

    @Test func everyExpectationIsBlessedBySwiftc() throws {
        let verdicts = try Verdicts(contentsOf: folder.verdictFile)
        let complaints = verdicts.complaints(about: folder.files)
        #expect(complaints.isEmpty, "\(complaints.joined(separator: "\n"))")
    }

    @Test func storedVerdictsReadBackAsTheyWereWritten() throws {
        let text = String(decoding: try Data(contentsOf: folder.verdictFile), as: UTF8.self)
        #expect(try Verdicts(contentsOf: folder.verdictFile).text == text)
    }
}

@Suite struct MarkerTests {
    private func parse(_ body: String) throws -> CorpusFile {
        try CorpusFile(path: "sample.swift", bytes: Array("// tier: 1\n// A sample.\n\(body)".utf8))
    }

    @Test func expectationsKeepTheirOrderAndTheirSpaces() throws {
        let file = try parse("print(1)  // expect: 1\n// expect:   two\n// expect:\n")
        #expect(file.expectedOutput == Array("1\n  two\n\n".utf8))
        #expect(file.expectations.map(\.line) == [3, 4, 5])
    }

    @Test func errorsAndTrapsAreTakenFromTheirLines() throws {
        #expect(try parse("let a = b  // error: b \n").errors == [.init(line: 3, text: "b")])
        let file = try parse("print(1)  // expect: 1\nprint(a[9])  // trap: index\n")
        #expect(file.trap == .init(line: 4, text: "index"))
    }

    @Test func aSkipNeedsItsReason() throws {
        #expect(try parse("// skip wasm: too slow\nprint(1)  // expect: 1\n").skips == ["wasm": "too slow"])
        #expect(throws: CorpusFile.MalformedFile.self) { try parse("// skip wasm:\nprint(1)  // expect: 1\n") }
    }

    @Test(arguments: [
        "print(1)\n", "a  // trap: x\nb  // trap: y\n", "a  // error: x\nprint(1)  // expect: 1\n", "a  // error:\n",
    ])
    func contradictionsAreRefused(_ body: String) {
        #expect(throws: CorpusFile.MalformedFile.self) { try parse(body) }
    }

    @Test func theHashTellsEveryEditApart() throws {
        #expect(ContentHash.of([]) == "cbf29ce484222325")
        #expect(ContentHash.of(Array("a".utf8)) == "af63dc4c8601ec8c")
    }
}

@Suite struct RunnerTests {
    private let file: CorpusFile
    private let refused: CorpusFile
    private let trapping: CorpusFile

    init() throws {
        func make(_ body: String) throws -> CorpusFile {
            try CorpusFile(path: "sample.swift", bytes: Array("// tier: 1\n// A sample.\n\(body)".utf8))
        }
        file = try make("print(1)  // expect: 1\nprint(2)  // expect: 2\n")
        refused = try make("let a: Int = 1.5  // error: Double\n")
        trapping = try make("print(1)  // expect: 1\nprint(a[9])  // trap: index\n")
    }

    private func complaints(_ file: CorpusFile, _ result: EngineResult) throws -> Int {
        let engine = Engine(name: "sample") { _, _ in result }
        switch try CorpusRunner(engine).run([file])[0].verdict {
        case .passed: return 0
        case .failed(let complaints): return complaints.count
        case .skipped: return -1
        }
    }

    @Test func outputIsComparedByteForByte() throws {
        #expect(try complaints(file, .init(output: Array("1\n2\n".utf8))) == 0)
        for wrong in ["1\n", "1\n2", "1\n2\n3\n", "1\n3\n", "2\n1\n", ""] {
            #expect(try complaints(file, .init(output: Array(wrong.utf8))) > 0, "\(wrong) passed")
        }
    }

    @Test func errorsAreComparedByLineAndFragment() throws {
        #expect(try complaints(refused, .init(diagnostics: [.init(line: 3, text: "a double")])) == 0)
        #expect(try complaints(refused, .init(diagnostics: [.init(line: 3, text: "other")])) > 0)
        #expect(try complaints(refused, .init(diagnostics: [.init(line: 4, text: "Double")])) > 0)
        #expect(try complaints(refused, .init()) > 0)
        #expect(try complaints(file, .init(diagnostics: [.init(line: 3, text: "x")])) > 0)
    }

    @Test func trapsAreComparedByLineAndFragment() throws {
        let output = Array("1\n".utf8)
        #expect(try complaints(trapping, .init(output: output, trap: .init(line: 4, text: "Index 9"))) == 0)
        #expect(try complaints(trapping, .init(output: output, trap: .init(line: 3, text: "Index 9"))) > 0)
        #expect(try complaints(trapping, .init(output: output, trap: .init(line: 4, text: "nil"))) > 0)
        #expect(try complaints(trapping, .init(output: output)) > 0)
        #expect(try complaints(trapping, .init(trap: .init(line: 4, text: "index"))) > 0)
    }
}

@Suite struct SwiftcOutputTests {
    @Test func errorsAreReadFromTheCompilersText() {
        let text = "/a/main.swift:7:7: error: ambiguous use of 'exp'\n 5 |  x\nmain.swift:8:1: warning: unused\n"
        #expect(SwiftcOracle.errors(in: text) == [.init(line: 7, text: "ambiguous use of 'exp'")])
    }

    @Test func theTrapIsTheInnermostFrameOfTheProgram() {
        let text = """
            Swift/ContiguousArrayBuffer.swift:692: Fatal error: Index out of range
              0 0x1 _assertionFailure + 1 in libswiftCore.so
              3 [ra] 0x2 f(_:_:) + 68 in m at /t/main.swift:5:13
              4 [ra] 0x3 main + 620 in m at /t/main.swift:13:7
            """
        #expect(SwiftcOracle.trap(in: text).line == 5)
        #expect(SwiftcOracle.trap(in: text).text.contains("Index out of range"))
    }
}

@Suite struct WasmStreamTests {
    @Test func resultsAreReadFromTheStream() {
        let one: [UInt8] = [2, 0, 0, 0, 0x68, 0x69, 1, 0, 0, 0, 7, 1, 0, 0, 1, 0, 0, 0, 0x65, 0, 0, 0, 0]
        let two: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 0x74]
        var reader = WasmEngine.Reader((one + two)[...])
        let first = EngineResult(output: [0x68, 0x69], diagnostics: [.init(line: 263, text: "e")])
        #expect(reader.result() == first)
        #expect(reader.result() == EngineResult(trap: .init(line: 3, text: "t")))
        #expect(reader.result() == nil)
    }

    @Test func aStreamThatBreaksOffHoldsNoResult() {
        var reader = WasmEngine.Reader([2, 0, 0, 0, 0x68])
        #expect(reader.result() == nil)
    }
}
