import CLessons
import NeuralCore

/// The data files that cells ask for by name: those in the folder `Data` beside the lesson, or beside the lesson itself,
/// then those that come with learn.
enum DataFolder {
    /// Says where the cells that run from now on find their data; a lesson that is no file has only what comes with learn.
    static func use(beside lesson: Argument?) {
        DataFiles.provider = { name in (lesson.flatMap { onDisk(name, beside: $0) }) ?? bundled(name) }
    }

    /// A file that cannot be read is as if it were not there. Links are not followed: they might lead out of the folder.
    private static func onDisk(_ name: String, beside lesson: Argument) -> [UInt8]? {
        let folder = [UInt8](lesson.bytes.dropLast(lesson.lastComponent.bytes.count))
        for place in ["Data/" + name, name] {
            let path = Argument(folder + Array(place.utf8))
            if let bytes = try? InputFile.read(path, followsLinks: false) { return bytes }
        }
        return nil
    }

    static let bundledNames = ["digits.csv", "iris.csv", "karate-clubs.csv", "karate.csv"]

    static func bundled(_ name: String) -> [UInt8]? {
        guard let file = bundled_data(name)?.pointee else { return nil }
        return [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
}
