import Foundation
import Testing

@testable import learn

/// Where cells find the data that they ask for by name.
struct DataFolderTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Lessons/Data")

    /// Byte for byte; where this fails a file is missing in `Sources/CLessons/data.c`, or the build is stale.
    @Test func everyFileIsInTheBinary() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        #expect(files.count >= 4)
        for name in files {
            let bytes = try Data(contentsOf: Self.folder.appendingPathComponent(name))
            #expect(DataFolder.bundled(name) == [UInt8](bytes), "\(name)")
        }
        #expect(DataFolder.bundled("none.csv") == nil && DataFolder.bundled("") == nil)
    }

    @Test func filesBesideTheProgramComeFirst() throws {
        let shell = try Shell()
        try shell.write("import NeuralCore\nprint(loadCSV(\"iris\").count)\n", "p.swift")
        #expect(try shell.run("learn run p.swift").text == "150\n")
        try shell.write("a\n1\n2\n", "iris.csv")
        #expect(try shell.run("learn run p.swift").text == "2\n")
        #expect(try shell.run("mkdir Data; printf 'a\\n1\\n' > Data/iris.csv; learn run p.swift").text == "1\n")
        // A link might lead anywhere.
        #expect(try shell.run("rm iris.csv; ln -sf /etc/passwd Data/iris.csv; learn run p.swift").text == "150\n")
    }
}
