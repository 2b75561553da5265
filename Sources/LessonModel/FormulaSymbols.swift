/// The characters of formulas and what they do in a line.
enum FormulaSymbols {
    static func isInfix(_ symbol: String) -> Bool {
        switch symbol {
        case "+", "−", "±", "∓", "·", "×", "÷", "/", "∗", "⊙", "⊗", "⊕", "∘", "∪", "∩", "∧", "∨", "∖": true
        default: isRelation(symbol)
        }
    }

    static func isRelation(_ symbol: String) -> Bool {
        switch symbol {
        case "=", "≠", "<", ">", "≤", "≥", "≪", "≫", "≈", "≡", "∼", "≃", "∝", "∈", "∉", "⊂", "⊆", "→", "←", "⇒", "⇐",
            "⇔", "↔", "↦", "≔", ":", "∣", "⟶", "⟹":
            true
        default: false
        }
    }

    static func isOpening(_ symbol: String) -> Bool {
        switch symbol {
        case "(", "[", "{", "⟨", "⌈", "⌊": true
        default: false
        }
    }

    static func isClosing(_ symbol: String) -> Bool {
        switch symbol {
        case ")", "]", "}", "⟩", "⌉", "⌋": true
        default: false
        }
    }

    static func accentName(_ accent: Formula.Accent) -> String {
        switch accent {
        case .hat: "hat"
        case .bar, .overline: "mean"
        case .tilde: "tilde"
        case .vector: "vec"
        case .dot: "dot"
        case .doubleDot: "ddot"
        case .underline, .overbrace, .underbrace: ""
        }
    }

    /// The line in Unicode's raised or lowered characters; nil where one of them is missing. Spaces go.
    static func small(_ line: String, raised: Bool) -> String? {
        var small = ""
        for scalar in line.unicodeScalars where scalar != " " {
            guard let character = raised ? superscript(scalar) : `subscript`(scalar) else { return nil }
            small.unicodeScalars.append(character)
        }
        return small
    }

    private static func superscript(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "0": "⁰"
        case "1": "¹"
        case "2": "²"
        case "3": "³"
        case "4"..."9": Unicode.Scalar(0x2074 + scalar.value - 0x34)
        case "+": "⁺"
        case "−": "⁻"
        case "=": "⁼"
        case "(": "⁽"
        case ")": "⁾"
        case "′", "″", "‴": scalar
        case "n": "ⁿ"
        case "i": "ⁱ"
        case "x": "ˣ"
        case "k": "ᵏ"
        case "l": "ˡ"
        case "j": "ʲ"
        case "m": "ᵐ"
        case "t": "ᵗ"
        case "z": "ᶻ"
        case "T", "⊤": "ᵀ"
        case "L": "ᴸ"
        case "∗": "*"
        default: nil
        }
    }

    private static func `subscript`(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "0"..."9": Unicode.Scalar(0x2080 + scalar.value - 0x30)
        case "+": "₊"
        case "−": "₋"
        case "=": "₌"
        case "(": "₍"
        case ")": "₎"
        case "a": "ₐ"
        case "e": "ₑ"
        case "h": "ₕ"
        case "i": "ᵢ"
        case "j": "ⱼ"
        case "k": "ₖ"
        case "l": "ₗ"
        case "m": "ₘ"
        case "n": "ₙ"
        case "o": "ₒ"
        case "p": "ₚ"
        case "r": "ᵣ"
        case "s": "ₛ"
        case "t": "ₜ"
        case "u": "ᵤ"
        case "v": "ᵥ"
        case "x": "ₓ"
        default: nil
        }
    }
}

extension Formula.Style {
    /// The letters in this style, as Unicode's mathematical letters: `𝐱`, `ℝ`, `ℒ`. What has none stays as it is.
    ///
    /// Upright, italic, sans serif and monospace leave the letters alone: a renderer has better ways for them.
    public func letters(_ text: String) -> String {
        var styled = ""
        for scalar in text.unicodeScalars {
            styled.unicodeScalars.append(letter(scalar) ?? scalar)
        }
        return styled
    }

    private func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch self {
        case .bold: return shifted(scalar, upper: 0x1D400, lower: 0x1D41A, digit: 0x1D7CE)
        case .blackboard: return exception(scalar) ?? shifted(scalar, upper: 0x1D538, lower: 0x1D552, digit: 0x1D7D8)
        case .calligraphic: return exception(scalar) ?? shifted(scalar, upper: 0x1D49C, lower: 0x1D4B6, digit: nil)
        case .upright, .italic, .sansSerif, .monospace: return nil
        }
    }

    private func shifted(_ scalar: Unicode.Scalar, upper: UInt32, lower: UInt32, digit: UInt32?) -> Unicode.Scalar? {
        switch scalar {
        case "A"..."Z": return Unicode.Scalar(upper + scalar.value - 0x41)
        case "a"..."z": return Unicode.Scalar(lower + scalar.value - 0x61)
        case "0"..."9":
            guard let digit else { return nil }
            return Unicode.Scalar(digit + scalar.value - 0x30)
        default: return nil
        }
    }

    /// Letters that Unicode had before it gained the mathematical alphabets.
    private func exception(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        let isBlackboard = self == .blackboard
        switch scalar {
        case "C": return isBlackboard ? "ℂ" : nil
        case "N": return isBlackboard ? "ℕ" : nil
        case "P": return isBlackboard ? "ℙ" : nil
        case "Q": return isBlackboard ? "ℚ" : nil
        case "Z": return isBlackboard ? "ℤ" : nil
        case "H": return isBlackboard ? "ℍ" : "ℋ"
        case "R": return isBlackboard ? "ℝ" : "ℛ"
        case "B": return isBlackboard ? nil : "ℬ"
        case "E": return isBlackboard ? nil : "ℰ"
        case "F": return isBlackboard ? nil : "ℱ"
        case "I": return isBlackboard ? nil : "ℐ"
        case "L": return isBlackboard ? nil : "ℒ"
        case "M": return isBlackboard ? nil : "ℳ"
        case "e": return isBlackboard ? nil : "ℯ"
        case "g": return isBlackboard ? nil : "ℊ"
        case "o": return isBlackboard ? nil : "ℴ"
        default: return nil
        }
    }
}
