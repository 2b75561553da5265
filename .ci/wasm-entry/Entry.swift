import CLessons
import NeuralCore
import Prelude
import SourceText

/// Runs programs until standard input ends.
@_expose(wasm, "_start") @_cdecl("_start")
public func start() {
    DataFiles.provider = { name in
        guard let file = bundled_data(name)?.pointee else { return nil }
        return [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.count))
    }
    while let modules = readNumber(), let name = readText(), let source = readText() {
        let options = LanguageSession.Options(modules: modules == 1 ? .lesson : .standard)
        writeBytes(encode(run(String(decoding: name, as: UTF8.self), source, options)))
    }
}

/// The one place where a program meets the engine.
func run(_ fileName: String, _ source: [UInt8], _ options: LanguageSession.Options) -> WireResult {
    let unit = LanguageSession.runProgram(fileName: fileName, bytes: source, options: options)
    var result = WireResult(output: unit.output)
    for diagnostic in unit.diagnostics where diagnostic.severity == .error {
        result.diagnostics.append(message(diagnostic))
    }
    if let stop = unit.stop { result.trap = message(stop.diagnostic) }
    return result
}

/// In the words of the native engine, so that the two compare.
func message(_ diagnostic: Diagnostic) -> (line: Int, message: String) {
    let text = diagnostic.hint.isEmpty ? diagnostic.message : "\(diagnostic.message) (\(diagnostic.hint))"
    return (diagnostic.location.line, text)
}
