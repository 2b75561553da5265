import LessonModel

/// Running text for the terminal.
extension TextWriter {
    func pieces(_ inlines: [Inline], capitals: Bool = false) -> [Piece] {
        var pieces: [Piece] = []
        for inline in inlines { append(inline, capitals: capitals, to: &pieces) }
        return pieces
    }

    private func append(_ inline: Inline, capitals: Bool, to pieces: inout [Piece]) {
        switch inline {
        case .text(let text): pieces.append(Piece(capitals ? text.uppercased() : text))
        case .emphasis(let inner), .strong(let inner): pieces += marked(self.pieces(inner, capitals: capitals))
        case .code(let code):
            pieces.append(Piece("`"))
            pieces.append(Piece(unbroken(SafeText.line(code)), Ink.ofVariable(code)))
            pieces.append(Piece("`"))
        case .link(let link): append(link, capitals: capitals, to: &pieces)
        case .image(let image):
            let words = image.alternative.isEmpty ? image.url : image.alternative
            pieces.append(Piece("[image: " + words + "]", .soft))
        case .mathematics(let formula):
            for piece in SymbolScanner.pieces(formula.plainText, .formula) {
                pieces.append(Piece(unbroken(piece.text), piece.ink))
            }
        case .softBreak: pieces.append(Piece(" "))
        case .hardBreak: pieces.append(Piece("\n"))
        case .expression(let expression): pieces.append(value(of: expression))
        }
    }

    /// Emphasis is bold; without colour it stands between stars, so that nothing is said by colour alone.
    private func marked(_ inner: [Piece]) -> [Piece] {
        var pieces: [Piece] = []
        if !style.color { pieces.append(Piece("*")) }
        for piece in inner { pieces.append(piece.ink == .plain ? Piece(piece.text, .strong) : piece) }
        if !style.color { pieces.append(Piece("*")) }
        return pieces
    }

    private func append(_ link: Link, capitals: Bool, to pieces: inout [Piece]) {
        pieces += self.pieces(link.inlines, capitals: capitals)
        let url = SafeURL.checked(link.url)
        guard let url, url.utf8.first != 0x23, Inline.plainText(link.inlines) != url else { return }
        // Terms link to it all over a lesson; as text between the words that would only be in the way.
        if url.hasPrefix("glossary.md") { return }
        pieces.append(Piece(" (" + url + ")", .soft))
    }

    private func value(of expression: InlineExpression) -> Piece {
        switch view.value(of: expression) {
        case .value(let text): return Piece(unbroken(shownNumber(text)))
        case .failed: return Piece("(" + name(of: expression) + "failed)", .loss)
        case .missing: return Piece("(" + name(of: expression) + "not run)", .soft)
        }
    }

    /// What is short enough to be read in a sentence.
    private func name(of expression: InlineExpression) -> String {
        expression.source.utf8.count <= 24 ? "`" + expression.source + "` " : ""
    }

    /// A minus sign in prose is U+2212.
    private func shownNumber(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count > 1, bytes[0] == 0x2D, bytes[1] >= 0x30, bytes[1] <= 0x39 else { return text }
        return Numbers.minus + String(text.dropFirst())
    }

    /// A short formula stays on one line.
    private func unbroken(_ text: String) -> String {
        guard Columns.of(text) <= 28 else { return text }
        var unbroken = ""
        for scalar in text.unicodeScalars { unbroken.unicodeScalars.append(scalar == " " ? "\u{A0}" : scalar) }
        return unbroken
    }
}

/// The only addresses that a report passes on.
enum SafeURL {
    /// The address if it is http, https, mailto, relative, or a place in the page; nil for any other scheme, however
    /// it is spelt.
    static func checked(_ url: String) -> String? {
        var cleaned: [UInt8] = []
        for byte in url.utf8 {
            // Browsers drop tabs and newlines within a scheme; so nothing with control characters is taken.
            if byte < 0x20 || byte == 0x7F { return nil }
            cleaned.append(byte)
        }
        while cleaned.first == 0x20 { cleaned.removeFirst() }
        var scheme: [UInt8] = []
        for byte in cleaned {
            switch byte {
            case 0x3A: return isAllowed(scheme) ? String(decoding: cleaned, as: UTF8.self) : nil
            case 0x2F, 0x3F, 0x23: return isLocal(cleaned) ? String(decoding: cleaned, as: UTF8.self) : nil
            default: scheme.append(byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte)
            }
        }
        return cleaned.isEmpty ? nil : String(decoding: cleaned, as: UTF8.self)
    }

    private static func isAllowed(_ scheme: [UInt8]) -> Bool {
        let name = String(decoding: scheme, as: UTF8.self)
        return name == "http" || name == "https" || name == "mailto"
    }

    /// `//host/…` and `\\host` name another machine.
    private static func isLocal(_ url: [UInt8]) -> Bool {
        !(url.count > 1 && (url[0] == 0x2F || url[0] == 0x5C) && (url[1] == 0x2F || url[1] == 0x5C))
    }
}
