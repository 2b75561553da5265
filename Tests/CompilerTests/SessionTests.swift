import Compiler
import Machine
import Prelude
import Semantics
import SourceText
import Syntax
import XCTest

/// Several units in one session, and what a stepper is told.
final class SessionTests: XCTestCase {
    private func checker() -> Checker {
        let checker = Checker()
        let sources = StandardLibrary.swift.map { SourceFile(name: "Prelude/\($0.name)", text: $0.text) }
        checker.declareModule("Swift", files: sources.map { ($0, Parser(file: $0).parse().statements) })
        return checker
    }

    private func unit(_ text: String, _ checker: Checker) -> TypedUnit {
        let file = SourceFile(name: "cell.swift", text: text)
        return checker.check(file: file, statements: Parser(file: file).parse().statements)
    }

    func testGlobalsLiveOnInLaterUnits() throws {
        let checker = checker()
        let session = CompilerSession(checker: checker)
        let machine = Machine()
        var output = ""
        let cells = [
            "var names = [\"a\"]\nvar total = 1.5\nstruct Count { static var made = 0 }",
            "func add(_ s: String) { names.append(s); total += 1; Count.made += 1 }\nlet later = names",
            "add(\"b\"); add(\"c\")\nprint(names, later, total, Count.made)",
        ]
        for cell in cells {
            let unit = unit(cell, checker)
            XCTAssertTrue(unit.isValid, cell)
            let entry = try session.compile(unit)
            try machine.load(session.program)
            machine.start(entry)
            guard case .finished = machine.run() else { return XCTFail("stopped in: \(cell)") }
            output += String(decoding: machine.takeOutput(), as: UTF8.self)
            XCTAssertEqual(machine.checkHeap(), [])
        }
        XCTAssertEqual(output, "[\"a\", \"b\", \"c\"] [\"a\"] 3.5 2\n")
        let words = session.globalVariables.filter { ["names", "total", "later"].contains($0.name) }
        XCTAssertEqual(words.map(\.name), ["names", "total", "later"])
    }

    func testSteppingMarksWithoutChangingWhatRuns() throws {
        let checker = checker()
        let session = CompilerSession(checker: checker)
        session.isStepping = true
        let text =
            "func area(_ w: Double, _ h: Double) -> Double { let a = w * h\n    return a + 1 }\nprint(area(2, 3))"
        let entry = try session.compile(unit(text, checker))
        let machine = Machine()
        try machine.load(session.program)
        machine.start(entry)
        guard case .finished = machine.run() else { return XCTFail("stopped") }
        XCTAssertEqual(String(decoding: machine.takeOutput(), as: UTF8.self), "7.0\n")
        let marks = session.program.marks
        func texts(_ kind: Mark.Kind) -> [String] {
            let file = SourceFile(name: "cell.swift", text: text)
            return marks.filter { $0.kind == kind }.map { file.text($0.span) }
        }
        XCTAssertEqual(texts(.statement).count, 3)
        XCTAssertTrue(texts(.expression).contains("w * h"))
        XCTAssertTrue(texts(.expression).contains("area(2, 3)"))
        XCTAssertEqual(texts(.enter).count, 1)
        let area = try XCTUnwrap(session.program.functions.first { $0.name == "area" })
        XCTAssertEqual(area.variables.map(\.name), ["w", "h", "a"])
        XCTAssertTrue(area.variables.allSatisfy { !$0.range.isEmpty })
    }

    /// Types without end, and values without end, are told and not followed.
    func testEndlessTypesAreRefused() {
        let checker = checker()
        let session = CompilerSession(checker: checker)
        let text = "func f<T>(_ x: T, _ n: Int) -> Int { n == 0 ? 0 : f([x], n - 1) }\nprint(f(1, 3))"
        XCTAssertThrowsError(try session.compile(unit(text, checker))) { error in
            XCTAssertEqual((error as? CompileError)?.diagnostic.location.line, 1)
        }
    }
}
