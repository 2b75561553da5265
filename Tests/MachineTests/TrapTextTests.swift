import Machine
import Testing

@Suite struct TrapTextTests {
    @Test func textsNameTheValues() {
        let texts: [(Trap, String)] = [
            (.overflow(.multiply, .max, 2, unsigned: false), "9223372036854775807 * 2"),
            (.overflow(.add, -1, 1, unsigned: true), "18446744073709551615 + 1"),
            (.index(5, count: 3), "index 5 is outside the array, which has 3 elements"),
            (.index(0, count: 0), "empty"),
            (.divisionByZero(.remainder, 7), "7 % 0"),
            (.doubleConversion(.nan, .signed64), "nan cannot become an Int"),
            (.integerConversion(300, .unsigned8), "300 does not fit a UInt8"),
            (.stated(.fatalError, "no data"), "fatalError: no data"),
            (.memory(limit: 64 << 20), "64 MiB"),
        ]
        for (trap, part) in texts { #expect(TrapText(trap).message.contains(part)) }
    }

    @Test func budgetsAreKnown() {
        #expect(Trap.fuel(limit: 1).isBudget && Trap.stackDepth.isBudget)
        #expect(!Trap.removeFromEmpty.isBudget)
    }
}
