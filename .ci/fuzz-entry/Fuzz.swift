import Machine
import Prelude
import SourceText
import Syntax

// What libFuzzer calls with one input after the other: source text for the part of the front end, or for the machine,
// that FUZZ_TARGET names. Nothing may trap, and nothing may stay in the heap that nobody holds.

#if canImport(Glibc)
    import Glibc
#endif

private enum Target: String { case lexer, parser, checker, machine }

private let target = getenv("FUZZ_TARGET").flatMap { Target(rawValue: String(cString: $0)) } ?? .machine

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
    let file = SourceFile(name: "program.swift", bytes: bytes)
    switch target {
    case .lexer: lex(file)
    case .parser: parse(file)
    case .checker: _ = LanguageSession().prepare(file)
    case .machine: run(file)
    }
    return 0
}

/// Tokens come in order and lie inside the text.
private func lex(_ file: SourceFile) {
    var last = 0
    for token in Lexer.tokens(of: file) {
        precondition(
            Int(token.span.lower) >= last && token.span.upper >= token.span.lower, "a token before the last one")
        last = Int(token.span.lower)
    }
}

/// Every diagnostic has a place that can be shown.
private func parse(_ file: SourceFile) {
    let (_, diagnostics) = Parser(file: file).parse()
    for diagnostic in diagnostics { _ = DiagnosticRenderer().render(diagnostic) }
}

private func run(_ file: SourceFile) {
    var limits = Limits()
    limits.fuel = 100_000
    limits.memory = 4 << 20
    limits.output = 1 << 16
    let session = LanguageSession(.init(limits: limits))
    _ = session.run(file)
    let problems = session.machine.checkHeap()
    precondition(problems.isEmpty, problems.joined(separator: "\n"))
}
