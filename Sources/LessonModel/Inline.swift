/// A piece of running text.
public indirect enum Inline: Sendable, Equatable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case code(String)
    case link(Link)
    case image(Image)
    case mathematics(Formula)
    case softBreak
    case hardBreak
    /// `{{ expression }}`: shown as the value that a run computed.
    case expression(InlineExpression)
}

/// A link whose target has been checked: http, https, mailto, relative, or a place in the page (`#…`).
public struct Link: Sendable, Equatable {
    public var url: String
    public var title: String
    public var inlines: [Inline]

    public init(url: String, title: String, inlines: [Inline]) {
        self.url = url
        self.title = title
        self.inlines = inlines
    }
}

/// A picture. A relative `url` names a file beside the lesson and never leaves its folder.
public struct Image: Sendable, Equatable {
    public var url: String
    public var title: String
    /// What the picture shows, in words.
    public var alternative: String

    public init(url: String, title: String, alternative: String) {
        self.url = url
        self.title = title
        self.alternative = alternative
    }
}

/// A `{{ … }}` of the prose, evaluated after the cells above it.
public struct InlineExpression: Sendable, Equatable {
    /// Its place among the lesson's expressions, from 0; `Recording.values` has the same order.
    public var index: Int
    /// How many cells stand above it.
    public var cellsBefore: Int
    /// The Swift expression between the braces, without the space around it.
    public var source: String
    /// Where the source begins in the lesson file; both count from 1, the column in bytes.
    public var line: Int
    public var column: Int

    public init(index: Int, cellsBefore: Int, source: String, line: Int, column: Int) {
        self.index = index
        self.cellsBefore = cellsBefore
        self.source = source
        self.line = line
        self.column = column
    }
}

extension Inline {
    /// The text without its styles; formulas as Unicode, expressions as their source.
    public static func plainText(_ inlines: [Inline]) -> String {
        var text = ""
        for inline in inlines {
            switch inline {
            case .text(let piece), .code(let piece): text += piece
            case .emphasis(let inner), .strong(let inner): text += plainText(inner)
            case .link(let link): text += plainText(link.inlines)
            case .image(let image): text += image.alternative
            case .mathematics(let formula): text += formula.plainText
            case .softBreak, .hardBreak: text += " "
            case .expression(let expression): text += expression.source
            }
        }
        return text
    }

    static func collectExpressions(_ inlines: [Inline], into found: inout [InlineExpression]) {
        for inline in inlines {
            switch inline {
            case .expression(let expression): found.append(expression)
            case .emphasis(let inner), .strong(let inner): collectExpressions(inner, into: &found)
            case .link(let link): collectExpressions(link.inlines, into: &found)
            default: break
            }
        }
    }
}
