import Foundation
import SourceText
import Syntax
import Testing

/// Texts that are meant to break a parser: each ends with a located message, on a small stack.
@Suite struct HostileTests {
    #if DEBUG
        static let size = 60_000
        static let stack = 4 << 20
    #else
        static let size = 1_000_000
        static let stack = 512 << 10
    #endif

    /// Each is repeated until the text has the full size.
    static let pieces = [
        "(", "[", "{", "([{", "([)]", "-", "- ", "!", "try ", "a<", "a<(", "a<(b,", "f(", "a ? ", "() -> ", "(a)->",
        "if a {", "if let a = {", "func f() {", "struct S {", "switch a { case 1: ", "switch a { case (", "{ a in ",
        "{ (a) in ", "{ ( ", "\"\\(", "[a:", "repeat {", "guard a else {", "enum E { case a(", "(a, ", ")", "}", "]",
        "@a ", "#if a\n", "#if a\n#else\n", "/*", "*/", "\"", "\"\"\"\nx", "`", "'", "$", ";", ",", "case ", "let ",
        "func f<", "\\", "\\.a", "private ", "\0", "\u{FEFF}", "\u{202E}", "\u{301}", "a = \n", "let = 1\n", "0x", "1e",
        "f({ a in \n", "a { } b: { } ", "precedencegroup P {", "a as ", "a is ", "where ", "A<B,", "let x: ", ".", "=",
    ]

    /// What follows `let x = ` or `let x: ` and nests without brackets.
    static let chains = [
        ("let x = a", ".b"), ("let x = a", "()"), ("let x = a", "[0]"), ("let x = a", "!"), ("let x = a", "?.b"),
        ("let x = ", "- "), ("let x: A", "?"), ("let x: A", ".Type"), ("let x: ", "A<"), ("let x: ", "() -> "),
        ("let x = 1", " + 1"), ("let x = ", "a ? b : "), ("let x = \\A", ".b"), ("let x = ", "a < (b < "),
        ("let x = ", "(a < b, "), ("switch a { case a", "?"), ("switch a { case ", ".a("),
    ]

    static func onSmallStack(_ body: @escaping @Sendable () -> Void) {
        let done = DispatchSemaphore(value: 0)
        let thread = Thread {
            body()
            done.signal()
        }
        thread.stackSize = stack
        thread.start()
        done.wait()
    }

    /// Parses, and releases the tree, on the small stack.
    static func faults(in text: String) -> Int {
        nonisolated(unsafe) var count = 0
        onSmallStack { count = messages(text).count }
        return count
    }

    @Test(arguments: pieces) func repeated(_ piece: String) {
        let text = String(repeating: piece, count: HostileTests.size / piece.utf8.count)
        let start = DispatchTime.now().uptimeNanoseconds
        #expect(HostileTests.faults(in: text) > 0)
        #if !DEBUG
            #expect(DispatchTime.now().uptimeNanoseconds - start < 2_000_000_000)
        #else
            _ = start
        #endif
    }

    @Test(arguments: chains) func chained(_ head: String, _ link: String) {
        let text = head + String(repeating: link, count: HostileTests.size / link.utf8.count)
        #expect(HostileTests.faults(in: text) > 0)
    }

    /// Chains inside chains: each is short enough, all together are as high as they are long.
    @Test func nestedChains() {
        let closing = String(repeating: ")" + String(repeating: ".a", count: 900), count: 90)
        #expect(HostileTests.faults(in: "let x = " + String(repeating: "f(", count: 90) + "1" + closing) == 1)
    }

    @Test func depthWithinTheLimitIsFine() {
        for (open, close) in [("(", ")"), ("[", "]"), ("f(", ")"), ("if a { ", " }"), ("f { ", " }")] {
            let text = String(repeating: open, count: 60) + "1" + String(repeating: close, count: 60)
            #expect(HostileTests.faults(in: text) == 0, "\(open)")
        }
    }

    @Test func randomBytes() {
        var state: UInt64 = 42
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
        let words = acceptedCases.joined(separator: " ").split(separator: " ").map(String.init)
        for _ in 0..<200 {
            let noise = (0..<300).map { _ in UInt8(truncatingIfNeeded: next()) }
            _ = Parser(file: SourceFile(name: "noise", bytes: noise)).parse()
            let soup = (0..<100).map { _ in words[Int(next()) % words.count] }.joined(separator: " ")
            let result = Parser(file: SourceFile(name: "soup", text: soup)).parse()
            for diagnostic in result.diagnostics {
                #expect(diagnostic.span.lower >= 0 && Int(diagnostic.span.upper) <= soup.utf8.count)
                #expect(diagnostic.span.lower <= diagnostic.span.upper)
            }
        }
    }
}
