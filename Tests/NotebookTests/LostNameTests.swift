import SourceText
import Testing

@testable import Notebook

struct LostNameTests {
    private func use(of names: String, in code: String) -> String? {
        var lost = LostNames()
        let declared = DeclaredName.all(in: SourceFile(name: "l.md", text: names))
        lost.add(declared, from: 0, isRefused: true, reason: "it failed")
        let file = SourceFile(name: "l.md", text: code)
        return lost.firstUse(in: file).map { "\($0.name)@\($0.span.lower)" }
    }

    @Test(arguments: [
        ("print(w)", "w@6"), ("let a = w + 1", "w@8"), ("f { w }", "w@4"), ("w.count", "w@0"), ("[w: 1]", "w@1"),
        ("\"\\(w)\"", "w@3"), ("func g() { w += 1 }", "w@11"), ("let b = `w`", "w@8"), ("[a: 1, w: 2]", "w@7"),
        ("f(w: w)", "w@5"), ("f(x ? w : y)", "w@6"), ("x ? w : y", "w@4"),
        ("switch x { case w: y }", "w@16"),
    ])
    func uses(code: String, expected: String) { #expect(use(of: "var w = 0", in: code) == expected) }

    @Test(arguments: [
        "print(x.w)", ".w", "let w = 1\nprint(w)", "for w in 0..<3 { print(w) }", "for (a, w) in p { print(w) }",
        "f(w: 1)", "f(a: g(1), w: 1)", "func g(a: Int, w: Int) { print(w) }", "p.map { w in w + 1 }",
        "p.map { a, w in w }",
        "p.map { (a, w) in w }", "let (v, w) = p\nprint(w)", "// w", "\"w\"", "case .a(let w): print(w)",
        "func w() {}\nw()",
    ])
    func ownNames(code: String) { #expect(use(of: "var w = 0", in: code) == nil) }

    @Test func declaredNames() {
        let code = """
            let (a, b) = (1, 2), c = 3
            var d: Int { 1 }
            func e() { let no = 1 }
            struct F {}
            typealias G = Int
            if true { let no = 1 }
            let `h` = 1
            """
        let names = DeclaredName.all(in: SourceFile(name: "l.md", text: code))
        #expect(names.map(\.name) == ["a", "b", "c", "d", "e", "F", "G", "h"])
        #expect(names.filter(\.isVariable).map(\.name) == ["a", "b", "c", "h"])
    }
}
