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
        // The address follows a moment later.
        try browser.evaluate("new Promise(done => setTimeout(done, 400))")
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

    /// Nothing moves on its own: neither when the page is opened nor when every step of every cell is shown.
    @Test(arguments: [390, 1280]) func nothingShifts(width: Int) throws {
        let page = try site()
        try browser.open(page("lesson1.html"), width: width)
        let shift = try browser.evaluate(
            """
            new Promise(done => {
              let sum = 0;
              new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value; })
                .observe({ type: "layout-shift", buffered: true });
              const hero = document.querySelector(".hero"), forward = hero.querySelector("[data-do=forward]");
              hero.querySelector("[data-do=first]").click();
              for (let i = 0; i < +hero.querySelector("input").max; i++) forward.click();
              setTimeout(() => done(sum), 300);
            })
            """)
        #expect(shift as? Double == 0 || shift as? Int == 0, "\(String(describing: shift))")
        #expect(browser.complaints.isEmpty, "\(browser.complaints)")
    }

    /// Two hundred and fifty steps at once, as a slider that is drawn to and fro makes them: no browser complains of it.
    @Test func manyStepsAtOnce() throws {
        let page = try site()
        try browser.open(page("lesson1.html"))
        try browser.evaluate(
            """
            (() => { const s = document.querySelector('.hero input');
            for (let i = 0; i < 250; i++) { s.value = i % 9; s.dispatchEvent(new Event('input')); } })()
            """)
        try browser.evaluate("new Promise(done => setTimeout(done, 400))")
        #expect(browser.complaints.isEmpty, "\(browser.complaints)")
        #expect(try browser.evaluate("location.hash") as? String == "#step-6")
    }

    /// Pointing at a symbol lights it up wherever it stands, and tells its value at the step shown.
    @Test func symbolsTellTheirValues() throws {
        let page = try site()
        try browser.open(page("lesson1.html"))
        try browser.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))")
        try browser.evaluate(
            "document.querySelector('p math [data-s=w1]').dispatchEvent(new Event('mouseover', { bubbles: true }))")
        #expect(try text("#p-value") == "0.8")
        #expect((try browser.evaluate("document.querySelectorAll('.lit').length") as? Int ?? 0) > 2)
        #expect((try browser.evaluate("document.querySelectorAll('.hero .net .lit').length") as? Int ?? 0) > 0)
        try browser.press("Escape")
        #expect(try browser.evaluate("document.querySelectorAll('.lit').length") as? Int == 0)
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
}
