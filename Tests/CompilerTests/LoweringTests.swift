import Machine
import XCTest

/// The instructions that common forms become: what makes them fast is pinned here.
final class LoweringTests: XCTestCase {
    private func count(_ opcode: Opcode, in opcodes: [Opcode]) -> Int { opcodes.filter { $0 == opcode }.count }

    func testCountedLoopOverVariables() {
        let code = Harness.run("var s = 0\nfor i in 0..<10 { s += i * 3 }\nprint(s)").opcodes("main")
        XCTAssertEqual(count(.countedLoop, in: code), 1)
        // The product is one instruction, the sum the other; nothing is moved in the loop.
        XCTAssertEqual(count(.move, in: code), 0)
    }

    func testConditionBranchesWithoutABool() {
        let code = Harness.run("func f(_ n: Int) -> Int { n < 2 ? n : f(n - 1) + f(n - 2) }\nprint(f(5))").opcodes("f")
        XCTAssertEqual(count(.branchGreaterEqualImmediate, in: code), 1)
        XCTAssertEqual(count(.lessInt, in: code), 0)
        XCTAssertEqual(count(.addImmediate, in: code), 2)
        XCTAssertEqual(count(.retain, in: code) + count(.release, in: code), 0)
    }

    func testNestedElementChangesInPlace() {
        let text = "var m = [[1.0, 2.0], [3.0]]\nlet v = 2.5\nm[0][1] += v\nprint(m)"
        let code = Harness.run(text).opcodes("main")
        XCTAssertEqual(count(.arrayElementUnique, in: code), 1)
        XCTAssertEqual(count(.arrayAddDouble, in: code), 1)
        XCTAssertEqual(count(.arrayTake, in: code), 0)
    }

    func testTwoIndexLoad() {
        let code = Harness.run("let m = [[1, 2], [3, 4]]\nlet i = 1\nprint(m[i][0])").opcodes("main")
        XCTAssertEqual(count(.arrayGet2, in: code), 1)
    }

    func testDotProductMultipliesAndAdds() {
        let text = """
            func dot(_ a: [Double], _ b: [Double]) -> Double {
                var s = 0.0
                for i in 0..<a.count { s += a[i] * b[i] }
                return s
            }
            print(dot([1, 2], [3, 4]))
            """
        let code = Harness.run(text).opcodes("dot")
        XCTAssertEqual(count(.multiplyAddDouble, in: code), 1)
        XCTAssertEqual(count(.arrayGet, in: code), 2)
        XCTAssertEqual(count(.retain, in: code), 0)
    }

    func testPartsOfSmallStructsAreRegisters() {
        let text = """
            struct Point { var x: Double; var y: Double }
            func sum(_ p: Point) -> Double { p.x + p.y }
            print(sum(Point(x: 1, y: 2)))
            """
        XCTAssertEqual(Harness.run(text).opcodes("sum"), [.addDouble, .return])
    }

    /// Appending through functions keeps the array's one owner: no copy, whatever the length.
    func testInoutDoesNotCopyArrays() {
        let text = """
            func add(_ a: inout [Int], _ n: Int) { if n > 0 { a.append(n); add(&a, n - 1) } }
            var a: [Int] = []
            add(&a, 3)
            print(a)
            """
        let result = Harness.run(text)
        XCTAssertEqual(result.output, "[3, 2, 1]")
        XCTAssertEqual(count(.retain, in: result.opcodes("add")), 0)
        XCTAssertEqual(count(.copyReference, in: result.opcodes("add")), 0)
    }
}
