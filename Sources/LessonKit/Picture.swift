/// A picture as plain numbers: what `texts`, `numbers` and `counts` hold is told by its kind.
public struct Picture: Equatable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// `counts`: the points of each line; `numbers`: all x, then all y; `texts`: the labels.
        case lines
        /// As lines: the first is a curve in training, the second in validation; the third has the one best point.
        case training
        /// As lines: dots first, then perhaps lines through them.
        case scatter
        /// `numbers`: the values; `texts`: their labels.
        case bars
        /// `counts`: the values of each group, then the count of bins; `numbers`: the values; `texts`: the labels.
        case histograms
        /// `counts`: rows, columns, then how many texts name rows; `numbers`: row after row.
        case matrix
        /// `counts`: rows and columns of each, and how many there are; `numbers`: one after another.
        case matrices
        /// As matrices: shades from the lightest to the darkest pixel.
        case images
        /// `numbers`: x₀, x₁, y₀, y₁, the score at each of 41 × 41 places from the lowest row up, then three for each
        /// point: its place and its class.
        case field
    }

    public let kind: Kind
    public let title: String
    public let xLabel: String
    public let yLabel: String
    public let texts: [String]
    public let numbers: [Double]
    public let counts: [Int]

    public init(
        kind: Kind, title: String, xLabel: String, yLabel: String, texts: [String], numbers: [Double], counts: [Int]
    ) {
        self.kind = kind
        self.title = title
        self.xLabel = xLabel
        self.yLabel = yLabel
        self.texts = texts
        self.numbers = numbers
        self.counts = counts
    }
}

/// Reports a picture; of a kind that does not exist, nothing.
func draw(
    _ kind: String, _ title: String, _ x: String, _ y: String, _ texts: [String], _ numbers: [Double], _ counts: [Int]
) {
    guard let sink = Lesson.sink, let kind = Picture.Kind(rawValue: kind) else { return }
    sink.receive(
        .picture(
            Picture(kind: kind, title: title, xLabel: x, yLabel: y, texts: texts, numbers: numbers, counts: counts)))
}
