import Testing

@testable import Report

@Suite struct GoldenTests {
    @Test func terminalText() throws {
        try Golden.check(TerminalTextTests.text(), "lesson3.txt")
    }

    @Test func terminalTextInColour() throws {
        try Golden.check(TerminalTextTests.text(color: true), "lesson3.ansi")
    }

    @Test func terminalTextInASCII() throws {
        try Golden.check(TerminalTextTests.text(unicode: false), "lesson3-ascii.txt")
    }

    @Test func page() throws {
        try Golden.check(PageTests.page, "lesson3.html")
    }
}
