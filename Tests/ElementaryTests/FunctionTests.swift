import Testing

@testable import Elementary

private let unary: [String: @Sendable (Double) -> Double] = [
    "exp": Elementary.exp, "exp2": Elementary.exp2, "expm1": Elementary.expm1, "log": Elementary.log,
    "log2": Elementary.log2, "log10": Elementary.log10, "log1p": Elementary.log1p, "sin": Elementary.sin,
    "cos": Elementary.cos, "tan": Elementary.tan, "asin": Elementary.asin, "acos": Elementary.acos,
    "atan": Elementary.atan, "sinh": Elementary.sinh, "cosh": Elementary.cosh, "tanh": Elementary.tanh,
    "asinh": Elementary.asinh, "acosh": Elementary.acosh, "atanh": Elementary.atanh, "erf": Elementary.erf,
    "sqrt": Elementary.sqrt, "cbrt": Elementary.cbrt,
]
private let binary: [String: @Sendable (Double, Double) -> Double] = [
    "pow": Elementary.pow, "hypot": Elementary.hypot, "atan2": Elementary.atan2, "fmod": Elementary.fmod,
]
/// Units in the last place; one for the others.
private let allowed: [String: UInt64] = ["sqrt": 0, "fmod": 0]

@Test func functionsAgreeWithCorrectlyRoundedValues() throws {
    var worst: [String: UInt64] = [:]
    var wrong: [String: Int] = [:]
    var count: [String: Int] = [:]
    for line in try Fixture("elementary.txt").lines {
        let name = String(line[0])
        let numbers = line.dropFirst().map(Fixture.double)
        let value: Double
        if let f = unary[name] {
            value = f(numbers[0])
        } else {
            let f = try #require(binary[name])
            value = f(numbers[0], numbers[1])
        }
        let off = distance(value, numbers[numbers.count - 1])
        if off > (allowed[name] ?? 1) {
            Issue.record("\(name)\(numbers.dropLast()) = \(value), not \(numbers[numbers.count - 1])")
        }
        worst[name] = max(worst[name] ?? 0, off)
        count[name, default: 0] += 1
        if off != 0 { wrong[name, default: 0] += 1 }
    }
    #expect(worst.count == unary.count + binary.count)
    // Most results are correctly rounded: a coarse guard against a lost correction term.
    for (name, n) in count {
        #expect(Double(wrong[name] ?? 0) < 0.25 * Double(n), "\(name): \(wrong[name] ?? 0) of \(n)")
    }
}

@Test func specialValues() {
    let inf = Double.infinity
    for f in unary.values { #expect(f(.nan).isNaN) }
    #expect(Elementary.exp(inf) == inf && Elementary.exp(-inf) == 0 && Elementary.exp(710) == inf)
    #expect(Elementary.exp(-746) == 0 && Elementary.exp(-745.1) == .leastNonzeroMagnitude)
    #expect(Elementary.log(0) == -inf && Elementary.log(-1).isNaN && Elementary.log(inf) == inf)
    #expect(Elementary.log2(0) == -inf && Elementary.log10(-1).isNaN && Elementary.log1p(-1) == -inf)
    #expect(Elementary.sin(inf).isNaN && Elementary.cos(-inf).isNaN && Elementary.tan(inf).isNaN)
    #expect(Elementary.tanh(inf) == 1 && Elementary.tanh(-inf) == -1 && Elementary.erf(-inf) == -1)
    #expect(Elementary.sinh(-inf) == -inf && Elementary.cosh(-inf) == inf && Elementary.expm1(-inf) == -1)
    #expect(Elementary.atan(inf) == Elementary.pi / 2 && Elementary.asin(2).isNaN && Elementary.acos(1) == 0)
    #expect(
        Elementary.cos(0) == 1 && Elementary.atan2(0, -1) == Elementary.pi && Elementary.atan2(-0.0, 1).sign == .minus)
    for f in [Elementary.sin, Elementary.tan, Elementary.tanh, Elementary.sinh, Elementary.erf, Elementary.atan] {
        #expect(f(-0.0).sign == .minus && f(-0.0) == 0)
        #expect(f(.leastNonzeroMagnitude) == .leastNonzeroMagnitude)
    }
}

@Test func powersOfSpecialValues() {
    let inf = Double.infinity
    let cases: [(Double, Double, Double)] = [
        (.nan, 0, 1), (1, .nan, 1), (0, -1, inf), (-0.0, -3, -inf), (-0.0, 3, -0.0), (0, 2, 0), (-1, inf, 1),
        (0.5, inf, 0), (2, -inf, 0), (inf, -1, 0), (-inf, 3, -inf), (-inf, 2, inf), (-8, 1.0 / 3, .nan), (-2, 3, -8),
        (10, 400, inf), (10, -400, 0), (-10, 401, -inf), (2, 0.5, 1.4142135623730951),
        (Double(bitPattern: 2024), -1, inf),
    ]
    for (x, y, z) in cases {
        let value = Elementary.pow(x, y)
        #expect(distance(value, z) == 0 && (z.isNaN || value.sign == z.sign), "pow(\(x), \(y)) = \(value)")
    }
}

@Test func rounding() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
        let x = generator.uniform(-40, 40)
        for y in [x, (x * 2).rounded() / 2, x * 0x1p52] {
            #expect(Elementary.round(y) == y.rounded(.toNearestOrAwayFromZero))
            #expect(Elementary.rint(y) == y.rounded(.toNearestOrEven))
        }
    }
    #expect(Elementary.round(0.49999999999999994) == 0 && Elementary.floor(-0.5) == -1 && Elementary.ceil(-0.5) == 0)
}
