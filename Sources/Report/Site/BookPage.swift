import LessonModel

/// All lessons on one page, one after another, the glossary at the end: for paper, or as a single file to hand on.
struct BookPage {
    private let site: Site
    private let isLive: Bool
    private var html = HTMLWriter()

    init(_ site: Site, isLive: Bool) {
        self.site = site
        self.isLive = isLive
    }

    var page: String {
        var writer = self
        writer.write()
        return writer.html.page
    }

    private mutating func write() {
        let language = site.lessons.first?.document.frontMatter.language ?? "en"
        html.beginPage(
            language: language, title: site.title, summary: "", scripts: isLive ? [PageAssets.script] : [])
        html.markup("<div class=\"wrap book\"><main><header class=\"title\">")
        html.element("h1", text: site.title)
        html.markup("</header><nav class=\"toc\" aria-label=\"Lessons\"><ol>")
        for (index, lesson) in site.lessons.enumerated() {
            html.markup("<li>")
            html.element("a", [("href", "#" + Self.prefix(index) + "p-lesson")], text: lesson.document.title)
            html.markup("</li>")
        }
        html.markup("</ol></nav>")
        for (index, lesson) in site.lessons.enumerated() { write(lesson, index) }
        if let glossary = site.glossary { write(glossary) }
        html.markup("</main></div>\n</body></html>\n")
    }

    private static func prefix(_ index: Int) -> String { "l\(index + 1)-" }

    private mutating func write(_ lesson: Site.Lesson, _ index: Int) {
        var context = PageContext()
        context.place = LessonPlace(number: index + 1, of: site.lessons.count)
        context.prefix = Self.prefix(index)
        context.isLive = isLive
        context.isPart = true
        for (number, other) in site.lessons.enumerated() { context.addresses[other.file] = "#" + Self.prefix(number) }
        context.glossary = site.terms
        context.isGlossaryElsewhere = true
        var writer = PageWriter(
            view: LessonView(lesson.document, lesson.recording, trace: isLive ? lesson.trace : nil),
            images: lesson.images,
            showsSolutions: site.showsSolutions, context: context)
        writer.html = html
        writer.html.open("section", [("class", "lesson"), ("id", Self.prefix(index) + "p-lesson")])
        writer.writeLesson()
        writer.html.close("section")
        html = writer.html
    }

    private mutating func write(_ glossary: Document) {
        html.markup("<section class=\"lesson\"><div class=\"text\"><h1>Glossary</h1>")
        var context = PageContext()
        context.isPart = true
        context.glossary = site.terms
        context.isGlossaryElsewhere = true
        for (number, other) in site.lessons.enumerated() { context.addresses[other.file] = "#" + Self.prefix(number) }
        html = GlossaryPage.terms(of: glossary, context, after: html)
        html.markup("</div></section>")
    }
}

/// The glossary as a page of its own.
struct GlossaryPage {
    private let site: Site
    private let glossary: Document

    init(_ site: Site, _ glossary: Document) {
        self.site = site
        self.glossary = glossary
    }

    var page: String {
        var html = HTMLWriter()
        html.beginPage(
            language: glossary.frontMatter.language, title: glossary.title, summary: glossary.frontMatter.summary,
            scripts: [])
        html.markup(
            """
            <div class="wrap"><nav class="top" aria-label="Course"><span><a href="index.html">Lessons</a></span></nav>\
            <main><header class="title">
            """)
        html.element("h1", text: glossary.frontMatter.title.isEmpty ? "Glossary" : glossary.frontMatter.title)
        html.markup("</header><div class=\"text\">")
        var context = PageContext()
        context.glossary = site.terms
        context.isGlossaryElsewhere = true
        context.addresses = site.addresses
        html = Self.terms(of: glossary, context, after: html)
        html.markup("</div></main></div>\n</body></html>\n")
        return html.page
    }

    static func terms(of glossary: Document, _ context: PageContext, after html: HTMLWriter) -> HTMLWriter {
        let recording = Recording(lesson: "", title: "", seed: 0)
        var writer = PageWriter(
            view: LessonView(glossary, recording), images: [:], showsSolutions: false, context: context)
        writer.html = html
        writer.html.markup("<dl class=\"terms\">")
        for term in Glossary(glossary).terms {
            writer.html.element("dt", [("id", HTMLWriter.id("g", term.id))], text: term.name)
            writer.html.markup("<dd>")
            writer.write(term.blocks)
            writer.html.markup("</dd>\n")
        }
        writer.html.markup("</dl>")
        return writer.html
    }
}
