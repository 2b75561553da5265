import SourceText
import Syntax
import Testing

/// `▸` in a source stands where a diagnostic must point; the messages follow in order.
private func check(_ marked: String, _ expected: String..., line: Int = #line) {
    var text = ""
    var places: [Int] = []
    for character in marked {
        if character == "▸" { places.append(text.utf8.count) } else { text.append(character) }
    }
    let found = Parser(file: SourceFile(name: "test.swift", text: text)).parse().diagnostics
    #expect(found.map(\.message) == expected, "line \(line)")
    #expect(found.map { Int($0.span.lower) } == places, "line \(line)")
}

@Suite struct DiagnosticTests {
    @Test func literals() {
        check("let s = ▸\"abc\nlet t = 1", "this string is never closed")
        check("let s = ▸\"a\\(b\nlet t = 1", "this string has a \\( that is never closed")
        check("let s = \"a▸\\qb\"", "\\q means nothing in a string")
        check("let s = \"▸\\u{110000}\"", "this is not a Unicode character")
        check("let s = ▸'a'", "text is written in double quotes")
        check("let x = ▸12abc", "12abc is not a number")
        check("let x = ▸1e", "digits are missing after the exponent's letter")
        check("let x = 1 ▸/* /* */", "this comment is never closed")
        check("let s = \"\"\"▸a\n  \"\"\"", "text must begin on the line after \"\"\"")
        check("let s = \"\"\"\n  a\n ▸b\n  \"\"\"", "this line is indented less than the closing \"\"\"")
        check("let s = ▸“abc▸”", "this is not a plain quotation mark", "this is not a plain quotation mark")
    }

    @Test func operators() {
        check("let x = a ▸-b", "- has a space on one side only")
        check("let x = a▸- b", "- has a space on one side only")
        check("let x ▸=1", "= has a space on one side only")
        check("let x = 1 + ▸* 2", "expected a value, found the operator *")
        check("let x = 1 +▸\nlet y = 2", "expected a value, found the end of the line")
        check("let x = a ▸? b", "this ? has no : after it")
        check("let x = 1 + ▸try f()", "try cannot stand to the right of +")
    }

    @Test func structure() {
        check("print(1▸\nlet y = 2", "expected a comma or ), found the end of the line")
        check("let a = [1, 2▸\nlet b = 3", "expected a comma or ], found the end of the line")
        check("func f() ▸{\n let x = 1\n", "this { is never closed")
        check("let x = 1\n▸}\nlet y = 2", "this } closes nothing")
        check("print(1)▸)\nlet y = 2", "this ) closes nothing")
        check("let x = 1 ▸2", "a new line, an operator or ; is missing before 2")
        check("f(1 ▸2)", "a comma is missing here")
        check("if x ▸print(1)", "expected {, found print")
        check("if x ▸= 1 { }", "= stores a value and cannot be a condition")
        check("for i ▸0..<3 { }", "expected in after the loop's variable, found 0")
        check("for ▸(var i = 0; i < 3; i += 1) { }", "this form of for does not exist")
        check("▸case 1: print(1)", "case can stand only inside switch or enum")
        check("struct A {\n ▸print(1)\n x = 2\n let y = 1\n}", "only declarations can stand directly inside a type")
        check("switch x { ▸case 1:\ndefault: break }", "this case does nothing")
        check("let ▸class = 1", "class is a word of the language and cannot be a name")
        check("func f(▸x) { }", "the input x has no type")
        check("if a.contains { $0 } ▸{ }", "this { … } belongs to nothing")
    }

    @Test func severalAtOnce() {
        check(
            "let ▸= 1\nlet b = 2\nfunc f() {\n  let x = ▸)\n  print(x)\n}\nlet c ▸=3\n",
            "expected the variable's name, found =", "expected a value, found )", "= has a space on one side only")
    }

    @Test func recoveryKeepsWhatIsGood() {
        let text = "let a = 1\nlet = 2\nfunc f() {\n let b = )\n g()\n}\nlet c = 3\n"
        let statements = Parser(file: SourceFile(name: "test.swift", text: text)).parse().statements
        #expect(statements.count == 4)
        guard case .declaration(let declaration) = statements[2].kind, case .function(let f) = declaration.kind else {
            Issue.record("the function is lost")
            return
        }
        #expect(f.body?.statements.count == 2)
    }

    @Test func unsupported() {
        check("let x = ▸await f()", "await belongs to concurrency, which lesson cells do not have")
        check("func f() ▸async { }", "async belongs to concurrency, which lesson cells do not have")
        check("▸actor A { }", "actor belongs to concurrency, which lesson cells do not have")
        check("▸@Published var x = 1", "the attribute @Published is not part of the language of lesson cells")
        check(
            "▸@resultBuilder struct A { }", "the attribute @resultBuilder is not part of the language of lesson cells")
        check("let x = ▸#selector(f)", "#selector is not part of the language of lesson cells")
        check("let x = ▸#foo(1)", "#foo is not part of the language of lesson cells")
        check("▸macro m() = 1", "lesson cells have no macros")
        check("struct A: ▸~Copyable { }", "types without copies (~) are not part of the language of lesson cells")
    }

    @Test func conditionalCompilation() {
        check("#if os(macOS)\n let = 1\n#elseif arch(x86_64)\nlet x = ▸)\n#endif", "expected a value, found )")
        check("▸#if os(Linux)\nlet x = 1", "this #if has no #endif")
        check("▸#endif", "no #if is open here")
        check("▸#if os(\nlet x = 1\n#endif", "this condition cannot be evaluated")
        check(
            "do {\n#if swift(>=5.9) && !(swift(>=6) || DEBUG)\n▸}\n#endif\n",
            "a bracket opened on one side of this line is closed on the other")
    }

    @Test func encoding() {
        let bytes: [UInt8] = Array("let a = 1\n".utf8) + [0xFF] + Array("\nlet b = 2\n".utf8) + [0]
        let result = Parser(file: SourceFile(name: "test.swift", bytes: bytes)).parse()
        #expect(
            result.diagnostics.map(\.message) == ["the byte 0xFF is not UTF-8 text", "the file has a zero byte here"])
        #expect(result.diagnostics.map { Int($0.span.lower) } == [10, 22])
        #expect(result.statements.count == 2)
        #expect(messages("\u{FEFF}let a = 1\r\nlet b = 2\r\n") == [])
    }
}
