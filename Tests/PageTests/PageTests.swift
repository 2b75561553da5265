import Foundation
import LessonModel
import LessonReader
import NeuralCore
import Notebook
import Report
import Testing

/// Pages in a real browser; passed over where there is none.
@Suite(.serialized, .enabled(if: Browser.program != nil, "Chromium is not installed"))
final class PageTests {
    private static let lesson = """
        ---
        title: A page
        summary: One neuron.
        objectives: [see it step]
        ---

        ## Numbers

        See the [loss](glossary.md#loss) and $w_1$.

        ```swift
        //| label: sums
        let w = 0.8, x = 0.5
        let z = w * x + 0.7
        print(z)
        ```

        ```swift
        //| label: guess
        //| predict: z * 2
        print(z * 2)
        plot([1, 2, 3], title: "secret")
        ```

        ```swift
        //| label: pass
        //| trace: true
        let net = Network([
            Dense(weights: [[0.8, -0.8], [-0.2, -0.7]], biases: [0.7, 0.4], activation: .sigmoid),
            Dense(weights: [[-0.6, 0.9]], biases: [-0.2], activation: .sigmoid),
        ])
        let says = net.forward([1, 0])
        let loss = net.loss([1])
        net.backward()
        net.update(SGD(learningRate: 0.5))
        ```

        ```quiz why
        Why?
        - [ ] Because.
          > That is no reason.
        - [x] By the chain rule.
          > Slopes multiply.
        ```
        """

    private static let glossary = """
        ## Loss

        How far the answers are from the right ones.
        """

    private let browser: Browser
    private let folder: URL

