import LessonModel

/// Running text for the page.
extension PageWriter {
    /// Within a link no other one may stand.
    mutating func write(_ inlines: [Inline], withoutLinks: Bool = false) {
        for inline in inlines {
            switch inline {
            case .text(let text): html.text(text)
            case .emphasis(let inner):
                html.open("em")
                write(inner, withoutLinks: withoutLinks)
                html.close("em")
            case .strong(let inner):
                html.open("strong")
                write(inner, withoutLinks: withoutLinks)
                html.close("strong")
            case .code(let code): write(code: code)
            case .link(let link): write(link, withoutLinks: withoutLinks)
            case .image(let image): write(image)
            case .mathematics(let formula): html.math(formula)
            case .softBreak: html.text("\n")
            case .hardBreak: html.markup("<br>")
            case .expression(let expression): write(expression)
            }
        }
    }

    private mutating func write(code: String) {
        if let name = Ink.ofVariable(code).className {
            html.element("code", [("class", name)], text: code)
        } else {
            html.element("code", text: code)
        }
    }

    private mutating func write(_ link: Link, withoutLinks: Bool) {
        guard !withoutLinks, let url = SafeURL.checked(link.url) else {
            write(link.inlines, withoutLinks: withoutLinks)
            return
        }
        if PageContext.split(url).file == "glossary.md" {
            write(term: context.term(url), link)
            return
        }
        var attributes: HTMLWriter.Attributes = []
        if let address = context.resolved(url) {
            attributes.append(("href", address))
        } else {
            attributes += [("href", url), ("rel", "noopener noreferrer")]
        }
        if !link.title.isEmpty { attributes.append(("title", link.title)) }
        html.open("a", attributes)
        write(link.inlines, withoutLinks: true)
        html.close("a")
    }

    /// A term of the glossary, with what it means as a preview.
    private mutating func write(term: Glossary.Term?, _ link: Link) {
        guard let term else {
            write(link.inlines, withoutLinks: true)
            return
        }
        usedTerms.append(term.id)
        let tip = id("tip", "\(usedTerms.count)")
        let address = context.glossaryAddress + "#" + (context.isGlossaryElsewhere ? "" : context.prefix)
        html.open(
            "a",
            [
                ("class", "gloss"), ("href", address + HTMLWriter.id("g", term.id)), ("aria-describedby", tip),
            ])
        write(link.inlines, withoutLinks: true)
        html.element("span", [("class", "tipbox"), ("role", "tooltip"), ("id", tip)], text: term.meaning)
        html.close("a")
    }

    /// A picture is part of the page or it is not shown: the page loads nothing.
    private mutating func write(_ image: Image) {
        guard let data = images[image.url], Self.isPicture(data) else {
            html.element("span", [("class", "missing")], text: "[" + Self.words(of: image) + "]")
            return
        }
        var attributes: HTMLWriter.Attributes = [("src", data), ("alt", image.alternative)]
        if !image.title.isEmpty { attributes.append(("title", image.title)) }
        html.open("img", attributes)
    }

    private static func words(of image: Image) -> String {
        image.alternative.isEmpty ? "picture: " + image.url : "picture: " + image.alternative
    }

    /// Only formats that cannot hold a document, and nothing but base64 after the head.
    private static func isPicture(_ data: String) -> Bool {
        for head in ["png", "jpeg", "gif", "webp"] where data.hasPrefix("data:image/" + head + ";base64,") {
            for byte in data.utf8.dropFirst("data:image/;base64,".utf8.count + head.utf8.count) {
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2F, 0x3D: continue
                default: return false
                }
            }
            return true
        }
        return false
    }

    private mutating func write(_ expression: InlineExpression) {
        switch view.value(of: expression) {
        case .value(let text):
            html.element("span", [("class", "value"), ("title", expression.source)], text: Numbers.read(text))
        case .failed(let diagnostic):
            html.element(
                "span", [("class", "failed"), ("title", diagnostic.message)], text: expression.source + " failed")
        case .missing: html.element("span", [("class", "missing")], text: expression.source + " not run")
        }
    }
}
