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
                element(tag, [("class", name)] + Self.symbolAttribute(of: piece), text: piece.text)
            } else if piece.ink == .strong {
                element("b", text: piece.text)
            } else if piece.ink == .soft {
                element("i", [("class", "c")], text: piece.text)
            } else {
                text(piece.text)
            }
        }
    }

    /// The name by which a symbol lights up wherever it stands on the page.
    private static func symbolAttribute(of piece: Piece) -> Attributes {
        symbol(Ink.ofVariable(piece.text) != .plain ? piece.text : PassQuantities.name(ofSymbol: piece.text))
    }

    static func symbol(_ name: String?) -> Attributes {
        guard let name else { return [] }
        return [("data-s", name)]
    }

    /// A file of the project's own, as it is.
    mutating func asset(_ text: String) { page += text }

    /// Data for the page's script, as `JSONWriter` writes it: without any character that could end the element.
    mutating func data(_ json: [UInt8]) { page += String(decoding: json, as: UTF8.self) }

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
