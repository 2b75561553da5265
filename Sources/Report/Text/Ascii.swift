/// The plain fallbacks for terminals without UTF-8, and for readers who asked for ASCII.
enum Ascii {
    static func folded(_ text: String) -> String {
        for byte in text.utf8 where byte >= 0x80 { return fold(text) }
        return text
    }

    private static func fold(_ text: String) -> String {
        var folded = ""
        var isRaised = false
        for scalar in text.unicodeScalars {
            if let digit = raised(scalar) {
                folded += isRaised ? digit : "^" + digit
                isRaised = true
                continue
            }
            isRaised = false
            folded += plain(scalar)
        }
        return folded
    }

    private static func raised(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0xB9: "1"
        case 0xB2: "2"
        case 0xB3: "3"
        case 0x2070: "0"
        case 0x2074...0x2079: "\(scalar.value - 0x2070)"
        case 0x207A: "+"
        case 0x207B: "-"
        case 0x207D: "("
        case 0x207E: ")"
        case 0x207F: "n"
        case 0x2071: "i"
        case 0x1D40: "T"
        case 0x1D4F: "k"
        case 0x1D57: "t"
        case 0x2E1: "l"
        case 0x2E3: "x"
        default: nil
        }
    }

    private static func plain(_ scalar: Unicode.Scalar) -> String {
        if scalar.value < 0x80 { return String(Character(scalar)) }
        switch scalar.value {
        case 0x2080...0x2089: return "\(scalar.value - 0x2080)"
        case 0x300...0x36F, 0x20D0...0x20FF, 0x200D, 0xFE00...0xFE0F: return ""
        case 0x2400...0x241F: return "^" + String(Character(Unicode.Scalar(UInt8(scalar.value - 0x2400 + 0x40))))
        case 0x2801...0x28FF: return "*"
        case 0x2800: return " "
        default: return symbol(scalar) ?? greek(scalar) ?? latin(scalar) ?? "?"
        }
    }

    private static func symbol(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "\u{A0}": "\u{A0}"  // a space in the end, but no place to break a line
        case "−", "‐", "‑", "–": "-"
        case "—": "--"
        case "·", "×", "⊙", "∗": "*"
        case "÷": "/"
        case "±": "+-"
        case "∂": "d"
        case "∇": "grad "
        case "∑": "sum"
        case "∏": "prod"
        case "∫": "int"
        case "√": "sqrt"
        case "∞": "inf"
        case "≤": "<="
        case "≥": ">="
        case "≠": "!="
        case "≈", "∼": "~"
        case "≡": "=="
        case "∈": " in "
        case "→", "⟶", "↦": "->"
        case "←": "<-"
        case "⇒", "⟹": "=>"
        case "⇔", "↔": "<->"
        case "′", "‘", "’": "'"
        case "″", "“", "”", "„": "\""
        case "«", "»": "\""
        case "…", "⋯": "..."
        case "•": "*"
        case "ℒ": "L"
        case "ℓ": "l"
        case "ℝ": "R"
        case "⊤": "T"
        case "°": "deg"
        case "━", "─": "="
        case "╍", "╌": "-"
        case "╲": "\\"
        case "╱": "/"
        case "▸": ">"
        case "●": "*"
        case "░": "."
        case "▒": ":"
        case "▓": "#"
        case "█": "@"
        case "✓": "pass"
        case "✗": "FAIL"
        default: subscriptLetter(scalar)
        }
    }

    private static func subscriptLetter(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "ₐ": "a"
        case "ₑ": "e"
        case "ₕ": "h"
        case "ᵢ": "i"
        case "ⱼ": "j"
        case "ₖ": "k"
        case "ₗ": "l"
        case "ₘ": "m"
        case "ₙ": "n"
        case "ₒ": "o"
        case "ₚ": "p"
        case "ᵣ": "r"
        case "ₛ": "s"
        case "ₜ": "t"
        case "ᵤ": "u"
        case "ᵥ": "v"
        case "ₓ": "x"
        case "₊": "+"
        case "₋": "-"
        default: nil
        }
    }

    private static let greekNames = [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "sigma", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega",
    ]

    private static func greek(_ scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0x3B1...0x3C9: greekNames[Int(scalar.value - 0x3B1)]
        case 0x391...0x3A9: greekNames[Int(scalar.value - 0x391)].uppercased()
        case 0xB5: "mu"
        case 0x3F5: "epsilon"
        case 0x3D5: "phi"
        default: nil
        }
    }

    /// Letters of Latin-1 and their nearest ASCII ones.
    private static func latin(_ scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "ä", "à", "á", "â", "ã", "å": "a"
        case "Ä", "À", "Á", "Â", "Ã", "Å": "A"
        case "ç": "c"
        case "è", "é", "ê", "ë": "e"
        case "È", "É", "Ê", "Ë": "E"
        case "ì", "í", "î", "ï": "i"
        case "ñ": "n"
        case "ò", "ó", "ô", "õ", "ö", "ø": "o"
        case "Ö", "Ó", "Ø": "O"
        case "ù", "ú", "û", "ü": "u"
        case "Ü": "U"
        case "ß": "ss"
        case "æ": "ae"
        case "œ": "oe"
        default: nil
        }
    }
}
