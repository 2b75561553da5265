/// A formula of a lesson: its TeX and the tree that `FormulaParser` made of it.
public struct Formula: Sendable, Equatable {
    /// The TeX between the dollar signs.
    public var source: String
    public var root: Node
    /// Whether it stands alone on its line (`$$…$$`), where sums carry their limits above and below.
    public var isDisplay: Bool

    public init(source: String, root: Node, isDisplay: Bool = false) {
        self.source = source
        self.root = root
        self.isDisplay = isDisplay
    }

    public indirect enum Node: Sendable, Equatable {
        /// A letter or symbol that stands for a quantity: `x`, `σ`, `∂`, `∇`, `∞`. In MathML an `mi`.
        case identifier(String)
        /// Digits with at most one point. In MathML an `mn`.
        case number(String)
        /// `+`, `−`, `=`, `≤`, `→`, `,`, `(` … as one Unicode character or a few. In MathML an `mo`.
        case symbol(String)
        /// An upright function name such as `exp`, `log`, `max`.
        case function(String)
        /// `∑`, `∏`, `∫`: an operator that may carry limits.
        case largeOperator(String)
        /// Upright words.
        case text(String)
        case row([Node])
        case fraction(Node, Node)
        case binomial(Node, Node)
        case squareRoot(Node)
        case root(Node, index: Node)
        /// A base with a subscript, a superscript or both, beside it. A prime is a superscript of `′`.
        case script(Node, sub: Node?, sup: Node?)
        /// A base with something below, above or both: limits of a sum, a label under a brace.
        case limits(Node, under: Node?, over: Node?)
        case accent(Node, Accent)
        /// A pair of delimiters that grow with what they hold; an empty string draws nothing.
        case fenced(open: String, Node, close: String)
        case grid(Grid)
        case styled(Node, Style)
        case space(Space)
    }

    public enum Accent: Sendable, Equatable {
        case hat, bar, tilde, vector, dot, doubleDot, overline, underline, overbrace, underbrace
    }

    public enum Style: Sendable, Equatable {
        case bold, upright, italic, blackboard, calligraphic, sansSerif, monospace
    }

    public enum Space: Sendable, Equatable {
        /// 3/18, 5/18, 1 and 2 em.
        case thin, medium, quad, doubleQuad
    }

    /// Rows and columns: a matrix, a case distinction, or equations aligned at `&`.
    public struct Grid: Sendable, Equatable {
        public enum Kind: Sendable, Equatable {
            case matrix, cases, aligned
        }

        public var kind: Kind
        /// The delimiters of a matrix; empty strings for none.
        public var open: String
        public var close: String
        public var rows: [[Node]]

        public init(kind: Kind, open: String = "", close: String = "", rows: [[Node]]) {
            self.kind = kind
            self.open = open
            self.close = close
            self.rows = rows
        }
    }
}

extension Formula.Accent {
    /// The stretching or floating character that draws the accent.
    public var character: String {
        switch self {
        case .hat: "^"
        case .bar, .overline: "¯"
        case .tilde: "~"
        case .vector: "→"
        case .dot: "˙"
        case .doubleDot: "¨"
        case .underline: "_"
        case .overbrace: "⏞"
        case .underbrace: "⏟"
        }
    }

    /// Whether the accent stands below its base.
    public var isBelow: Bool { self == .underline || self == .underbrace }

    /// The combining character that puts the accent on one letter; nil where there is none worth using.
    public var combining: String? {
        switch self {
        case .hat: "\u{302}"
        case .bar, .overline: "\u{304}"
        case .tilde: "\u{303}"
        case .vector: "\u{20D7}"
        case .dot: "\u{307}"
        case .doubleDot: "\u{308}"
        case .underline: "\u{332}"
        case .overbrace, .underbrace: nil
        }
    }
}
