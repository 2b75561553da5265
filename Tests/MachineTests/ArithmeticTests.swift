import Machine
import Testing

@Suite struct ArithmeticTests {
    /// Every operator against Swift's own, on operands at the edges.
    @Test(arguments: [
        ("addInt", ArithmeticOperator.add), ("subtractInt", .subtract), ("multiplyInt", .multiply),
        ("divideInt", .divide), ("remainderInt", .remainder),
    ])
    func checkedOperators(opcode: String, op: ArithmeticOperator) throws {
        let edges: [Int64] = [.min, .min + 1, -3_037_000_500, -7, -1, 0, 1, 2, 7, 3_037_000_500, .max - 1, .max]
        for x in edges {
            for y in edges {
                let expected: (partialValue: Int64, overflow: Bool) =
                    switch op {
                    case .add: x.addingReportingOverflow(y)
                    case .subtract: x.subtractingReportingOverflow(y)
                    case .multiply: x.multipliedReportingOverflow(by: y)
                    case .divide: x.dividedReportingOverflow(by: y)
                    default: x.remainderReportingOverflow(dividingBy: y)
                    }
                let text = "loadConstant r1 0\nloadConstant r2 1\n\(opcode) r0 r1 r2\nhalt"
                if expected.overflow {
                    let wanted: Trap =
                        y == 0 && (op == .divide || op == .remainder)
                        ? .divisionByZero(op, x) : .overflow(op, x, y, unsigned: false)
                    #expect(try trap(text, constants: [x, y]) == wanted)
                } else {
                    #expect(try result(text, constants: [x, y]) == expected.partialValue)
                }
            }
        }
    }

    @Test func shifts() throws {
        for x: Int64 in [.min, -5, -1, 0, 1, 6, .max] {
            for y: Int64 in [.min, -65, -64, -1, 0, 1, 63, 64, 65, .max] {
                func run(_ opcode: String) throws -> Int64 {
                    try result("loadConstant r1 0\nloadConstant r2 1\n\(opcode) r0 r1 r2\nhalt", constants: [x, y])
                }
                #expect(try run("shiftLeft") == x << y)
                #expect(try run("shiftRight") == x >> y)
                #expect(try run("shiftRightUnsigned") == Int64(bitPattern: UInt64(bitPattern: x) >> y))
                #expect(try run("shiftLeftMasking") == x &<< y)
                #expect(try run("shiftRightMasking") == x &>> y)
            }
        }
    }

    @Test func immediatesAndNegation() throws {
        #expect(try result("loadImmediate r1 7\naddImmediate r0 r1 -9\nhalt") == -2)
        #expect(try result("loadImmediate r1 -70000\nmultiplyImmediate r0 r1 -3\nhalt") == 210_000)
        let negate = "loadConstant r1 0\nnegateInt r0 r1\nhalt"
        #expect(try trap(negate, constants: [.min]) == .overflow(.negate, .min, 0, unsigned: false))
        let next = "loadConstant r1 0\naddImmediate r0 r1 1\nhalt"
        #expect(try trap(next, constants: [.max]) == .overflow(.add, .max, 1, unsigned: false))
    }

    @Test(arguments: IntegerKind.allCases)
    func narrowing(kind: IntegerKind) throws {
        let bounds: (Int64, Int64) =
            switch kind {
            case .signed8: (-128, 127)
            case .signed16: (-32768, 32767)
            case .signed32: (Int64(Int32.min), Int64(Int32.max))
            case .unsigned8: (0, 255)
            case .unsigned16: (0, 65535)
            case .unsigned32: (0, Int64(UInt32.max))
            case .signed64, .unsigned64: (0, .max)
            }
        let text = "loadConstant r1 0\nnarrow r0 r1 0 x\(kind.rawValue)\nhalt"
        for value in [bounds.0, bounds.1, 5] { #expect(try result(text, constants: [value]) == value) }
        #expect(try trap(text, constants: [bounds.0 - 1]) == .integerConversion(bounds.0 - 1, kind))
        if bounds.1 < .max {
            #expect(try trap(text, constants: [bounds.1 + 1]) == .integerConversion(bounds.1 + 1, kind))
        }
    }

    @Test func doubleToInt() throws {
        let text = "loadConstant r1 0\ndoubleToInt r0 r1\nhalt"
        for value in [0.0, -0.9, 1.9, -1e18, 0x1p62, -0x1p63, 9.007e15] {
            #expect(try result(text, constants: [Int64(bitPattern: value.bitPattern)]) == Int64(value))
        }
        for value in [0x1p63, -0x1.0000000000001p63, .infinity, -.infinity, 1e300] {
            #expect(
                try trap(text, constants: [Int64(bitPattern: value.bitPattern)]) == .doubleConversion(value, .signed64))
        }
        guard
            case .doubleConversion(let value, _) = try trap(text, constants: [Int64(bitPattern: Double.nan.bitPattern)])
        else {
            Issue.record("no trap")
            return
        }
        #expect(value.isNaN)
    }

    /// The multiply-add rounds twice: a fused one gives another last bit here.
    @Test func multiplyAddIsNotFused() throws {
        let (a, b, c) = (1.0 + 0x1p-30, 1.0 + 0x1p-30, -1.0 - 0x1p-29)
        let text = "loadConstant r1 0\nloadConstant r2 1\nloadConstant r3 2\nmultiplyAddDouble r0 r1 r2 r3\nhalt"
        let words = [a, b, c].map { Int64(bitPattern: $0.bitPattern) }
        let sum = Double(bitPattern: UInt64(bitPattern: try result(text, constants: words)))
        #expect(sum == a * b + c)
        #expect(sum != c.addingProduct(a, b))
    }

    @Test func comparisonsWithNaN() throws {
        let words = [Double.nan, 1].map { Int64(bitPattern: $0.bitPattern) }
        for (opcode, jumps) in [
            ("branchLessDouble", false), ("branchNotLessDouble", true), ("branchLessEqualDouble", false),
            ("branchNotLessEqualDouble", true), ("branchEqualDouble", false), ("branchNotEqualDouble", true),
        ] {
            let text = """
                loadConstant r1 0
                loadConstant r2 1
                loadImmediate r0 1
                \(opcode) r1 r2 @end
                loadImmediate r0 0
                end: halt
                """
            #expect(try result(text, constants: words) == (jumps ? 1 : 0), "\(opcode)")
        }
    }
}
