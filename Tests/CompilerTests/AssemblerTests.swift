import Machine
import XCTest

@testable import Compiler

/// Branches end up where their labels are, near or far.
final class AssemblerTests: XCTestCase {
    private func target(_ code: [Instruction], _ at: Int) -> Int {
        switch code[at].opcode {
        case .jump, .loop, .branchZero, .branchNonZero, .loopNonZero: at + 1 + Int(code[at].wide)
        default: at + 1 + Int(code[at].immediateC)
        }
    }

    func testForwardAndBackward() {
        var assembler = Assembler()
        let end = assembler.newLabel()
        let top = assembler.here()
        assembler.branch(.branchEqualImmediate, a: 0, b: 7, to: end)
        assembler.emit(Instruction(.addImmediate, a: 0, b: 0, c: 1))
        assembler.branchWide(.loop, to: top)
        assembler.place(end)
        assembler.emit(Instruction(.halt))
        var program = Program()
        let (code, _) = assembler.finish(&program)
        XCTAssertEqual(target(code, 0), 3)
        XCTAssertEqual(target(code, 2), 0)
    }

    func testFarBranchesAreWidened() {
        var assembler = Assembler()
        let end = assembler.newLabel()
        let top = assembler.here()
        assembler.branch(.branchLess, a: 0, b: 1, to: end)
        for _ in 0..<40_000 { assembler.emit(Instruction(.move, a: 2, b: 3)) }
        assembler.branch(.loopLess, a: 1, b: 0, to: top)
        assembler.place(end)
        assembler.emit(Instruction(.halt))
        var program = Program()
        let (code, _) = assembler.finish(&program)
        // The branch skips a jump over the long one.
        XCTAssertEqual(code[0].opcode, .branchLess)
        XCTAssertEqual(target(code, 0), 2)
        XCTAssertEqual(target(code, 1), 3)
        XCTAssertEqual(target(code, 2), code.count - 1)
        XCTAssertEqual(code[target(code, 2)].opcode, .halt)
        let back = code.count - 2
        XCTAssertEqual(code[back].opcode, .loop)
        XCTAssertEqual(target(code, back), 0)
        XCTAssertEqual(code[back - 2].opcode, .branchLess)
        XCTAssertEqual(target(code, back - 2), back)
    }

    func testPrologueMovesEverything() {
        var assembler = Assembler()
        let end = assembler.newLabel()
        assembler.branchWide(.branchZero, a: 0, to: end)
        assembler.emit(Instruction(.move, a: 2, b: 3))
        assembler.place(end)
        assembler.emit(Instruction(.halt))
        assembler.prepend([Instruction(.loadImmediate, a: 5, wide: 1), Instruction(.loadImmediate, a: 6, wide: 2)])
        var program = Program()
        let (code, lines) = assembler.finish(&program)
        XCTAssertEqual(code[0].opcode, .loadImmediate)
        XCTAssertEqual(target(code, 2), 4)
        XCTAssertEqual(lines.first?.pc, 0)
    }
}
