import Elementary
import LessonModel

/// The first page of a site: what each lesson is about, and a search over all of them.
struct IndexPage {
    private let site: Site
    private var html = HTMLWriter()

    init(_ site: Site) { self.site = site }

    var page: String {
        var writer = self
        writer.write()
        return writer.html.page
    }

    private mutating func write() {
        let language = site.lessons.first?.document.frontMatter.language ?? "en"
        html.beginPage(language: language, title: site.title, summary: "", scripts: [PageAssets.search])
        html.markup("<div class=\"wrap\"><main class=\"index\"><header class=\"title\">")
        html.element("h1", text: site.title)
        html.close("header")
        html.markup(
            """
            <section class="search" role="search"><label for="p-query">Search all lessons</label>\
            <input id="p-query" type="search" autocomplete="off" spellcheck="false"><p class="count" role="status"></p>\
            <ol></ol></section><ol class="lessons">
            """)
        for lesson in site.lessons { write(lesson) }
        html.markup("</ol><p class=\"elsewhere\">")
        if site.glossary != nil { html.markup("<a href=\"glossary.html\">Glossary</a> ") }
        html.markup("<a href=\"print.html\">Everything on one page, to print</a></p></main></div>")
        html.markup("<script type=\"application/json\" id=\"p-search-data\">")
        html.data(SearchData(site).json)
        html.markup("</script>\n</body></html>\n")
    }

    private mutating func write(_ lesson: Site.Lesson) {
        html.markup("<li><h2>")
        html.element("a", [("href", Site.link(to: lesson.file))], text: lesson.document.title)
        html.markup("</h2>")
        let matter = lesson.document.frontMatter
        if !matter.summary.isEmpty { html.element("p", text: matter.summary) }
        if !matter.objectives.isEmpty {
            html.markup("<ul class=\"aims\">")
            for objective in matter.objectives { html.element("li", text: objective) }
            html.close("ul")
        }
        html.markup("</li>\n")
    }
}

/// What the search looks through: the text of each section of each lesson.
struct SearchData {
    private struct Section {
        var title: String
        var lesson: String
        var address: String
        var text = ""
    }

    private var sections: [Section] = []
    private var values: [Recording.ExpressionValue] = []

    init(_ site: Site) {
        for lesson in site.lessons {
            values = lesson.recording.values
            add(lesson.document, lesson.document.title, Site.link(to: lesson.file))
        }
        guard let glossary = site.terms else { return }
        for term in glossary.terms {
            sections.append(
                Section(
                    title: term.name, lesson: "Glossary", address: "glossary.html#" + HTMLWriter.id("g", term.id),
                    text: term.meaning))
        }
    }

    private mutating func add(_ document: Document, _ title: String, _ address: String) {
        sections.append(
            Section(title: title, lesson: title, address: address, text: document.frontMatter.summary))
        for block in document.blocks {
            if case .heading(let heading) = block.kind {
                sections.append(
                    Section(
                        title: Inline.plainText(heading.inlines), lesson: title,
                        address: address + "#" + HTMLWriter.id("s", heading.id)))
                continue
            }
            add(block)
        }
    }

    private mutating func add(_ block: Block) {
        var text = ""
        for inlines in block.inlineRuns { text += words(inlines) + " " }
        switch block.kind {
        case .cell(let cell):
            // Checks and solutions would give exercises away.
            switch cell.kind {
            case .check, .solution, .setup: break
            case .ordinary, .exercise: if cell.options.echo { text += Self.spaced(cell.source) }
            }
        case .code(_, let listing): text += Self.spaced(listing)
        case .mathematics(let formula): text += formula.plainText + " "
        default: break
        }
        if case .hint = block.kind { return }
        sections[sections.count - 1].text += text
        for inner in block.children { for block in inner { add(block) } }
    }

    /// The text as the page shows it: with the values that were computed.
    private func words(_ inlines: [Inline]) -> String {
        var text = ""
        for inline in inlines {
            switch inline {
            case .emphasis(let inner), .strong(let inner): text += words(inner)
            case .link(let link): text += words(link.inlines)
            case .expression(let expression):
                if values.indices.contains(expression.index), case .value(let value) = values[expression.index] {
                    text += Numbers.read(value)
                }
            default: text += Inline.plainText([inline])
            }
        }
        return text
    }

    private static func spaced(_ text: String) -> String {
        var spaced = ""
        var isSpace = false
        for scalar in text.unicodeScalars {
            if scalar == " " || scalar == "\n" || scalar == "\t" {
                isSpace = true
                continue
            }
            if isSpace { spaced += " " }
            isSpace = false
            spaced.unicodeScalars.append(scalar)
        }
        return spaced + " "
    }

    var json: [UInt8] {
        var writer = JSONWriter(numberText: Elementary.describe, isCompact: true)
        writer.array(sections) { writer, section in
            writer.object { writer in
                writer.key("title")
                writer.string(SafeText.line(section.title))
                writer.key("lesson")
                writer.string(SafeText.line(section.lesson))
                writer.key("address")
                writer.string(section.address)
                writer.key("text")
                writer.string(SafeText.line(section.text))
            }
        }
        return writer.result
    }
}
