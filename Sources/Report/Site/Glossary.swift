import LessonModel

/// Terms and what they mean: a heading for each, and below it what it means.
public struct Glossary: Sendable {
    public struct Term: Sendable {
        /// The heading's id: `learning-rate`.
        public var id: String
        public var name: String
        /// The first paragraph below the heading, as plain text.
        public var meaning: String
        public var blocks: [Block]
    }

    public private(set) var terms: [Term] = []

    /// Takes the headings of the second level and deeper as terms.
    public init(_ document: Document) {
        for block in document.blocks {
            if case .heading(let heading) = block.kind {
                if heading.level >= 2 {
                    terms.append(
                        Term(id: heading.id, name: Inline.plainText(heading.inlines), meaning: "", blocks: []))
                }
                continue
            }
            guard !terms.isEmpty else { continue }
            terms[terms.count - 1].blocks.append(block)
            if case .paragraph(let inlines) = block.kind, terms[terms.count - 1].meaning.isEmpty {
                terms[terms.count - 1].meaning = Inline.plainText(inlines)
            }
        }
    }

    public func term(_ id: String) -> Term? {
        for term in terms where term.id == id { return term }
        return nil
    }
}
