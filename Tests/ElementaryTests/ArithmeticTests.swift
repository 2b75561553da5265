import Testing

@testable import Elementary

/// Doubles of every kind: of moderate size, of any exponent, near each other, subnormal.
private func numbers(_ generator: inout SeededGenerator) -> Double {
    switch generator.integer(below: 5) {
    case 0: generator.uniform(-10, 10)
    case 1: Double(bitPattern: generator.next() & 0xbfff_ffff_ffff_ffff)
    case 2: Double(bitPattern: generator.next() & 0x800f_ffff_ffff_ffff)
    case 3: Double(generator.integer(below: 2000) - 1000)
    default: Double(bitPattern: generator.next())
    }
}

@Test func fusedMultiplyAddAndRemainderMatchTheStandardLibrary() {
    var generator = SeededGenerator(seed: 12)
    for i in 0..<40000 {
        let x = numbers(&generator)
        let y = numbers(&generator)
        // Half the time an addend that nearly cancels the product.
        let z = i % 2 == 0 ? numbers(&generator) : -(x * y) * (1 + Double(generator.integer(below: 5) - 2) * 0x1p-52)
        let fused = Elementary.fusedMultiplyAdd(x, y, z)
        #expect(distance(fused, z.addingProduct(x, y)) == 0, "\(x) * \(y) + \(z)")
        #expect(distance(Elementary.remainder(x, y), x.remainder(dividingBy: y)) == 0, "\(x) rem \(y)")
        #expect(distance(Elementary.fmod(x, y), x.truncatingRemainder(dividingBy: y)) == 0, "\(x) mod \(y)")
    }
    #expect(Elementary.remainder(5, 2) == 1 && Elementary.remainder(7, 2) == -1 && Elementary.remainder(3, 2) == -1)
}

@Test func floatsAreReadWithOneRounding() {
    var generator = SeededGenerator(seed: 13)
    for _ in 0..<5000 {
        let x = Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()) & 0x7f7f_ffff)
        // Half way to the next float, exactly, a hair above, and a hair below.
        let middle = (Double(x) + Double(x.nextUp)) / 2
        let text = Elementary.format(middle, exponentialDecimals: 120)
        let parts = text.split(separator: "e")
        for candidate in [x.description, text, "\(parts[0])1e\(parts[1])", "\(middle.nextDown)", "\(middle)"] {
            #expect(Elementary.parseFloat(utf8: candidate.utf8) == Float(candidate), "\(candidate)")
        }
    }
    #expect(Elementary.parseFloat(utf8: "1e39".utf8) == .infinity && Elementary.parseFloat(utf8: "x".utf8) == nil)
}
