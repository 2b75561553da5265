import Foundation
import LessonModel
import LessonReader
import Testing

/// One place for every term, and lessons that link to it.
struct GlossaryTests {
    /// Every lesson there is.
    static let lessons = (1...5).map { "lesson\($0)" }.filter {
        FileManager.default.fileExists(atPath: Lessons.package.appendingPathComponent("Lessons/\($0).md").path)
    }

    /// The headings of the glossary, and the words below each.
    private static func terms() throws -> [(heading: Heading, name: String, words: Int, sentences: Int)] {
        let (document, diagnostics) = try Lessons.read("glossary")
        #expect(diagnostics.isEmpty)
        var terms: [(heading: Heading, name: String, words: Int, sentences: Int)] = []
        for block in document.blocks {
            if case .heading(let heading) = block.kind {
                terms.append((heading, Inline.plainText(heading.inlines), 0, 0))
            } else if case .paragraph(let inlines) = block.kind, !terms.isEmpty {
                let text = Inline.plainText(inlines)
                terms[terms.count - 1].words += Words.count(block)
                terms[terms.count - 1].sentences += text.split(separator: ". ").count
                #expect(text.hasSuffix(".") || text.hasSuffix("”"), "\(text)")
            } else {
                Issue.record("line \(block.firstLine): neither a term nor its sentences")
            }
        }
        return terms
    }

    @Test func termsStandInOrderAndAreShort() throws {
        let terms = try Self.terms()
        #expect(terms.count >= 100)
        for (before, after) in zip(terms, terms.dropFirst()) {
            #expect(before.name.lowercased() < after.name.lowercased(), "\(after.name)")
        }
        for term in terms {
            #expect(term.heading.level == 2)
            #expect((1...2).contains(term.sentences), "\(term.name): \(term.sentences) sentences")
            #expect((3...45).contains(term.words), "\(term.name): \(term.words) words")
        }
    }

    @Test(arguments: lessons)
    func linksLeadToATerm(_ name: String) throws {
        let ids = Set(try Self.terms().map(\.heading.id))
        for target in Self.targets(of: try Lessons.read(name).document) {
            #expect(ids.contains(target), "glossary.md#\(target)")
        }
    }

    /// The first use is the one that is linked, so no term is linked twice.
    @Test(arguments: Lessons.names)
    func eachTermIsLinkedOnce(_ name: String) throws {
        let targets = Self.targets(of: try Lessons.read(name).document)
        #expect(targets.count >= 10 && Set(targets).count == targets.count)
    }

    private static func targets(of document: Document) -> [String] {
        var targets: [String] = []
        func visit(_ inlines: [Inline]) {
            for inline in inlines {
                switch inline {
                case .emphasis(let inner), .strong(let inner): visit(inner)
                case .link(let link):
                    let start = "glossary.md#"
                    if link.url.hasPrefix(start) { targets.append(String(link.url.dropFirst(start.count))) }
                default: break
                }
            }
        }
        document.visit { for run in $0.inlineRuns { visit(run) } }
        return targets
    }
}
