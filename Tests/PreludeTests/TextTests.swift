import Foundation
import SourceText
import Syntax
import Testing

@testable import Prelude

/// The text of the standard library by itself, before any of it is checked or run.
struct TextTests {
    private var files: [StandardLibrary.File] {
        StandardLibrary.swift + StandardLibrary.mathematicsFiles + StandardLibrary.foundation + EngineText.files
            + LessonText.files
    }

    @Test func parsesWithoutDiagnostics() {
        for file in files {
            let (statements, diagnostics) = parse(file)
            #expect(!statements.isEmpty)
            #expect(diagnostics.isEmpty, "\(diagnostics.map { DiagnosticRenderer().render($0) })")
        }
    }

    @Test func natives() throws {
        var found = NativeNames()
        for file in files {
            for statement in parse(file).statements {
                if case .declaration(let declaration) = statement.kind { found.collect(declaration) }
            }
        }
        let listed = try NativeNames(list: nativesList())
        #expect(found.types == listed.types)
        #expect(found.required == listed.required)
        #expect(found.optional == listed.optional)
    }

    private func parse(_ file: StandardLibrary.File) -> (statements: [Statement], diagnostics: [Diagnostic]) {
        Parser(file: SourceFile(name: "\(file.name).swift", text: file.text)).parse()
    }

    private func nativesList() throws -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(
            contentsOf: root.appendingPathComponent("Sources/Prelude/Prelude.docc/Natives.md"), encoding: .utf8)
    }
}

/// Names in `@native("…")`, by what they ask for.
struct NativeNames {
    var types: Set<String> = []
    var required: Set<String> = []
    var optional: Set<String> = []

    init() {}

    /// From the three lists of `Natives.md`.
    init(list text: String) throws {
        let parts = text.components(separatedBy: "\n## ")
        try #require(parts.count == 5)
        func names(_ part: String) -> Set<String> {
            Set(part.components(separatedBy: "`").enumerated().filter { $0.offset % 2 == 1 }.map(\.element))
        }
        types = names(parts[2])
        required = names(parts[3])
        optional = names(parts[4])
    }

    mutating func collect(_ declaration: Declaration) {
        let native = declaration.attributes.first { $0.name == "native" }?.argument
        switch declaration.kind {
        case .nominal(let nominal):
            if let native { types.insert(native) }
            for member in nominal.members { collect(member) }
        case .extension(let syntax):
            for member in syntax.members { collect(member) }
        case .function(let function):
            let accessors = function.accessors?.accessors ?? []
            add(native, hasBody: function.body != nil || accessors.contains { $0.body != nil })
        case .variable(let variable):
            add(
                native,
                hasBody: variable.bindings.contains { $0.accessors?.accessors.contains { $0.body != nil } ?? true })
        default: break
        }
    }

    private mutating func add(_ name: String?, hasBody: Bool) {
        guard let name else { return }
        if hasBody { optional.insert(name) } else { required.insert(name) }
    }
}
