import LessonModel
import Testing

@testable import Report

@Suite struct PageTests {
    static let page = HTMLReport(
        document: SampleLesson.document, recording: SampleLesson.recording, place: LessonPlace(number: 3, of: 5)
    ).page

    static func count(_ needle: String, in text: String) -> Int { text.components(separatedBy: needle).count - 1 }

    /// The policy stands before all that could load or run, and its hash is that of the sheet as it stands there.
    @Test func thePolicyStandsFirst() throws {
        let page = Self.page
        let head = try #require(page.range(of: "<head>"))
        let after = page[head.upperBound...]
        #expect(after.hasPrefix("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\""))
        #expect(page.contains("default-src &#39;none&#39;"))
        let start = try #require(page.range(of: "<style>"))
        let end = try #require(page.range(of: "</style>"))
        let sheet = String(page[start.upperBound..<end.lowerBound])
        #expect(page.contains("style-src &#39;" + SHA256.policySource(sheet) + "&#39;"))
        let script = try #require(page.range(of: "<script>"))
        let scriptEnd = try #require(page.range(of: "</script>"))
        let text = String(page[script.upperBound..<scriptEnd.lowerBound])
        #expect(page.contains("script-src &#39;" + SHA256.policySource(text) + "&#39;"))
    }

    /// The examples of FIPS 180-4, and lengths about the end of a block.
    @Test func hashesAreThoseOfTheStandard() {
        func hex(_ text: String) -> String {
            SHA256.digest(Array(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        }
        #expect(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
                == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    }

    /// Labels stand in a margin of their own, where no line runs.
    @Test func labelsOfLinesHideNothing() throws {
        var html = HTMLWriter()
        let names = ["the curve", "8 hidden", ""]
        let series = names.map { LineChart.Series(name: $0, x: [0, 1, 2], y: [0, 5, 1]) }
        try #require(ChartSVG(LineChart(series: series))).write(to: &html)
        let edges = html.page.components(separatedBy: "M56 ").dropFirst().compactMap { piece in
            piece.split(separator: "H").dropFirst().first.flatMap { Double($0.prefix { $0 != "\"" }) }
        }
        let end = try #require(edges.first)
        let labels = html.page.components(separatedBy: "class=\"lab").dropFirst().compactMap { piece in
            piece.components(separatedBy: "x=\"").dropFirst().first.flatMap { Double($0.prefix { $0 != "\"" }) }
        }
        #expect(labels.count == 2 && labels.allSatisfy { $0 > end && $0 + 9 * 8 <= 480 })
        html = HTMLWriter()
        try #require(ChartSVG(LineChart(series: [LineChart.Series(name: "", x: [0, 1], y: [0, 1])]))).write(to: &html)
        #expect(html.page.contains("H464"))
    }

    @Test func nothingIsLoadedAndNothingRuns() {
        let page = Self.page
        for sign in [" src=", " style=", "@import", "url(", "<link", "<iframe", " onclick"] {
            #expect(!page.contains(sign), "\(sign)")
        }
    }

    @Test func everyPictureSaysItsNumbers() {
        let page = Self.page
        let pictures = Self.count("role=\"img\"", in: page)
        // The network wide and tall, at the top and in its place, six key frames, a chart, two maps.
        #expect(pictures == 13)
        #expect(Self.count("role=\"img\" aria-label=\"", in: page) == pictures)
        #expect(page.contains("z₁ 1.5, a₁ 0.818"))
        #expect(page.contains("η 4 right begins at 0.250"))
    }

    @Test func idsAreUniqueAndPrefixed() {
        var seen: Set<String> = []
        for part in Self.page.components(separatedBy: " id=\"").dropFirst() {
            let id = String(part.prefix { $0 != "\"" })
            #expect(seen.insert(id).inserted, "\(id)")
            #expect(["s-", "q-", "cell-", "exercise-", "p-"].contains { id.hasPrefix($0) }, "\(id)")
        }
        #expect(seen.count > 8)
    }

    @Test func tagsAreBalanced() {
        let page = Self.page
        for tag in [
            "div", "p", "ol", "ul", "li", "figure", "details", "table", "tr", "td", "math", "mrow", "svg", "text",
        ] {
            let opened = Self.count("<\(tag)>", in: page) + Self.count("<\(tag) ", in: page)
            #expect(opened == Self.count("</\(tag)>", in: page), "\(tag)")
        }
    }

    @Test func solutionsCanBeKeptOff() {
        #expect(Self.page.contains("Show a solution"))
        let page = HTMLReport(
            document: SampleLesson.document, recording: SampleLesson.recording, showsSolutions: false
        ).page
        #expect(!page.contains("Show a solution"))
        #expect(!page.contains("expect(slopeAtHidden"))
    }
}

@Suite struct MathMLTests {
    private func markup(_ source: String, display: Bool = false) -> String {
        var html = HTMLWriter()
        html.math(FormulaParser.parse(source, isDisplay: display).formula)
        return html.page
    }

    @Test func scriptsCarryTheColourOfTheirBase() {
        #expect(markup("w_1") == "<math><msub class=\"w\" data-s=\"w1\"><mi class=\"w\">w</mi><mn>1</mn></msub></math>")
        #expect(markup("x^2") == "<math><msup><mi>x</mi><mn>2</mn></msup></math>")
        #expect(
            markup("x_i^2") == "<math><msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup></math>")
    }

    @Test func aSlopeIsOneQuantity() {
        let text = markup("\\frac{\\partial L}{\\partial w_1}", display: true)
        #expect(text.hasPrefix("<math display=\"block\"><mfrac class=\"d\" data-s=\"dw1\"><mrow><mi>∂</mi>"))
        #expect(markup("\\frac{1}{2}") == "<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>")
    }

    @Test func wordsKeepTheirDistance() {
        #expect(markup("\\log x").contains("<mi>log</mi><mspace width=\"0.167em\"></mspace><mi data-s=\"x\">x</mi>"))
        #expect(markup("\\log(x)").contains("<mi>log</mi><mo stretchy=\"false\">(</mo>"))
    }

    @Test func sumsCarryLimits() {
        let text = markup("\\sum_{i=1}^n x_i", display: true)
        #expect(
            text.contains("<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover>"))
    }

    @Test func matricesAreTables() {
        let text = markup("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}")
        #expect(PageTests.count("<mtr>", in: text) == 2)
        #expect(PageTests.count("<mtd>", in: text) == 4)
    }
}
