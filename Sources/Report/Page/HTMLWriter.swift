/// Collects markup. Tags and attribute names come from the program's own text only, and every other string passes
/// through `escaped`, so nothing that a lesson or a run says can become markup.
struct HTMLWriter {
    private(set) var page = ""

    typealias Attributes = [(StaticString, String)]

    mutating func text(_ text: String) { page += Self.escaped(text) }

    /// Markup of the program's own.
    mutating func markup(_ markup: StaticString) { page += "\(markup)" }

    mutating func open(_ tag: StaticString, _ attributes: Attributes = []) {
        page += "<\(tag)"
        for (name, value) in attributes { page += " \(name)=\"" + Self.escaped(value) + "\"" }
        page += ">"
    }

    mutating func close(_ tag: StaticString) { page += "</\(tag)>" }

    mutating func element(
        _ tag: StaticString, _ attributes: Attributes = [], _ content: (inout HTMLWriter) -> Void
    ) {
        open(tag, attributes)
        content(&self)
        close(tag)
    }

    mutating func element(_ tag: StaticString, _ attributes: Attributes = [], text: String) {
        open(tag, attributes)
        self.text(text)
        close(tag)
    }

    /// What has a colour becomes an element with its class; keywords are bold and comments soft.
    mutating func pieces(_ pieces: [Piece], symbols tag: StaticString = "var") {
        for piece in pieces {
            if let name = piece.ink.className {
                element(tag, [("class", name)], text: piece.text)
            } else if piece.ink == .strong {
                element("b", text: piece.text)
            } else if piece.ink == .soft {
                element("i", [("class", "c")], text: piece.text)
            } else {
                text(piece.text)
            }
        }
    }

    /// The text for a place between tags as well as for a quoted attribute. Control characters and those that turn
    /// the direction of a line are shown as pictures.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\n": escaped += "\n"
            default: SafeText.append(scalar, column: 0, to: &escaped)
            }
        }
        return escaped
    }

    /// A name as an id of the page, which cannot clash with the page's own or with a property of the browser.
    static func id(_ prefix: String, _ name: String) -> String {
        var id = prefix + "-"
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0x1FFF: id.unicodeScalars.append(scalar)
            default: id += "-"
            }
        }
        return id
    }
}
