import SourceText
import Syntax
import Testing

@Suite struct LexerTests {
    private func kinds(_ text: String) -> [Token.Kind] {
        Lexer.tokens(of: SourceFile(name: "test.swift", text: text)).dropLast().map(\.kind)
    }

    /// The rules of "Operators" in The Swift Programming Language.
    @Test func fixity() {
        #expect(kinds("a+b") == [.identifier, .binaryOperator, .identifier])
        #expect(kinds("a + b") == [.identifier, .binaryOperator, .identifier])
        #expect(kinds("a +b") == [.identifier, .prefixOperator, .identifier])
        #expect(kinds("a+ b") == [.identifier, .postfixOperator, .identifier])
        #expect(kinds("(-a)") == [.leftParen, .prefixOperator, .identifier, .rightParen])
        #expect(
            kinds("a!.b?.c") == [
                .identifier, .postfixExclaim, .period, .identifier, .postfixQuestion, .period, .identifier,
            ])
        #expect(kinds("a ? b : c") == [.identifier, .infixQuestion, .identifier, .colon, .identifier])
        #expect(kinds("a/* */+ b") == [.identifier, .blockComment, .binaryOperator, .identifier])
        #expect(
            kinds("f(&x) & y")
                == [.identifier, .leftParen, .prefixAmpersand, .identifier, .rightParen, .binaryOperator, .identifier])
        #expect(kinds("x == .a") == [.identifier, .binaryOperator, .prefixPeriod, .identifier])
        #expect(kinds("a -> b") == [.identifier, .arrow, .identifier])
    }

    @Test func numbers() {
        #expect(
            kinds("1 1.5 1e3 0x1F 0x1p3 0b10 0o7 1_000")
                == [.integer, .float, .float, .integer, .float, .integer, .integer, .integer])
        #expect(kinds("t.0.1") == [.identifier, .period, .integer, .period, .integer])
        #expect(kinds("1.max") == [.integer, .period, .identifier])
        #expect(kinds("0...5") == [.integer, .binaryOperator, .integer])
        #expect(kinds("0...1.5") == [.integer, .binaryOperator, .float])
        #expect(kinds("0..<2e1") == [.integer, .binaryOperator, .float])
    }

    @Test func strings() {
        #expect(
            kinds("\"a\\(b(\")\"))c\"") == [
                .stringStart, .stringText, .interpolationStart, .identifier, .leftParen, .stringStart, .stringText,
                .stringEnd, .rightParen, .interpolationEnd, .stringText, .stringEnd,
            ])
        #expect(kinds("#\"a\"b\\(c\"#") == [.stringStart, .stringText, .stringEnd])
        #expect(kinds("\"\"") == [.stringStart, .stringEnd])
    }

    @Test func commentsAndNames() {
        #expect(
            kinds("#!/bin/x\n// a\nlet π = `let` /* /* */ */") == [
                .lineComment, .lineComment, .keyword, .identifier, .equal, .identifier, .blockComment,
            ])
        let tokens = Lexer.tokens(of: SourceFile(name: "test.swift", text: "a\n  b // c\nd"))
        #expect(tokens.map { $0.flags.contains(.afterNewline) } == [true, true, false, true, false])
        #expect(tokens.map(\.span.lower) == [0, 4, 6, 11, 12])
    }

    /// Token spans are in order, lie in the file and cover all but blanks.
    @Test func spansCoverTheFile() {
        for text in acceptedCases {
            let bytes = Array(text.utf8)
            var end = 0
            for token in Lexer.tokens(of: SourceFile(name: "test.swift", text: text)) {
                #expect(Int(token.span.lower) >= end)
                for byte in bytes[end..<Int(token.span.lower)] { #expect(byte <= 0x20, "\(text)") }
                end = Int(token.span.upper)
            }
            #expect(end == bytes.count)
        }
    }
}
