/// One block of a lesson with the lines of the file that it stands on (from 1, both included).
public struct Block: Sendable, Equatable {
    public indirect enum Kind: Sendable, Equatable {
        case heading(Heading)
        case paragraph([Inline])
        case list(List)
        case quote([Block])
        /// A listing that is not run; `language` is the first word after the fence, or empty.
        case code(language: String, text: String)
        case table(Table)
        /// A displayed formula.
        case mathematics(Formula)
        case thematicBreak
        case cell(Cell)
        /// Help for an exercise, folded until asked for.
        case hint(exercise: String, blocks: [Block])
        case quiz(Quiz)
    }

    public var kind: Kind
    public var firstLine: Int
    public var lastLine: Int

    public init(_ kind: Kind, firstLine: Int, lastLine: Int) {
        self.kind = kind
        self.firstLine = firstLine
        self.lastLine = lastLine
    }

    /// The sequences of blocks directly within this one.
    public var children: [[Block]] {
        switch kind {
        case .list(let list): return list.items
        case .quote(let blocks): return [blocks]
        case .hint(_, let blocks): return [blocks]
        case .quiz(let quiz):
            var runs: [[Block]] = []
            for choice in quiz.choices { runs.append(choice.reason) }
            return runs
        default: return []
        }
    }

    /// The sequences of inlines directly within this block.
    public var inlineRuns: [[Inline]] {
        switch kind {
        case .heading(let heading): return [heading.inlines]
        case .paragraph(let inlines): return [inlines]
        case .table(let table):
            var runs = table.header
            for row in table.rows { runs += row }
            return runs
        case .quiz(let quiz):
            var runs = [quiz.question]
            for choice in quiz.choices { runs.append(choice.inlines) }
            return runs
        default: return []
        }
    }
}

public struct Heading: Sendable, Equatable {
    /// 1 to 6.
    public var level: Int
    public var inlines: [Inline]
    /// Unique in the document, made from the text as Git hosts do it: `the-chain-rule`, `the-chain-rule-1`.
    public var id: String

    public init(level: Int, inlines: [Inline], id: String) {
        self.level = level
        self.inlines = inlines
        self.id = id
    }
}

public struct List: Sendable, Equatable {
    public enum Style: Sendable, Equatable {
        case bullet
        case ordered(start: Int)
    }

    public var style: Style
    /// Whether the items stand without space between them; their paragraphs then show no margin.
    public var isTight: Bool
    public var items: [[Block]]

    public init(style: Style, isTight: Bool, items: [[Block]]) {
        self.style = style
        self.isTight = isTight
        self.items = items
    }
}

/// A pipe table; each row has as many cells as the header.
public struct Table: Sendable, Equatable {
    public enum Alignment: Sendable, Equatable {
        case unspecified, left, center, right
    }

    public var alignments: [Alignment]
    public var header: [[Inline]]
    public var rows: [[[Inline]]]

    public init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
        self.alignments = alignments
        self.header = header
        self.rows = rows
    }
}

/// A question with choices, of which at least one is right.
public struct Quiz: Sendable, Equatable {
    public struct Choice: Sendable, Equatable {
        public var isCorrect: Bool
        public var inlines: [Inline]
        /// Why the choice is right or wrong; empty where the lesson gives no reason.
        public var reason: [Block]

        public init(isCorrect: Bool, inlines: [Inline], reason: [Block]) {
            self.isCorrect = isCorrect
            self.inlines = inlines
            self.reason = reason
        }
    }

    public var id: String
    public var question: [Inline]
    public var choices: [Choice]

    public init(id: String, question: [Inline], choices: [Choice]) {
        self.id = id
        self.question = question
        self.choices = choices
    }
}
