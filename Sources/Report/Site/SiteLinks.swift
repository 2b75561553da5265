import LessonModel

/// A link of a lesson that leads nowhere.
public struct BrokenLink: Sendable, Equatable {
    public var file: String
    /// The first line of the block that it stands in.
    public var line: Int
    public var url: String
    public var reason: String
}

extension Site {
    /// Looks for links that lead nowhere: to a file that is not part of the site, to a heading that does not exist, to
    /// a term that the glossary does not explain. Links to other sites are not followed.
    public var brokenLinks: [BrokenLink] {
        var places: [String: [String]] = [:]
        for lesson in lessons { places[lesson.file] = Self.headings(of: lesson.document) }
        if let glossary { places["glossary.md"] = Self.headings(of: glossary) }
        var broken: [BrokenLink] = []
        for lesson in lessons { check(lesson.document, lesson.file, places, &broken) }
        if let glossary { check(glossary, "glossary.md", places, &broken) }
        return broken
    }

    private static func headings(of document: Document) -> [String] {
        var ids: [String] = []
        document.visit { block in
            if case .heading(let heading) = block.kind { ids.append(heading.id) }
        }
        return ids
    }

    private func check(
        _ document: Document, _ file: String, _ places: [String: [String]], _ broken: inout [BrokenLink]
    ) {
        var links: [(line: Int, url: String)] = []
        document.visit { block in
            for inlines in block.inlineRuns { Self.collect(inlines, block.firstLine, &links) }
        }
        for (line, url) in links {
            guard let checked = SafeURL.checked(url) else {
                broken.append(BrokenLink(file: file, line: line, url: url, reason: "the address is not allowed"))
                continue
            }
            if Self.leavesTheSite(checked) { continue }
            let parts = PageContext.split(checked)
            let target = parts.file.isEmpty ? file : parts.file
            guard let ids = places[target] else {
                broken.append(BrokenLink(file: file, line: line, url: url, reason: "there is no `\(target)`"))
                continue
            }
            if !parts.place.isEmpty, !ids.contains(parts.place) {
                broken.append(
                    BrokenLink(
                        file: file, line: line, url: url, reason: "`\(target)` has no heading `\(parts.place)`"))
            }
        }
    }

    private static func leavesTheSite(_ url: String) -> Bool {
        for byte in url.utf8 {
            switch byte {
            case 0x3A: return true
            case 0x2F, 0x23: return false
            default: continue
            }
        }
        return false
    }

    private static func collect(_ inlines: [Inline], _ line: Int, _ links: inout [(line: Int, url: String)]) {
        for inline in inlines {
            switch inline {
            case .link(let link): links.append((line, link.url))
            case .emphasis(let inner), .strong(let inner): collect(inner, line, &links)
            default: break
            }
        }
    }
}
