import LessonModel

/// Lessons as a Swift package: a program for each, its cells in their order, which prints what the cells print. The data
/// that cells ask for lies in the package's folder `Data`.
struct SwiftPackageExport {
    struct File {
        var name: String
        var bytes: [UInt8]
    }

    private let documents: [Document]
    private let showsSolutions: Bool
    private let data: [LessonFolder.File]

    init(_ documents: [Document], showsSolutions: Bool, data: [LessonFolder.File]) {
        self.data = data
        self.documents = documents
        self.showsSolutions = showsSolutions
    }

    var files: [File] {
        var files = [
            File(name: "Package.swift", bytes: Array(manifest.utf8)),
            File(name: "Sources/LessonData/LessonData.swift", bytes: Array(Self.dataSource.utf8)),
        ]
        for document in documents {
            files.append(
                File(name: "Sources/\(target(document))/main.swift", bytes: Array(program(document).utf8)))
        }
        for file in data { files.append(File(name: "Data/" + file.name, bytes: file.bytes)) }
        return files
    }

    /// A module of its own, so that what it imports is not there for the lessons.
    private static let dataSource = """
        internal import Foundation
        import NeuralCore

        /// Where cells find their data: in the folder `Data` of this package.
        public enum LessonData {
            public static func use() {
                let package = URL(fileURLWithPath: #filePath)
                    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                let folder = package.appendingPathComponent("Data")
                DataFiles.provider = { name in
                    (try? Data(contentsOf: folder.appendingPathComponent(name))).map { [UInt8]($0) }
                }
            }
        }

        """

    /// A name that is an identifier: `lesson3`.
    private func target(_ document: Document) -> String {
        var name = ""
        for scalar in Argument(document.fileName).lastComponent.text.unicodeScalars {
            if scalar == "." { break }
            let isWord = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            name.unicodeScalars.append(isWord ? scalar : "_")
        }
        return name.isEmpty || name.first!.isNumber ? "lesson_" + name : name
    }

    private var manifest: String {
        var text = """
            // swift-tools-version: 6.2
            import PackageDescription

            // Where learn's own package lies; LEARN_PACKAGE names another place.
            let learn = Context.environment["LEARN_PACKAGE"] ?? "../learn"

            let engine: [Target.Dependency] = [
                .product(name: "NeuralCore", package: "learn"), .product(name: "LessonKit", package: "learn"),
            ]

            let package = Package(
                name: "Lessons",
                dependencies: [.package(name: "learn", path: learn)],
                targets: [
                    .target(name: "LessonData", dependencies: engine, swiftSettings: [.swiftLanguageMode(.v5)]),

            """
        for document in documents {
            let name = target(document)
            text += "        .executableTarget(name: \"\(name)\", dependencies: engine + [\"LessonData\"], "
            text += "swiftSettings: [.swiftLanguageMode(.v5)]),\n"
        }
        return text + "    ]\n)\n"
    }

    private func program(_ document: Document) -> String {
        var text =
            "// \(document.title.replacing("\n", with: " "))\n\nimport LessonData\nimport LessonKit\nimport NeuralCore\n\nLessonData.use()\n"
        for cell in document.cells {
            switch cell.kind {
            case .check, .solution: continue
            case .exercise(let id): text += exercise(id, cell, in: document)
            case .ordinary, .setup:
                // A cell that is meant to fail is refused by the compiler, or ends the program.
                if !cell.options.eval || cell.options.error { continue }
                text += "\n// \(cell.name)\n"
                text += cell.options.scope == .local ? "do {\n\(cell.source)}\n" : cell.source
            }
        }
        return text
    }

    /// The solution stands in for the stub; without one the stub waits for its reader.
    private func exercise(_ id: String, _ cell: Cell, in document: Document) -> String {
        for other in document.cells where other.kind == .solution(id) && showsSolutions {
            return "\n// \(id): a solution\n" + other.source
        }
        return "\n// \(id): yours to do\n/*\n" + cell.source + "*/\n"
    }
}
