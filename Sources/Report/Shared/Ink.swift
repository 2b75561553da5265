/// What a piece of text stands for, which decides its colour: one symbol has one colour in formula, code, drawing
/// and sentence alike. A terminal takes the SGR code, a page the class.
enum Ink: UInt8, Sendable {
    case plain
    /// A weighted sum, an activation, a weight, a bias, a loss or a failure, a slope.
    case z, a, w, b, loss, slope
    /// Headings, keywords, emphasis, what is new.
    case strong
    /// Line numbers, comments, captions, what is not yet known.
    case soft
    /// The part that is being worked out.
    case current

    /// The parameter of the escape sequence that turns the colour on; empty for the terminal's own.
    var code: String {
        switch self {
        case .plain: ""
        case .z: "33"
        case .a: "32"
        case .w: "94"
        case .b: "36"
        case .loss: "31"
        case .slope: "35"
        case .strong: "1"
        case .soft: "2"
        case .current: "7"
        }
    }

    /// The class of the page's style sheet; nil where no element is needed or another one says it.
    var className: String? {
        switch self {
        case .z: "z"
        case .a: "a"
        case .w: "w"
        case .b: "b"
        case .loss: "l"
        case .slope: "d"
        case .plain, .strong, .soft, .current: nil
        }
    }

    /// The quantity that a variable of a lesson's code stands for by its name: `w1`, `b2`, `dz3`, `loss`.
    static func ofVariable(_ name: String) -> Ink {
        if name == "loss" { return .loss }
        var bytes = Array(name.utf8)
        while let last = bytes.last, last >= 0x30, last <= 0x39 { bytes.removeLast() }
        guard bytes.count < name.utf8.count else { return .plain }
        switch bytes {
        case [0x7A]: return .z
        case [0x61]: return .a
        case [0x77]: return .w
        case [0x62]: return .b
        case [0x64, 0x7A], [0x64, 0x61], [0x64, 0x77], [0x64, 0x62]: return .slope
        default: return .plain
        }
    }

    /// The quantity that a single letter of a formula stands for.
    static func ofSymbol(_ letter: Unicode.Scalar) -> Ink {
        switch letter {
        case "z": .z
        case "a": .a
        case "w", "W": .w
        case "b": .b
        case "L", "ℒ": .loss
        default: .plain
        }
    }
}

/// Text of one colour.
struct Piece: Sendable, Equatable {
    var text: String
    var ink: Ink

    init(_ text: String, _ ink: Ink = .plain) {
        self.text = text
        self.ink = ink
    }
}
