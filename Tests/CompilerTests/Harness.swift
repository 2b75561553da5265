import Compiler
import Machine
import Prelude
import Semantics
import SourceText
import Syntax
import XCTest

/// Runs a program through parser, checker, compiler and machine, with the heap recounted afterwards.
struct Harness {
    var output = ""
    var refusals: [Diagnostic] = []
    var trap: TrapReport?
    var heapProblems: [String] = []
    var program = Program()

    /// Fails the test where the program does not get as far as the machine's verifier.
    static func run(_ text: String, file: StaticString = #filePath, line: UInt = #line) -> Harness {
        var result = attempt(SourceFile(name: "test.swift", text: text))
        if let refusal = result.refusals.first {
            XCTFail(DiagnosticRenderer().render(refusal), file: file, line: line)
        }
        for problem in result.heapProblems { XCTFail("heap: \(problem)", file: file, line: line) }
        if result.output.hasSuffix("\n") { result.output.removeLast() }
        return result
    }

    static func attempt(_ source: SourceFile) -> Harness {
        var result = Harness()
        let checker = Checker()
        declare("Swift", StandardLibrary.swift, checker)
        let (statements, problems) = Parser(file: source).parse()
        let unit = checker.check(file: source, statements: statements)
        result.refusals = (problems + unit.diagnostics).filter { $0.severity == .error }
        guard result.refusals.isEmpty else { return result }
        let session = CompilerSession(checker: checker)
        let machine = Machine()
        do throws(CompileError) {
            let entry = try session.compile(unit)
            result.program = session.program
            do throws(VerificationError) {
                try machine.load(session.program)
            } catch {
                result.refusals = [Diagnostic(in: source, at: .none, "verifier: \(error.message)")]
                return result
            }
            machine.start(entry)
        } catch {
            result.refusals = [error.diagnostic]
            return result
        }
        let outcome = machine.run()
        result.output = String(decoding: machine.takeOutput(), as: UTF8.self)
        if case .trapped(let report) = outcome {
            result.trap = report
        } else {
            result.heapProblems = machine.checkHeap()
        }
        return result
    }

    private static func declare(_ name: String, _ files: [StandardLibrary.File], _ checker: Checker) {
        let sources = files.map { SourceFile(name: "Prelude/\(name)/\($0.name).swift", text: $0.text) }
        checker.declareModule(name, files: sources.map { ($0, Parser(file: $0).parse().statements) })
    }

    /// The instructions of the function with this name.
    func opcodes(_ name: String) -> [Opcode] {
        program.functions.first { $0.name == name }?.code.map(\.opcode) ?? []
    }
}

/// Runs a program and compares what it printed. Expectations here are what swiftc's program prints.
func expectOutput(_ text: String, _ expected: String, file: StaticString = #filePath, line: UInt = #line) {
    let result = Harness.run(text, file: file, line: line)
    if let trap = result.trap { XCTFail("stopped: \(TrapText(trap.trap).message)", file: file, line: line) }
    XCTAssertEqual(result.output, expected, file: file, line: line)
}
