import LessonModel

/// A lesson and the recording of its run as one self-contained HTML page: it loads nothing, and reads in light and dark,
/// on a phone, on paper and by a screen reader. Its script plays what was recorded; without it nothing is missing.
///
/// Nothing from the lesson or from a cell's output can become markup, and a Content-Security-Policy stands first in
/// the head in case that promise should ever fail: it allows the page's own style sheet and script, by their hashes.
public struct HTMLReport {
    public var document: Document
    public var recording: Recording
    /// Where the lesson stands in its course, and what its links lead to.
    public var context: PageContext
    /// The pictures that stand beside the lesson, by the address that it gives them, as `data:image/png;base64,…`,
    /// `data:image/jpeg;…`, `data:image/gif;…` or `data:image/webp;…`. A picture that is missing is shown as its words.
    public var images: [String: String]
    /// Key frames of the run, which the page plays cell by cell; without them it plays the engine's passes alone.
    public var trace: StepTrace?
    /// Whether the solutions of exercises are on the page, folded behind the hints.
    public var showsSolutions: Bool

    public init(
        document: Document, recording: Recording, place: LessonPlace? = nil, images: [String: String] = [:],
        showsSolutions: Bool = true, context: PageContext = PageContext()
    ) {
        self.document = document
        self.recording = recording
        self.context = context
        if let place { self.context.place = place }
        self.images = images
        self.showsSolutions = showsSolutions
    }

    /// The whole page. Linear in the size of the lesson and the recording.
    public var page: String {
        var writer = PageWriter(
            view: LessonView(document, recording, trace: trace), images: images, showsSolutions: showsSolutions,
            context: context)
        writer.writePage()
        return writer.html.page
    }
}

/// Writes the page; what it writes is in extensions by subject.
struct PageWriter {
    let view: LessonView
    let images: [String: String]
    let showsSolutions: Bool
    let context: PageContext
    var html = HTMLWriter()
    /// Terms of the glossary that have been named, in their order.
    var usedTerms: [String] = []

    var document: Document { view.document }
    var commands: CommandLines { CommandLines(file: document.fileName) }

    init(view: LessonView, images: [String: String], showsSolutions: Bool, context: PageContext) {
        self.view = view
        self.images = images
        self.showsSolutions = showsSolutions
        self.context = context
    }

    /// A name as an id of the page: prefixed, so that it cannot clash with the page's own or with another lesson's.
    func id(_ kind: String, _ name: String) -> String { context.prefix + HTMLWriter.id(kind, name) }

    mutating func writePage() {
        html.beginPage(
            language: document.frontMatter.language, title: document.title, summary: document.frontMatter.summary,
            scripts: [PageAssets.script])
        html.markup("<div class=\"wrap\">")
        writeNavigation()
        html.markup("<main>")
        writeLesson()
        html.markup("</main>")
        writeNeighbours()
        html.markup("</div>\n</body></html>\n")
    }

    /// The lesson itself, without what belongs to the page around it.
    mutating func writeLesson() {
        html.markup("<div class=\"front\">")
        writeTop()
        if context.isLive { writeHero() }
        writeObjectives()
        html.markup("</div><div class=\"body\">")
        writeContents()
        html.markup("<div class=\"text\">\n")
        for (index, block) in document.blocks.enumerated() where !view.isTitle(block, at: index) { write(block) }
        if !context.isGlossaryElsewhere { writeUsedTerms() }
        html.markup("</div></div>")
    }

    /// On a page by itself the terms that it names stand at its end.
    private mutating func writeUsedTerms() {
        guard let glossary = context.glossary else { return }
        var shown: [Glossary.Term] = []
        for term in glossary.terms where usedTerms.contains(term.id) { shown.append(term) }
        if shown.isEmpty { return }
        html.open("h2", [("id", id("p", "words"))])
        html.markup("Words of this lesson</h2><dl class=\"terms\">")
        for term in shown {
            html.element("dt", [("id", id("g", term.id))], text: term.name)
            html.markup("<dd>")
            write(term.blocks)
            html.markup("</dd>")
        }
        html.markup("</dl>\n")
    }

    private mutating func writeNavigation() {
        guard let index = context.index else { return }
        html.markup("<nav class=\"top\" aria-label=\"Course\"><span>")
        html.element("a", [("href", index.address)], text: index.title)
        if let place = context.place { html.text(", \(place.number) of \(place.count)") }
        html.markup("</span><span>")
        if let previous = context.previous {
            html.element("a", [("href", previous.address), ("rel", "prev")], text: "← " + previous.title)
        }
        if let next = context.next {
            html.element("a", [("href", next.address), ("rel", "next")], text: next.title + " →")
        }
        html.markup("</span></nav>")
    }

    private mutating func writeNeighbours() {
        if context.previous == nil && context.next == nil { return }
        html.markup("<nav class=\"next\" aria-label=\"Lessons\">")
        for (neighbour, word) in [(context.previous, "Previous"), (context.next, "Next")] {
            guard let neighbour else {
                html.markup("<span></span>")
                continue
            }
            html.open("a", [("href", neighbour.address)])
            html.element("span", text: word)
            html.element("b", text: neighbour.title)
            html.close("a")
        }
        html.markup("</nav>")
    }

    /// The lesson's most instructive pass stands at its top, before a reader has scrolled.
    private mutating func writeHero() {
        guard let (cell, pass) = view.hero, NetworkSVG.isDrawable(pass) else { return }
        html.markup("<div class=\"show\">")
        write(player: Playback(pass), of: cell, isHero: true)
        writeKey(hasSlopes: pass.layers.contains { !$0.dW.isEmpty })
        html.close("div")
    }

    private mutating func writeTop() {
        html.open("header", [("class", "title")])
        if let place = context.place, context.index == nil {
            html.element("p", [("class", "place")], text: "Lesson \(place.number) of \(place.count)")
        }
        html.element("h1", text: document.title)
        if !document.frontMatter.summary.isEmpty {
            html.element("p", [("class", "lede")], text: document.frontMatter.summary)
        }
        html.close("header")
    }

    private mutating func writeObjectives() {
        if document.frontMatter.objectives.isEmpty { return }
        html.markup("<div class=\"aims\"><p>After this lesson you can</p><ul>")
        for objective in document.frontMatter.objectives { html.element("li", text: objective) }
        html.markup("</ul></div>")
    }

    /// The headings of the second level; a lesson with fewer than two needs no table of contents.
    private mutating func writeContents() {
        var headings: [Heading] = []
        for (index, block) in document.blocks.enumerated() {
            if case .heading(let heading) = block.kind, heading.level <= 2, !view.isTitle(block, at: index) {
                headings.append(heading)
            }
        }
        if headings.count < 2 { return }
        // Several lessons may stand on one page.
        html.open("nav", [("class", "toc"), ("aria-label", "In this lesson: " + document.title)])
        html.markup("<b>In this lesson</b><ol>")
        for heading in headings {
            html.open("li")
            html.open("a", [("href", "#" + id("s", heading.id))])
            write(heading.inlines, withoutLinks: true)
            html.markup("</a></li>")
        }
        html.markup("</ol></nav>")
    }
}
