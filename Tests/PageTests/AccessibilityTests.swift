import Foundation
import Testing

/// What axe-core says of the site of all lessons. `LEARN_AXE` names `axe.min.js`, `LEARN_SITE` the folder of the site;
/// `.ci/run` sets both.
enum Accessibility {
    static let script = ProcessInfo.processInfo.environment["LEARN_AXE"]
    static let site = ProcessInfo.processInfo.environment["LEARN_SITE"]
    static let isPossible = Browser.program != nil && script != nil && site != nil

    static let pages: [String] = {
        let names = site.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
        return names.filter { $0.hasSuffix(".html") }.sorted()
    }()

    /// Wide and narrow, light and dark.
    static let views = [(1280, false), (1280, true), (390, false), (320, true)]
}

@Suite(
    .serialized,
    .enabled(if: Accessibility.isPossible, "LEARN_AXE, LEARN_SITE or Chromium is missing: axe-core is not run"))
final class AccessibilityTests {
    private let browser: Browser

    init() throws { browser = try Browser() }
    deinit { browser.quit() }

    @Test func thereArePages() { #expect(Accessibility.pages.contains("index.html")) }

    @Test(arguments: Accessibility.pages) func axeFindsNothing(name: String) throws {
        let folder = URL(fileURLWithPath: try #require(Accessibility.site))
        let axe = try String(contentsOfFile: try #require(Accessibility.script), encoding: .utf8)
        for (width, isDark) in Accessibility.views {
            try browser.open(folder.appendingPathComponent(name).absoluteString, width: width, dark: isDark)
            // What is folded is looked at as well.
            try browser.evaluate(
                """
                for (const one of document.querySelectorAll('details')) one.open = true;
                for (const one of document.querySelectorAll('.ask li:first-child input')) one.click();
                document.querySelector('.player.plain .open')?.click();
                """)
            try browser.evaluate(axe + ";0")
            let found = try browser.evaluate(
                """
                axe.run(document, { resultTypes: ["violations"], preload: false }).then(result =>
                  result.violations.map(one => one.id + ": " + one.nodes.slice(0, 3).map(node =>
                    node.target + " " + node.html.slice(0, 120)).join("; ")))
                """)
            #expect(found as? [String] == [], "\(name), \(width) wide, \(isDark ? "dark" : "light")")
        }
    }
}
