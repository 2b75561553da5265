import Testing

@testable import Report

@Test func quantitiesOfCodeKeepTheirColour() {
    #expect(Ink.ofVariable("w1") == .w)
    #expect(Ink.ofVariable("dz3") == .slope)
    #expect(Ink.ofVariable("loss") == .loss)
    #expect(Ink.ofVariable("a") == .plain)
    #expect(Ink.ofVariable("x1") == .plain)
}

@Test func figuresCarryThreeDigits() {
    #expect(Numbers.short(0.8) == "0.8")
    #expect(Numbers.short(1) == "1")
    #expect(Numbers.short(0.549834) == "0.550")
    #expect(Numbers.short(-1.097536) == "−1.10")
    #expect(Numbers.short(0.1 + 0.2) == "0.3")
    #expect(Numbers.short(0.00001234) == "1.23·10⁻⁵")
    #expect(Numbers.short(-0.0) == "0")
    #expect(Numbers.short(1234.5) == "1234")
    #expect(Numbers.short(0.99996) == "1.00")
    #expect(Numbers.short(.nan) == "NaN")
    #expect(Numbers.filled(2) == "2.0")
    #expect(Numbers.filled(-0.3) == "−0.3")
    #expect(Numbers.factor(-1) == "(−1.0)")
    #expect(Numbers.table(-0.0000000001) == "0.0000000")
    #expect(Numbers.table(-0.1956941) == "−0.1956941")
}

@Test func sentencesColourSymbolsOnly() {
    let pieces = SymbolScanner.pieces("a larger a₃ lowers L: ∂L/∂w₁ = 0.1, a = 2", .sentence)
    let coloured = pieces.filter { $0.ink != .plain }
    #expect(coloured == [Piece("a₃", .a), Piece("L", .loss), Piece("∂L/∂w₁", .slope), Piece("a", .a)])
}

@Test func hostileCharactersBecomeVisible() {
    #expect(SafeText.line("a\u{1B}[31mb") == "a␛[31mb")
    #expect(SafeText.line("\tx") == "    x")
    #expect(SafeText.line("\u{202E}evil") == "\\u{202E}evil")
    #expect(SafeText.lines("a\r\n\nb") == ["a", "", "b"])
}
