import LessonModel

/// Lessons as a site of pages that need nothing but each other: an index with a search, a page for each lesson, the
/// glossary, and everything on one page for paper. The same lessons give the same bytes.
public struct Site {
    public struct Lesson {
        /// The file's name within its folder, which ends in `.md`.
        public var file: String
        public var document: Document
        public var recording: Recording
        /// The pictures beside the lesson, as `HTMLReport` takes them.
        public var images: [String: String]
        public var trace: StepTrace?

        public init(file: String, document: Document, recording: Recording, images: [String: String] = [:]) {
            self.file = file
            self.document = document
            self.recording = recording
            self.images = images
        }
    }

    public struct Page: Sendable {
        /// `lesson3.html`
        public var name: String
        public var text: String
    }

    public var title: String
    public var lessons: [Lesson]
    public var glossary: Document?
    public var showsSolutions: Bool

    public init(title: String, lessons: [Lesson], glossary: Document? = nil, showsSolutions: Bool = true) {
        self.title = title
        self.lessons = lessons
        self.glossary = glossary
        self.showsSolutions = showsSolutions
    }

    /// All pages. Linear in the size of the lessons and their recordings.
    public var pages: [Page] {
        var pages = [Page(name: "index.html", text: IndexPage(self).page)]
        for (index, lesson) in lessons.enumerated() {
            var report = HTMLReport(
                document: lesson.document, recording: lesson.recording, images: lesson.images,
                showsSolutions: showsSolutions, context: context(of: index))
            report.trace = lesson.trace
            pages.append(Page(name: Self.address(of: lesson.file), text: report.page))
        }
        if let glossary {
            pages.append(Page(name: "glossary.html", text: GlossaryPage(self, glossary).page))
        }
        pages.append(Page(name: "print.html", text: BookPage(self, isLive: false).page))
        return pages
    }

    /// Everything on one page, which plays as the others do.
    public var singlePage: String { BookPage(self, isLive: true).page }

    /// `lesson3.md` is `lesson3.html`.
    static func address(of file: String) -> String {
        String(file.hasSuffix(".md") ? file.dropLast(3) : file[...]) + ".html"
    }

    /// The address of a lesson's page as links have it: no byte of a file's name can be taken for a scheme, a query or a
    /// place on the page.
    static func link(to file: String) -> String {
        var link = ""
        for byte in address(of: file).utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
                link.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = Array("0123456789ABCDEF".unicodeScalars)
                link += "%"
                link.unicodeScalars.append(digits[Int(byte >> 4)])
                link.unicodeScalars.append(digits[Int(byte & 15)])
            }
        }
        return link
    }

    var terms: Glossary? { glossary.map { Glossary($0) } }

    /// Where the files of the folder are on the site.
    var addresses: [String: String] {
        var addresses: [String: String] = [:]
        for lesson in lessons { addresses[lesson.file] = Self.link(to: lesson.file) }
        if glossary != nil { addresses["glossary.md"] = "glossary.html" }
        return addresses
    }

    private func context(of index: Int) -> PageContext {
        var context = PageContext()
        context.place = LessonPlace(number: index + 1, of: lessons.count)
        context.index = PageContext.Neighbour(title: "Lessons", address: "index.html")
        if index > 0 { context.previous = neighbour(index - 1) }
        if index + 1 < lessons.count { context.next = neighbour(index + 1) }
        context.glossary = terms
        context.glossaryAddress = glossary == nil ? "" : "glossary.html"
        context.isGlossaryElsewhere = true
        context.addresses = addresses
        return context
    }

    private func neighbour(_ index: Int) -> PageContext.Neighbour {
        PageContext.Neighbour(
            title: lessons[index].document.title, address: Self.link(to: lessons[index].file))
    }
}
