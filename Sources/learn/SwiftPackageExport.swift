import LessonModel

/// Lessons as a Swift package: a program for each, its cells in their order, which prints what the cells print.
struct SwiftPackageExport {
    struct File {
        var name: String
        var text: String
    }

    private let documents: [Document]
    private let showsSolutions: Bool

    init(_ documents: [Document], showsSolutions: Bool) {
        self.documents = documents
        self.showsSolutions = showsSolutions
    }

    var files: [File] {
        var files = [File(name: "Package.swift", text: manifest)]
        for document in documents {
            files.append(File(name: "Sources/\(target(document))/main.swift", text: program(document)))
        }
        return files
    }

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

            """
        for document in documents {
            let name = target(document)
            text += "        .executableTarget(name: \"\(name)\", dependencies: engine, "
            text += "swiftSettings: [.swiftLanguageMode(.v5)]),\n"
        }
        return text + "    ]\n)\n"
    }

    private func program(_ document: Document) -> String {
        var text = "// \(document.title.replacing("\n", with: " "))\n\nimport LessonKit\nimport NeuralCore\n"
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
