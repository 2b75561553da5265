import Foundation
import LessonModel
import LessonReader
import Report
import Testing

/// Two hundred strings that would run if they became markup, in every place that text of a page comes from. The
/// security policy is taken out, so that what is tested is the escaping alone.
@Suite(.serialized, .enabled(if: Browser.program != nil, "Chromium is not installed"))
final class InjectionTests {
    private let browser: Browser
    private let folder: URL

    init() throws {
        browser = try Browser()
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("learn-evil-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        browser.quit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// The page without its policy.
    private func bare(_ page: String) throws -> String {
        let policy = try #require(
            page.range(of: "<meta http-equiv=\"Content-Security-Policy\"[^>]*>", options: .regularExpression))
        return page.replacingCharacters(in: policy, with: "")
    }

    /// Opens a page and does what could set something off: opens, points, clicks, puts the focus.
    private func provoke(_ page: String) throws {
        let file = folder.appendingPathComponent("page.html")
        try Data(page.utf8).write(to: file)
        try browser.open(file.absoluteString)
        try browser.evaluate(
            """
            for (const one of document.querySelectorAll('details')) one.open = true;
            for (const one of document.querySelectorAll('body *')) {
              for (const kind of ['mouseover', 'pointerenter', 'focus', 'input', 'toggle'])
                one.dispatchEvent(new Event(kind));
              if (one.localName === 'a' && /^javascript:/i.test(one.href)) one.click();
            }
            """)
        try browser.evaluate("new Promise(done => setTimeout(done, 200))")
    }

    private var hasRun: Bool { get throws { try browser.evaluate("window.ran === undefined") as? Bool != true } }

    /// What the tests below look for does happen where text is let through.
    @Test func theyWouldRun() throws {
        for attack in ["<img src=x onerror=window.ran=1>", "<script>window.ran=1</script>"] {
            try provoke("<!doctype html><title>x</title><body><p>\(attack)")
            #expect(try hasRun, "\(attack)")
        }
        let lesson = HostileLesson(Array(Attacks.strings.prefix(40)))
        let page = try bare(HTMLReport(document: lesson.document, recording: lesson.recording).page)
        let broken = page.replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
        try provoke(broken)
        #expect(try hasRun)
    }

    @Test(arguments: [0, 1, 2, 3]) func noneRunsInALesson(part: Int) throws {
        let attacks = Attacks.strings
        #expect(attacks.count >= 200)
        let own = attacks.indices.filter { $0 % 4 == part }.map { attacks[$0] }
        let lesson = HostileLesson(own)
        let report = HTMLReport(document: lesson.document, recording: lesson.recording, images: ["x": own[0]])
        try provoke(try bare(report.page))
        try expectNothing()
    }

    /// Titles, summaries, objectives and file names on the pages around the lessons, the glossary's words, and what the
    /// search shows.
    @Test func noneRunsInASite() throws {
        let attacks = Attacks.strings
        var lessons: [Site.Lesson] = []
        for (index, attack) in attacks.enumerated() {
            var matter = FrontMatter()
            matter.title = attack
            matter.summary = attacks[(index + 1) % attacks.count]
            matter.objectives = [attack]
            let document = Document(
                fileName: attack, frontMatter: matter,
                blocks: [
                    Block(.heading(Heading(level: 2, inlines: [.text(attack)], id: attack)), firstLine: 1, lastLine: 1),
                    Block(.paragraph([.text("needle " + attack)]), firstLine: 2, lastLine: 2),
                ])
            lessons.append(
                Site.Lesson(
                    file: attack + ".md", document: document,
                    recording: Recording(lesson: attack, title: attack, seed: 0)))
        }
        let glossary = attacks.map { "## \($0)\n\n\($0)\n" }.joined(separator: "\n")
        let site = Site(
            title: attacks[0], lessons: lessons,
            glossary: LessonReader.read(bytes: Array(glossary.utf8), fileName: "glossary.md").document)
        let pages = site.pages
        for name in ["index.html", "glossary.html", "print.html", attacks[7] + ".html"] {
            let page = try #require(pages.first { $0.name == name })
            try provoke(try bare(page.text))
            if name == "index.html" {
                try browser.evaluate(
                    """
                    (() => { const s = document.querySelector('.search input'); s.value = 'needle';
                    s.dispatchEvent(new Event('input')); })()
                    """)
            }
            try expectNothing()
        }
        try provoke(try bare(site.singlePage))
        try expectNothing()
    }

    private func expectNothing() throws {
        #expect(try !hasRun)
        let strangers = """
            [...document.querySelectorAll('main script:not([type="application/json"]), iframe, object, embed, base, ' +
            'link, form[action], main style, template, noscript, body meta')].map(e => e.outerHTML.slice(0, 80))
            """
        #expect((try browser.evaluate(strangers) as? [String])?.isEmpty == true)
        let handlers = """
            [...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^(on|srcdoc|style$)/.test(a.name)
            && !e.matches('.player, .player *, #p-value'))).map(e => e.outerHTML.slice(0, 80))
            """
        #expect((try browser.evaluate(handlers) as? [String])?.isEmpty == true)
        let links = "[...document.links].filter(a => !/^(https?|mailto|file):/.test(a.protocol)).map(a => a.href)"
        #expect((try browser.evaluate(links) as? [String])?.isEmpty == true)
        #expect(browser.complaints.isEmpty, "\(browser.complaints.prefix(3))")
        #expect(browser.requests.count == 1, "\(browser.requests.prefix(4))")
    }
}
