import Semantics
import SourceText
import Syntax

/// The modules that a program can import. Each is declared to the checker when something first asks for it.
final class LibraryModules {
    private let checker: Checker
    private var declared: Set<String> = []
    /// In the order in which they became visible.
    private var imported: [String] = []
    private var files: Set<ObjectIdentifier> = []

    init(_ checker: Checker) { self.checker = checker }

    /// Whether a file is the library's.
    func owns(_ file: SourceFile) -> Bool { files.contains(ObjectIdentifier(file)) }

    /// Declares what the imports of a unit name; the checker refuses the unknown ones.
    func declareImports(of statements: [Statement]) {
        for statement in statements {
            guard case .declaration(let declaration) = statement.kind, case .import(let path) = declaration.kind,
                let name = path.first
            else { continue }
            visible(name)
        }
    }

    /// Declares a module with those it stands on, and makes its names visible.
    func visible(_ name: String) {
        guard Self.dependencies(of: name) != nil else { return }
        declare(name)
        if !imported.contains(name) { imported.append(name) }
        // Declaring a module hides the others.
        for name in imported { show(name) }
    }

    private func show(_ name: String) {
        for other in Self.dependencies(of: name) ?? [] { show(other) }
        checker.importModule(name)
    }

    func declare(_ name: String) {
        guard let dependencies = Self.dependencies(of: name), declared.insert(name).inserted else { return }
        for other in dependencies + Self.foundations(of: name) { declare(other) }
        let parsed = ParsedLibrary.module(name)
        for (file, _) in parsed { files.insert(ObjectIdentifier(file)) }
        checker.declareModule(name, files: parsed, companions: dependencies)
    }

    /// The modules that a module's own text sees besides.
    private static func foundations(of name: String) -> [String] { name == "NeuralCore" ? ["Elementary"] : [] }

    /// The modules that come with a module; nil for one that does not exist. `exp` and its kin are the same functions
    /// whether they come with Foundation or with NeuralCore.
    static func dependencies(of name: String) -> [String]? {
        switch name {
        case "Swift", "Mathematics", "Elementary": []
        case "Foundation", "NeuralCore": ["Mathematics"]
        case "LessonKit": ["NeuralCore"]
        default: nil
        }
    }

    static func text(of name: String) -> [StandardLibrary.File] {
        switch name {
        case "Swift": StandardLibrary.swift
        case "Mathematics": StandardLibrary.mathematicsFiles
        case "Foundation": StandardLibrary.foundation
        case "NeuralCore": EngineText.files
        case "Elementary": [StandardLibrary.File(name: "Elementary", text: SharedText.elementary)]
        default: LessonText.files
        }
    }
}

/// The library's syntax trees: parsed once in a process.
enum ParsedLibrary {
    typealias Module = [(file: SourceFile, statements: [Statement])]

    private static let swift = parse("Swift")
    private static let mathematics = parse("Mathematics")
    private static let foundation = parse("Foundation")
    private static let elementary = parse("Elementary")
    private static let neuralCore = parse("NeuralCore")
    private static let lessonKit = parse("LessonKit")

    static func module(_ name: String) -> Module {
        switch name {
        case "Swift": swift
        case "Mathematics": mathematics
        case "Foundation": foundation
        case "Elementary": elementary
        case "NeuralCore": neuralCore
        default: lessonKit
        }
    }

    private static func parse(_ name: String) -> Module {
        var result: Module = []
        for file in LibraryModules.text(of: name) {
            let source = SourceFile(name: "Prelude/\(name)/\(file.name).swift", text: file.text)
            result.append((source, Parser(file: source, defersBodies: true).parse().statements))
        }
        return result
    }
}
