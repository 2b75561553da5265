import LessonModel

/// A lesson and the recording of its run as one self-contained HTML page: it loads nothing, and reads in light and dark,
/// on a phone, on paper and by a screen reader. Its script plays what was recorded; without it nothing is missing.
///
/// Nothing from the lesson or from a cell's output can become markup, and a Content-Security-Policy stands first in
/// the head in case that promise should ever fail: it allows the page's own style sheet and script, by their hashes.
public struct HTMLReport {
    public var document: Document
    public var recording: Recording
    /// Where the lesson stands in its course; nil for a lesson by itself.
    public var place: LessonPlace?
    /// The pictures that stand beside the lesson, by the address that it gives them, as `data:image/png;base64,…`,
    /// `data:image/jpeg;…`, `data:image/gif;…` or `data:image/webp;…`. A picture that is missing is shown as its words.
    public var images: [String: String]
    /// Whether the solutions of exercises are on the page, folded behind the hints.
    public var showsSolutions: Bool

    public init(
        document: Document, recording: Recording, place: LessonPlace? = nil, images: [String: String] = [:],
        showsSolutions: Bool = true
    ) {
        self.document = document
        self.recording = recording
        self.place = place
        self.images = images
        self.showsSolutions = showsSolutions
    }

    /// The whole page. Linear in the size of the lesson and the recording.
    public var page: String {
        var writer = PageWriter(
            view: LessonView(document, recording), images: images, showsSolutions: showsSolutions, place: place)
        writer.writePage()
        return writer.html.page
    }
}

/// Writes the page; what it writes is in extensions by subject.
struct PageWriter {
    let view: LessonView
    let images: [String: String]
    let showsSolutions: Bool
    let place: LessonPlace?
    var html = HTMLWriter()

    var document: Document { view.document }
    var commands: CommandLines { CommandLines(file: document.fileName) }

    init(view: LessonView, images: [String: String], showsSolutions: Bool, place: LessonPlace?) {
        self.view = view
        self.images = images
        self.showsSolutions = showsSolutions
        self.place = place
    }

    mutating func writePage() {
        html.markup("<!doctype html>\n")
        html.open("html", [("lang", document.frontMatter.language)])
        writeHead()
        html.markup("<body>\n<div class=\"wrap\">")
        html.markup("<main><div class=\"front\">")
        writeTop()
        writeHero()
        writeObjectives()
        html.markup("</div><div class=\"body\">")
        writeContents()
        html.markup("<div class=\"text\">\n")
        for (index, block) in document.blocks.enumerated() where !view.isTitle(block, at: index) { write(block) }
        html.markup("</div></div></main></div>\n</body></html>\n")
    }

    private mutating func writeHead() {
        let policy =
            "default-src 'none'; style-src '" + PageAssets.styleHash + "'; script-src '" + PageAssets.scriptHash
            + "'; img-src data:; base-uri 'none'; form-action 'none'"
        html.markup("<head><meta charset=\"utf-8\">")
        html.open("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)])
        html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        html.markup(
            "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"referrer\" content=\"no-referrer\">")
        html.element("title", text: document.title)
        if !document.frontMatter.summary.isEmpty {
            html.open("meta", [("name", "description"), ("content", document.frontMatter.summary)])
        }
        html.markup("<style>")
        html.asset(PageAssets.style)
        html.markup("</style><script>")
        html.asset(PageAssets.script)
        html.markup("</script></head>\n")
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
        if let place {
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
        html.markup("<nav class=\"toc\" aria-label=\"In this lesson\"><b>In this lesson</b><ol>")
        for heading in headings {
            html.open("li")
            html.open("a", [("href", "#" + HTMLWriter.id("s", heading.id))])
            write(heading.inlines, withoutLinks: true)
            html.markup("</a></li>")
        }
        html.markup("</ol></nav>")
    }
}
