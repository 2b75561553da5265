import LessonModel
import SourceText

/// Reads lessons: Markdown bytes in, a `Document` and what is wrong with it out.
///
/// Every input gives a document; where something is wrong, reading goes on behind it. Time and memory are linear
/// in the input, and a file above `sizeLimit` is refused unread.
public enum LessonReader {
    /// The most bytes of a lesson: 8 MB.
    public static let sizeLimit = 8 << 20

    public static func read(
        bytes: [UInt8], fileName: String
    ) -> (document: Document, diagnostics: [Diagnostic]) {
        guard bytes.count <= sizeLimit else {
            let file = SourceFile(name: fileName, bytes: Array(bytes.prefix(0)))
            let refusal = Diagnostic(
                in: file, at: Span(0, 0), "the lesson has \(bytes.count) bytes; \(sizeLimit) is the most")
            return (Document(fileName: fileName), [refusal])
        }
        let decoded = Decoding.repaired(bytes)
        let file = SourceFile(name: fileName, bytes: decoded.bytes)
        let context = ReadingContext(file: file)
        if let place = decoded.firstInvalid {
            context.report(
                at: Span(place, place + 3), "the lesson is not UTF-8: this byte begins no character",
                hint: "save the file as UTF-8; the byte is shown as U+FFFD")
        }
        var frontMatter = FrontMatterReader(context)
        let firstLine = frontMatter.read()
        let text = MappedText(file: file, fromLine: firstLine)
        var document = Document(fileName: fileName, frontMatter: frontMatter.result)
        if let refusal = ParseCost.refusal(of: text) {
            let place = refusal.line.fileOffset
            context.report(at: Span(place, place), refusal.message, hint: "the lesson is not read any further")
            return (document, context.sortedDiagnostics())
        }
        document.blocks = BlockReader(context, isLesson: true).blocks(of: text)
        context.exercises.check(context)
        return (document, context.sortedDiagnostics())
    }
}
