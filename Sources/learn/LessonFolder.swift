import CLessons

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The lessons of a folder: its Markdown files in the order of their numbers, without `README.md` and `glossary.md`.
struct LessonFolder {
    struct File {
        var name: String
        var bytes: [UInt8]
    }

    /// nil for the lessons that come with learn.
    let path: Argument?
    private(set) var files: [File] = []
    private(set) var glossary: File?

    var shown: String { path?.shown ?? "learn itself" }
    var title: String { "Lessons" }

    init(_ path: Argument) throws(CommandError) {
        self.path = path
        for name in try Self.names(in: path) where name.hasSuffix(".md") && name.lowercased() != "readme.md" {
            guard let bytes = try InputFile.read(Self.joined(path, name)) else { continue }
            let file = File(name: name, bytes: bytes)
            if name == "glossary.md" { glossary = file } else { files.append(file) }
        }
    }

    private init() { path = nil }

    /// The lessons that come with learn.
    static func course() -> LessonFolder {
        var folder = LessonFolder()
        for lesson in Course.lessons { folder.files.append(File(name: lesson.name, bytes: lesson.bytes)) }
        folder.glossary = Course.glossary.map { File(name: "glossary.md", bytes: $0) }
        return folder
    }

    /// Says that cells find their data in this folder.
    func useData() { DataFolder.use(beside: path.map { Self.joined($0, "lesson.md") }) }

    /// The data that cells of these lessons can ask for: the folder's own, then what comes with learn.
    var data: [File] {
        var files: [File] = []
        if let folder = path.map({ Self.joined($0, "Data") }), let names = try? Self.names(in: folder) {
            for name in names {
                guard let bytes = try? InputFile.read(Self.joined(folder, name), followsLinks: false) else { continue }
                files.append(File(name: name, bytes: bytes))
            }
        }
        for name in DataFolder.bundledNames where !files.contains(where: { $0.name == name }) {
            if let bytes = DataFolder.bundled(name) { files.append(File(name: name, bytes: bytes)) }
        }
        return files
    }

    static func joined(_ folder: Argument, _ name: String) -> Argument {
        Argument(folder.bytes + (folder.bytes.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")]) + Array(name.utf8))
    }

    /// The names in a folder that are UTF-8 and not hidden: numbers by their size, the rest by its bytes.
    private static func names(in folder: Argument) throws(CommandError) -> [String] {
        guard let stream = opendir(folder.path) else {
            throw CommandError(
                "cannot read the folder `\(folder.shown)`: \(String(cString: strerror(errno)))", code: .unreadable)
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            if let name, !name.hasPrefix(".") { names.append(name) }
        }
        return names.sorted { Self.key($0) < Self.key($1) }
    }

    /// The text before the first number, the number, the whole name.
    private static func key(_ name: String) -> (String, Int, String) {
        let head = name.prefix { !$0.isNumber }
        let digits = name.dropFirst(head.count).prefix { $0.isNumber }
        return (String(head), Int(digits) ?? -1, name)
    }
}

/// Where an export goes.
enum OutputFolder {
    /// Makes a folder unless it is there.
    static func make(_ folder: Argument) throws(CommandError) {
        if mkdir(folder.path, 0o777) == 0 { return }
        var status = stat()
        if errno == EEXIST, stat(folder.path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
        let reason = errno == EEXIST ? "there is a file of that name" : String(cString: strerror(errno))
        throw CommandError("cannot make the folder `\(folder.shown)`: \(reason)", code: .unwritable)
    }

    /// A file within it, whose folders are made as well.
    static func file(_ name: String, in folder: Argument) throws(CommandError) -> OutputFile {
        var path = folder
        let parts = name.split(separator: "/")
        for part in parts.dropLast() {
            path = LessonFolder.joined(path, String(part))
            try make(path)
        }
        return try OutputFile(LessonFolder.joined(path, String(parts.last ?? "")))
    }
}
