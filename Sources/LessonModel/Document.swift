/// A lesson as read: front matter and blocks, plain values. `LessonReader` makes it, `Notebook` runs its cells,
/// `Report` shows it beside the `Recording` of a run.
public struct Document: Sendable, Equatable {
    /// The name that diagnostics use, as the user gave it.
    public var fileName: String
    public var frontMatter: FrontMatter
    public var blocks: [Block]

    public init(fileName: String, frontMatter: FrontMatter = FrontMatter(), blocks: [Block] = []) {
        self.fileName = fileName
        self.frontMatter = frontMatter
        self.blocks = blocks
    }

    /// The title of the front matter, else the first heading's text, else the file's name.
    public var title: String {
        if !frontMatter.title.isEmpty { return frontMatter.title }
        for block in blocks {
            if case .heading(let heading) = block.kind { return Inline.plainText(heading.inlines) }
        }
        return fileName
    }

    /// All cells in the order of the file: also those within lists and quotes. O(blocks).
    public var cells: [Cell] {
        var found: [Cell] = []
        visit { block in
            if case .cell(let cell) = block.kind { found.append(cell) }
        }
        return found
    }

    /// All `{{ expressions }}` in the order of the file; the index of each is its place here.
    public var expressions: [InlineExpression] {
        var found: [InlineExpression] = []
        visit { block in
            for inlines in block.inlineRuns { Inline.collectExpressions(inlines, into: &found) }
        }
        return found.sorted { $0.index < $1.index }
    }

    /// Calls `body` with every block, a container before what it contains.
    public func visit(_ body: (Block) -> Void) {
        Document.visit(blocks, body)
    }

    private static func visit(_ blocks: [Block], _ body: (Block) -> Void) {
        for block in blocks {
            body(block)
            for inner in block.children { visit(inner, body) }
        }
    }
}

/// The settings between the two `---` lines at the top of a lesson.
public struct FrontMatter: Sendable, Equatable {
    public var title = ""
    public var summary = ""
    /// What the reader can do after the lesson.
    public var objectives: [String] = []
    /// What the lesson builds on: names of other lessons or topics.
    public var needs: [String] = []
    /// The seed of the lesson's random generator, where the lesson sets one.
    public var seed: UInt64?
    /// The version of the lesson format, `learn: 1`.
    public var formatVersion = 1
    /// A language tag such as `en` or `de`, for the page's `lang`.
    public var language = "en"

    public init() {}
}
