import SourceText

extension RecordedDiagnostic {
    /// A diagnostic freed of its source; its text is the renderer's.
    public init(_ diagnostic: Diagnostic) {
        let location = diagnostic.location
        let index = diagnostic.file.lineIndex(of: Int(diagnostic.span.lower))
        let line = diagnostic.file.line(at: index)
        // A span over several lines ends, on its first line, where that line ends.
        let upper = min(Int(diagnostic.span.upper), line.endIndex)
        let width = max(1, upper - Int(diagnostic.span.lower))
        self.init(
            severity: "\(diagnostic.severity.word)", file: diagnostic.file.name, line: location.line,
            column: location.column, endColumn: location.column + width, message: diagnostic.message,
            hint: diagnostic.hint, sourceLine: String(decoding: line, as: UTF8.self),
            rendered: DiagnosticRenderer().render(diagnostic))
    }
}
