/// What one has done of the lessons that come with learn: a small text file, a line each.
///
///     learn progress 1
///     exercise lesson3.md one-step passed
///     hints lesson3.md one-step 2
///     question lesson3.md which-way right
///
/// Lines that make no sense are passed over, so that a damaged file costs what was damaged and no more. The file is
/// written whole or not at all; where it cannot be, nothing is remembered and nothing else suffers.
struct Progress {
    enum Subject: String { case exercise, hints, question, prediction }

    private struct Key: Hashable {
        var subject: Subject
        var lesson: String
        var name: String
    }

    private static let head = "learn progress 1"
    private var entries: [Key: String] = [:]
    private let file: Argument?

    /// What the file says, as far as it can be read.
    static func load() -> Progress { Progress(StateFolder.file("progress")) }

    init(_ file: Argument?) {
        self.file = file
        guard let file, let bytes = try? InputFile.read(file) else { return }
        for line in bytes.split(separator: 0x0A).prefix(20_000) { take(String(decoding: line, as: UTF8.self)) }
    }

    private mutating func take(_ line: String) {
        let words = line.split(separator: " ").map(String.init)
        guard words.count == 4, let subject = Subject(rawValue: words[0]) else { return }
        entries[Key(subject: subject, lesson: words[1], name: words[2])] = words[3]
    }

    subscript(_ subject: Subject, _ lesson: String, _ name: String) -> String? {
        get { entries[Key(subject: subject, lesson: lesson, name: name)] }
        set { entries[Key(subject: subject, lesson: lesson, name: name)] = newValue }
    }

    /// How many of these names have that word.
    func count(_ subject: Subject, _ lesson: String, among names: [String], _ word: String) -> Int {
        names.filter { self[subject, lesson, $0] == word }.count
    }

    func save() {
        guard let file else { return }
        var lines: [String] = []
        for (key, value) in entries { lines.append("\(key.subject.rawValue) \(key.lesson) \(key.name) \(value)") }
        let text = ([Self.head] + lines.sorted()).joined(separator: "\n") + "\n"
        StateFolder.makeFolders(for: file)
        try? OutputFile(file).write(Array(text.utf8))
    }
}
