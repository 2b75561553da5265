import Terminal

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes a file whole or not at all: into a temporary file of the same folder, which then takes the name.
struct OutputFile {
    private let name: Argument
    /// The mode of the file that is replaced; nil where there is none.
    private let oldMode: mode_t?

    /// Refuses, before any work is done, what must not be written over: folders, devices, links, read-only files.
    init(_ name: Argument) throws(CommandError) {
        self.name = name
        var status = stat()
        guard lstat(name.path, &status) == 0 else {
            if errno == ENOENT, name.bytes.last != UInt8(ascii: "/") {
                oldMode = nil
                return
            }
            throw Self.refusal(name, errno == ENOENT ? "it is a folder" : String(cString: strerror(errno)))
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw Self.refusal(name, "it is a folder")
        case S_IFLNK: throw Self.refusal(name, "it is a symbolic link; name the file that it leads to")
        default: throw Self.refusal(name, "it is no ordinary file")
        }
        // The new file would take the name even so; but who takes away the permission to write means it.
        if status.st_mode & 0o222 == 0 || access(name.path, W_OK) != 0 {
            throw Self.refusal(name, "it is read-only")
        }
        oldMode = status.st_mode & 0o7777
    }

    /// A file that holds the same bytes already keeps its date.
    func write(_ bytes: [UInt8], unlessSame: Bool) throws(CommandError) {
        if unlessSame, oldMode != nil, let old = try? InputFile.read(name), old == bytes { return }
        try write(bytes)
    }

    /// Whether there is a file that would be replaced.
    var exists: Bool { oldMode != nil }

    func write(_ bytes: [UInt8]) throws(CommandError) {
        let temporary = temporaryName()
        let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw failure(errno) }
        var problem: Int32 = 0
        do throws(OutputError) {
            try OutputWriter(descriptor: descriptor).write(bytes)
        } catch {
            if case .failed(let number) = error { problem = number } else { problem = EPIPE }
        }
        if problem == 0, let oldMode, fchmod(descriptor, oldMode) != 0 { problem = errno }
        if problem == 0, fsync(descriptor) != 0 { problem = errno }
        if close(descriptor) != 0, problem == 0 { problem = errno }
        if problem == 0, rename(temporary.path, name.path) != 0 { problem = errno }
        guard problem != 0 else { return }
        unlink(temporary.path)
        throw failure(problem)
    }

    /// Beside the file, since a name cannot move between file systems; hidden, and this process's own.
    private func temporaryName() -> Argument {
        let last = name.lastComponent
        let folder = name.bytes.dropLast(last.bytes.count)
        return Argument(folder + Array(".learn-\(getpid()).tmp".utf8))
    }

    private func failure(_ number: Int32) -> CommandError {
        CommandError("cannot write `\(name.shown)`: \(String(cString: strerror(number)))", code: .unwritable)
    }

    private static func refusal(_ name: Argument, _ reason: String) -> CommandError {
        CommandError("cannot write `\(name.shown)`: \(reason)", code: .unwritable)
    }
}
