import LessonModel
import SourceText

/// Reads the block between the two `---` lines: a small part of YAML, that is `key: value`, `key: [a, b]`, and
/// `key:` with `- item` lines below.
struct FrontMatterReader {
    private(set) var result = FrontMatter()
    private let context: ReadingContext
    private var file: SourceFile { context.file }
    private var entries: [Entry] = []
    /// Whether the lines below belong to a key that means nothing here.
    private var skipsBelow = false

    private static let knownKeys = ["title", "summary", "objectives", "needs", "seed", "learn", "lang"]

    private struct Entry {
        var key: String
        var keySpan: Span
        var values: [String]
        var valueSpan: Span
        var isList: Bool
    }

    init(_ context: ReadingContext) { self.context = context }

    /// Gives the index of the first line behind the front matter.
    mutating func read() -> Int {
        guard trimmed(0).elementsEqual("---".utf8) else { return 0 }
        guard let end = (1..<max(1, file.lineCount)).first(where: { isFence($0) }) else {
            context.report(at: Span(0, 3), "the front matter is never closed", hint: "end it with a line `---`")
            return 1
        }
        for index in 1..<end { readLine(index) }
        for entry in entries { apply(entry) }
        return end + 1
    }

    private func isFence(_ index: Int) -> Bool {
        let line = trimmed(index)
        return line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8)
    }

    private func trimmed(_ index: Int) -> ArraySlice<UInt8> {
        var line = file.line(at: index)
        while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
        return line
    }

    // MARK: Lines

    private mutating func readLine(_ index: Int) {
        var line = trimmed(index)
        let isIndented = line.first == 0x20 || line.first == 0x09
        while let first = line.first, first == 0x20 || first == 0x09 { line.removeFirst() }
        guard let first = line.first, first != UInt8(ascii: "#") else { return }
        let span = Span(line.startIndex, line.endIndex)
        if first == UInt8(ascii: "-"), line.count == 1 || line[line.startIndex + 1] == 0x20 {
            readItem(line.dropFirst(), span)
        } else if isIndented, skipsBelow || !entries.isEmpty {
            goOn(line, span)
        } else {
            readKey(line, span)
        }
    }

    /// A value over several lines, as YAML lets it; the lines are joined by spaces.
    private mutating func goOn(_ line: ArraySlice<UInt8>, _ span: Span) {
        guard !skipsBelow else { return }
        let place = entries.count - 1
        let count = entries[place].values.count
        if count > 0 {
            entries[place].values[count - 1] += " " + scalar(line)
        } else {
            entries[place].values = [scalar(line)]
        }
    }

    private mutating func readItem(_ item: ArraySlice<UInt8>, _ span: Span) {
        guard !skipsBelow else { return }
        guard !entries.isEmpty, entries[entries.count - 1].values.isEmpty || entries[entries.count - 1].isList else {
            report(span, "a list item without its key", hint: "write `objectives:` on the line above")
            return
        }
        entries[entries.count - 1].isList = true
        entries[entries.count - 1].values.append(scalar(item))
    }

    private mutating func readKey(_ line: ArraySlice<UInt8>, _ span: Span) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
            colon + 1 == line.endIndex || line[colon + 1] == 0x20 || line[colon + 1] == 0x09
        else {
            report(span, "the front matter has lines of the form `key: value`", hint: "put a space after the colon")
            return
        }
        let key = String(decoding: line[line.startIndex..<colon], as: UTF8.self)
        var value = line[(colon + 1)...]
        while let first = value.first, first == 0x20 || first == 0x09 { value.removeFirst() }
        let keySpan = Span(line.startIndex, colon)
        if let earlier = entries.first(where: { $0.key == key }) {
            context.report(
                at: keySpan, "`\(key)` is set twice", notes: [context.note(at: earlier.keySpan, "first set here")])
        }
        skipsBelow = !Self.knownKeys.contains(key)
        guard !skipsBelow else {
            let nearest = Spelling.nearest(to: key, among: Self.knownKeys)
            context.report(
                .warning, at: keySpan, "unknown key `\(key)` in the front matter",
                hint: nearest.map { "did you mean `\($0)`?" } ?? "known: " + Self.knownKeys.joined(separator: ", "))
            return
        }
        let valueSpan = Span(value.startIndex, value.endIndex)
        var entry = Entry(key: key, keySpan: keySpan, values: [], valueSpan: valueSpan, isList: false)
        if value.first == UInt8(ascii: "[") {
            entry.isList = true
            entry.values = inlineList(value, valueSpan)
        } else if value.elementsEqual("|".utf8) || value.elementsEqual(">".utf8) {
            report(valueSpan, "block scalars are not read here", hint: "write the text behind the colon")
        } else if !value.isEmpty, value.first != UInt8(ascii: "#") {
            entry.values = [scalar(value)]
        }
        entries.append(entry)
    }

    // MARK: Values

    private func report(_ span: Span, _ message: String, hint: String = "") {
        context.report(at: span, message, hint: hint)
    }

    private func inlineList(_ value: ArraySlice<UInt8>, _ span: Span) -> [String] {
        var items: [String] = []
        var start = value.startIndex + 1
        var index = start
        var quote: UInt8?
        var isAtStart = true
        while index < value.endIndex {
            let byte = value[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                // An apostrophe within a word quotes nothing.
                if isAtStart { quote = byte }
            } else if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") {
                let item = scalar(value[start..<index])
                if !item.isEmpty { items.append(item) }
                start = index + 1
                isAtStart = true
                index += 1
                if byte == UInt8(ascii: "]") { return items }
                continue
            }
            if byte != 0x20 { isAtStart = false }
            index += 1
        }
        report(span, "the list is never closed", hint: "end it with `]`")
        return items
    }

    /// A plain or quoted value, without a comment behind it.
    private func scalar(_ bytes: ArraySlice<UInt8>) -> String {
        var value = bytes
        while let first = value.first, first == 0x20 || first == 0x09 { value.removeFirst() }
        guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return plain(value)
        }
        var text: [UInt8] = []
        var index = value.startIndex + 1
        while index < value.endIndex {
            let byte = value[index]
            let following = index + 1 < value.endIndex ? value[index + 1] : 0
            if byte == quote {
                guard quote == UInt8(ascii: "'"), following == quote else {
                    return String(decoding: text, as: UTF8.self)
                }
                index += 1
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), following != 0 {
                index += 1
                text.append(following == UInt8(ascii: "n") ? 0x0A : following)
                index += 1
                continue
            }
            text.append(byte)
            index += 1
        }
        report(Span(value.startIndex, value.endIndex), "the quoted value is never closed")
        return String(decoding: text, as: UTF8.self)
    }

    private func plain(_ bytes: ArraySlice<UInt8>) -> String {
        var end = bytes.startIndex
        while end < bytes.endIndex {
            if bytes[end] == UInt8(ascii: "#"), end > bytes.startIndex, bytes[end - 1] == 0x20 { break }
            end += 1
        }
        var value = bytes[bytes.startIndex..<end]
        while let last = value.last, last == 0x20 || last == 0x09 { value.removeLast() }
        return String(decoding: value, as: UTF8.self)
    }

    // MARK: Meaning

    private mutating func apply(_ entry: Entry) {
        switch entry.key {
        case "title": result.title = single(entry)
        case "summary": result.summary = single(entry)
        case "objectives": result.objectives = entry.values
        case "needs": result.needs = entry.values
        case "lang": result.language = language(entry)
        case "seed":
            if let seed = UInt64(single(entry)) {
                result.seed = seed
            } else {
                report(entry.valueSpan, "`seed` is a whole number from 0 up", hint: "for example `seed: 7`")
            }
        case "learn":
            if Int(single(entry)) != 1 {
                report(entry.valueSpan, "this program reads lessons of format 1", hint: "write `learn: 1`")
            }
        default: break
        }
    }

    private func single(_ entry: Entry) -> String {
        if entry.isList { report(entry.valueSpan, "`\(entry.key)` is one value, not a list") }
        return entry.values.first ?? ""
    }

    /// A language tag goes into a page's attribute: letters, digits and hyphens, nothing else.
    private func language(_ entry: Entry) -> String {
        let tag = single(entry)
        let isTag =
            !tag.isEmpty && tag.utf8.count <= 35
            && tag.unicodeScalars.allSatisfy {
                $0.isASCII && ($0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil)
            }
        if isTag { return tag }
        report(entry.valueSpan, "`lang` is a language tag", hint: "such as `en` or `pt-BR`")
        return "en"
    }
}