    init() throws {
        browser = try Browser()
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("learn-pages-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        browser.quit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Writes a site of one lesson, and gives the address of a page.
    private func site(_ text: String = PageTests.lesson) throws -> (String) -> String {
        let document = LessonReader.read(bytes: Array(text.utf8), fileName: "lesson1.md").document
        let glossary = LessonReader.read(bytes: Array(Self.glossary.utf8), fileName: "glossary.md").document
        let recording = LessonRunner(document).run()
        var lesson = Site.Lesson(file: "lesson1.md", document: document, recording: recording)
        lesson.trace = KeyFrames.trace(of: document) { StepNarrator.sentence(of: $0, after: $1, pass: $2) }
        let site = Site(title: "Lessons", lessons: [lesson], glossary: glossary)
        #expect(site.brokenLinks.isEmpty)
        for page in site.pages { try Data(page.text.utf8).write(to: folder.appendingPathComponent(page.name)) }
        let folder = folder
        return { name in
            // What follows # or ? is no part of the file's name.
            let end = name.firstIndex { $0 == "#" || $0 == "?" } ?? name.endIndex
            return folder.appendingPathComponent(String(name[..<end])).absoluteString + name[end...]
        }
    }

    private func text(_ selector: String) throws -> String {
        try browser.evaluate("document.querySelector(\(Browser.quoted(selector))).textContent") as? String ?? ""
    }

    @Test func theStepperMoves() throws {
        let page = try site()
        try browser.open(page("lesson1.html"))
        #expect(try text(".hero .work b") != "")
        try browser.click(".hero [data-do=first]")
        #expect(try text(".hero .count span").hasPrefix("0 of"))
        try browser.click(".hero [data-do=forward]")
        #expect(try text(".hero .count span").hasPrefix("1 of"))
        try browser.press("ArrowRight")
        try browser.press("ArrowRight")
        try browser.press("ArrowLeft")
        #expect(try text(".hero .count span").hasPrefix("2 of"))
        #expect(try browser.evaluate("location.hash") as? String == "#step-2")
        try browser.press("End")
        #expect(
            try browser.evaluate(
                "document.querySelector('.hero input').value == document.querySelector('.hero input').max") as? Bool
                == true)
        #expect(try browser.evaluate("document.querySelectorAll('.hero .step .cur').length") as? Int == 1)
        try browser.evaluate(
            "(() => { const s = document.querySelector('.hero input'); s.value = 5; s.dispatchEvent(new Event('input')); })()"
        )
        #expect(try text(".hero .count span").hasPrefix("5 of"))
        #expect(browser.complaints.isEmpty)
    }

    @Test func aStepIsFast() throws {
        let page = try site()
        try browser.open(page("lesson1.html"))
        let longest = try browser.evaluate(
            """
            (() => { const b = document.querySelector('.hero [data-do=forward]'), t = [];
            document.querySelector('.hero [data-do=first]').click();
            for (let i = 0; i < 30; i++) { const s = performance.now(); b.click(); document.body.offsetHeight;
            t.push(performance.now() - s); } t.sort((a, b) => a - b); return t[7]; })()
            """)
        #expect((longest as? Double ?? 99) < 16)
    }

    @Test func linksOpenAStep() throws {
        let page = try site()
        try browser.open(page("lesson1.html#step-7"))
        #expect(try text(".hero .count span").hasPrefix("7 of"))
        try browser.open(page("lesson1.html#step-sums-2"))
        #expect(try text("#p-step-sums .count span").hasPrefix("2 of"))
        #expect(try browser.evaluate("document.querySelectorAll('#cell-sums .cur').length") as? Int == 1)
    }

    @Test func nothingIsLoadedAndNothingComplains() throws {
        let page = try site()
        for name in ["index.html", "lesson1.html", "glossary.html", "print.html"] {
            for dark in [false, true] {
                try browser.open(page(name), dark: dark)
                #expect(browser.complaints.isEmpty, "\(name): \(browser.complaints)")
                #expect(browser.requests == [page(name)], "\(name)")
            }
        }
    }

    @Test(arguments: [320, 390, 768, 1280])
    func noPageScrollsSideways(width: Int) throws {
        let page = try site()
        for name in ["index.html", "lesson1.html", "glossary.html", "print.html"] {
            try browser.open(page(name), width: width)
            let overflow = try browser.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth")
            #expect(overflow as? Int == 0, "\(name)")
        }
    }

    /// From the first step to the last nothing below the stepper moves.
    @Test(arguments: [390, 1280]) func noStepShiftsThePage(width: Int) throws {
        let page = try site()
        try browser.open(page("lesson1.html"), width: width)
        let heights = try browser.evaluate(
            """
            (() => { const hero = document.querySelector('.hero'), seen = new Set();
            hero.querySelector('[data-do=first]').click();
            for (let i = 0; i <= +hero.querySelector('input').max; i++) { seen.add(hero.offsetHeight);
            hero.querySelector('[data-do=forward]').click(); } return [...seen]; })()
            """)
        #expect((heights as? [Any])?.count == 1, "\(String(describing: heights))")
    }

    @Test func darkIsDark() throws {
        let page = try site()
        try browser.open(page("lesson1.html"), dark: true)
        let ground = try browser.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        #expect(ground as? String == "rgb(20, 22, 26)")
    }

    @Test func quizAndPredictionAnswer() throws {
        let page = try site()
        try browser.open(page("lesson1.html"))
        let shown = "getComputedStyle(document.querySelector('.why')).display"
        #expect(try browser.evaluate(shown) as? String == "none")
        try browser.click(".ask input")
        #expect(try browser.evaluate(shown) as? String != "none")
        #expect(try browser.evaluate("document.querySelector('.predict').open") as? Bool == false)
        try browser.evaluate("document.querySelector('.guess input').value = '-2.2'")
        try browser.click(".guess button")
        #expect(try text(".guess .answer").contains("sign"))
        #expect(try browser.evaluate("document.querySelector('.predict').open") as? Bool == true)
        #expect(try text(".predict").contains("secret"))
    }

    @Test func theSearchFinds() throws {
        let page = try site()
        try browser.open(page("index.html"))
        try browser.evaluate(
            "(() => { const s = document.querySelector('.search input'); s.value = 'neuron'; s.dispatchEvent(new Event('input')); })()"
        )
        #expect(try text(".search .count") == "One section.")
        try browser.open(page("index.html?q=right%20ones"))
        #expect(try text(".search li").contains("Glossary"))
    }

    @Test func withoutScriptAFilmstripStands() throws {
        let page = try site()
        try browser.open(page("lesson1.html"), hasScript: false)
        let answer = try browser.call("Page.printToPDF")
        #expect((answer["data"] as? String)?.hasPrefix("JVBERi") == true)
        try browser.call("Emulation.setScriptExecutionDisabled", ["value": false])
        #expect(try browser.evaluate("getComputedStyle(document.querySelector('.film')).display") as? String == "grid")
        #expect(try browser.evaluate("getComputedStyle(document.querySelector('.bar')).display") as? String == "none")
    }

    /// Strings that would run if they became markup, in every place that text of a page comes from.
    @Test func nothingInjectedRuns() throws {
        let attacks = Attacks.strings
        #expect(attacks.count >= 200)
        var text = "---\ntitle: '\(attacks[0].replacingOccurrences(of: "'", with: "''"))'\n---\n\n"
        for (index, attack) in attacks.enumerated() {
            let line = attack.replacingOccurrences(of: "\n", with: " ")
            let quoted = line.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
            switch index % 5 {
            case 0: text += "\(line)\n\n"
            case 1: text += "## \(line)\n\n"
            case 2: text += "[\(line)](\(line.replacingOccurrences(of: " ", with: "%20")))\n\n"
            case 3: text += "```swift\n//| label: a\(index)\nprint(\"\(quoted)\") // \(line)\n```\n\n"
            default:
                text +=
                    "```swift\n//| label: a\(index)\nbars([1], labels: [\"\(quoted)\"], title: \"\(quoted)\")\n```\n\n"
            }
        }
        let document = LessonReader.read(bytes: Array(text.utf8), fileName: attacks[1]).document
        let report = HTMLReport(document: document, recording: LessonRunner(document).run())
        try Data(report.page.utf8).write(to: folder.appendingPathComponent("evil.html"))
        try browser.open(folder.appendingPathComponent("evil.html").absoluteString)
        try browser.evaluate(
            "document.querySelectorAll('a, button, img, svg, details').forEach(e => e.dispatchEvent(new Event('mouseover')))"
        )
        #expect(try browser.evaluate("window.ran === undefined") as? Bool == true)
        #expect(
            try browser.evaluate(
                "document.querySelectorAll('main script, iframe, object, embed, main style, img').length") as? Int == 0)
        #expect(
            try browser.evaluate(
                "[...document.querySelectorAll('a')].every(a => /^(https?|mailto|file):/.test(a.protocol))")
                as? Bool == true)
        #expect(browser.complaints.isEmpty, "\(browser.complaints.prefix(3))")
        #expect(browser.requests.count == 1)
    }
}
