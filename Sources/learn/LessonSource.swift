/// What an operand leads to: the bytes of a lesson or a program, and the name that messages give it.
struct LessonSource {
    var name: String
    var bytes: [UInt8]
    /// Whether it is a plain program rather than a lesson.
    var isProgram: Bool
    /// Whether it was read from a file of the disk.
    var isFile = false

    /// A file comes first; where there is none of that name, a lesson of the course does.
    static func find(_ operand: Argument) throws(CommandError) -> LessonSource {
        if operand.bytes == [UInt8(ascii: "-")] {
            DataFolder.use(beside: nil)
            return LessonSource(name: "stdin", bytes: try InputFile.readStandardInput(), isProgram: false)
        }
        if let bytes = try InputFile.read(operand) {
            DataFolder.use(beside: operand)
            return LessonSource(
                name: operand.text, bytes: bytes, isProgram: operand.text.hasSuffix(".swift"), isFile: true)
        }
        guard let lesson = try courseLesson(operand) else { throw missing(operand) }
        DataFolder.use(beside: nil)
        return lesson
    }

    private static func courseLesson(_ operand: Argument) throws(CommandError) -> LessonSource? {
        if operand.bytes.contains(UInt8(ascii: "/")) || operand.text.hasSuffix(".swift") { return nil }
        guard let lesson = try Course.lesson(named: operand.text) else { return nil }
        return LessonSource(name: lesson.name, bytes: lesson.bytes, isProgram: false)
    }

    private static func missing(_ operand: Argument) -> CommandError {
        var message = "there is no file `\(operand.shown)`"
        if !operand.text.hasSuffix(".swift"), !operand.bytes.contains(UInt8(ascii: "/")) {
            message = "there is no file and no lesson `\(operand.shown)`"
            message += Course.suggestion(for: operand.text).map { "; did you mean `\($0)`?" } ?? "; see `learn list`"
        }
        return CommandError(message, code: .unreadable)
    }
}
