import Foundation
import Testing

@testable import Elementary

/// Significant digits and exponent of a printed number, whatever its notation.
private func digits(_ text: some StringProtocol) -> String {
    let parts = text.lowercased().split(separator: "e")
    var exponent = parts.count > 1 ? Int(parts[1])! : 0
    let number = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    if number.count > 1 { exponent -= number[1].count }
    var all = number.joined().drop { $0 == "0" || $0 == "-" }
    while all.hasSuffix("0") {
        all.removeLast()
        exponent += 1
    }
    return "\(all)e\(exponent)"
}

@Test func numbersReadAndPrint() throws {
    var kinds: Set<Substring> = []
    for line in try Fixture("numbers.txt").lines {
        kinds.insert(line[0])
        switch line[0] {
        case "parse":
            let value = try #require(Elementary.parseDouble(utf8: line[1].utf8), "\(line[1])")
            #expect(value.bitPattern == Fixture.double(line[2]).bitPattern, "\(line[1])")
        case "shortest":
            let x = Fixture.double(line[1])
            #expect(digits(Elementary.describe(x)) == digits(line[2]))
            #expect(Elementary.parseDouble(utf8: Elementary.describe(x).utf8) == x)
        case "fixed":
            #expect(Elementary.format(Fixture.double(line[1]), decimals: Int(line[2])!) == line[3])
        default:
            #expect(Elementary.format(Fixture.double(line[1]), exponentialDecimals: Int(line[2])!) == line[3])
        }
    }
    #expect(kinds == ["parse", "shortest", "fixed", "exponential"])
}

@Test func significantDigits() {
    let cases: [(Double, Int, String)] = [
        (0.8, 3, "0.8"), (0.54983, 3, "0.55"), (12.345, 3, "12.3"), (1234.56, 3, "1235"), (9.9996, 4, "10"),
        (-0.000123456, 3, "-0.000123"), (0.0000123456, 3, "1.23e-05"), (1e15, 3, "1e+15"), (99.95, 3, "100"),
        (0, 3, "0"), (-0.0, 3, "-0"), (.infinity, 3, "inf"), (.nan, 3, "nan"),
        (123_456_789_012_345, 3, "123456789012345"),
        (1.5e-7, 3, "1.5e-07"), (2.0 / 3, 5, "0.66667"), (1, 0, "1"), (.leastNonzeroMagnitude, 3, "4.94e-324"),
        (100, 2, "100"),
    ]
    for (x, n, text) in cases { #expect(Elementary.format(x, significant: n) == text) }
}

@Test func swiftReadsTheSame() {
    for text in [
        "inf", "-Infinity", "NaN", "+1", "", "+", ".", "e5", "1e", "1e+", " 1", "1 ", "1_0", "0x", "0x.p1", "--1",
        "0x1p", "1.2.3", "infin", "é",
    ] {
        let ours = Elementary.parseDouble(utf8: text.utf8)
        let theirs = Double(text)
        #expect((ours == nil) == (theirs == nil) && (ours.map { $0.isNaN || $0 == theirs } ?? true), "\(text)")
    }
    for text in [
        "0", "-0", "+7", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809", "", "-", "1a", "+-1", "00012", "99999999999999999999",
    ] {
        #expect(Elementary.parseInt64(utf8: text.utf8) == Int64(text), "\(text)")
        #expect(Elementary.parseInt64(utf8: text.utf8, radix: 16) == Int64(text, radix: 16), "\(text)")
    }
    #expect(Elementary.parseInt64(utf8: "fFz".utf8, radix: 36) == Int64("ffz", radix: 36))
    #expect(Elementary.describe(Float(0.1)) == "0.1" && Elementary.describe(1e16) == "1e+16")
    #expect(Elementary.describe(-0.0) == "-0.0" && Elementary.describe(0.00001) == "1e-05")
}

@Test func longLiteralsAreReadQuickly() {
    let many = [UInt8](repeating: 55, count: 1_000_000)
    #expect(Elementary.parseDouble(utf8: many) == .infinity)
    #expect(Elementary.parseDouble(utf8: Array("0.".utf8) + many) == 7.0 / 9)
}
