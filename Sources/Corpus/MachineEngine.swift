import Prelude
import SourceText

/// Our own interpreter in this process.
public enum MachineEngine {
    public static var engine: Engine {
        Engine(name: "machine") { fileName, bytes in
            let result = LanguageSession.runProgram(fileName: fileName, bytes: bytes)
            return EngineResult(
                output: result.output,
                diagnostics: result.diagnostics.filter { $0.severity == .error }.map(message),
                trap: (result.stop?.diagnostic).map(message))
        }
    }

    private static func message(_ diagnostic: Diagnostic) -> EngineResult.Message {
        let text = diagnostic.hint.isEmpty ? diagnostic.message : "\(diagnostic.message) (\(diagnostic.hint))"
        return EngineResult.Message(line: diagnostic.location.line, text: text)
    }
}
