import SourceText
import Syntax
import Testing

/// Bodies that are read later read as they would have at once.
struct DeferredBodyTests {
    private let source = SourceFile(
        name: "t.swift",
        text: """
            func first(_ x: [[Int]]) -> Int? { x.first?.first { $0 > 1 } }
            struct S {
                init() { count = 1 }
                var count: Int { willSet { log(newValue) } }
                var doubled: Int { count * 2 }
                subscript(_ i: Int) -> Int {
                    get { i + count }
                    set { count = newValue - i }
                }
            }
            func second() { if true { return } }
            """)

    /// Every function's statements, as far as they are expressions or returns.
    private func bodies(_ statements: [Statement]) -> [(span: Span, statements: [String])] {
        var found: [(span: Span, statements: [String])] = []
        func add(_ block: Block?) {
            guard let block else { return }
            found.append((block.span, block.read.statements.map(text)))
        }
        func visit(_ declaration: Declaration) {
            switch declaration.kind {
            case .function(let function):
                add(function.body)
                for accessor in function.accessors?.accessors ?? [] { add(accessor.body) }
            case .variable(let variable):
                for binding in variable.bindings {
                    for accessor in binding.accessors?.accessors ?? [] { add(accessor.body) }
                }
            case .nominal(let nominal): for member in nominal.members { visit(member) }
            default: break
            }
        }
        for case .declaration(let declaration) in statements.map(\.kind) { visit(declaration) }
        return found
    }

    private func text(_ statement: Statement) -> String {
        switch statement.kind {
        case .expression(let expression): TreeText().text(expression)
        case .return(let value): "return " + (value.map { TreeText().text($0) } ?? "")
        case .if(let statement): "if " + statement.clauses[0].body.statements.map(text).joined()
        default: "other"
        }
    }

    @Test func readTheSame() {
        let now = Parser(file: source).parse()
        let later = Parser(file: source, defersBodies: true).parse()
        #expect(now.diagnostics.isEmpty && later.diagnostics.isEmpty)
        let expected = bodies(now.statements)
        let found = bodies(later.statements)
        #expect(expected.count == 7)
        #expect(expected.map(\.statements) == found.map(\.statements))
        #expect(expected.map(\.span) == found.map(\.span))
        #expect(found.allSatisfy { !$0.statements.isEmpty })
    }
}
