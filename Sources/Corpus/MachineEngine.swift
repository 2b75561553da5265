import Prelude
import SourceText

/// Our own interpreter in this process. Every program is verified before it runs; after it has ended or been stopped every
/// reference is counted again, so that a file also fails whose objects are lost, or held where nothing holds them.
public enum MachineEngine {
    public static var engine: Engine {
        Engine(name: "machine") { fileName, bytes in
            let session = LanguageSession()
            let result = session.run(SourceFile(name: fileName, bytes: bytes))
            var refusals = result.diagnostics.filter { $0.severity == .error }.map(message)
            for problem in session.machine.checkHeap() {
                refusals.append(EngineResult.Message(line: 0, text: "heap after the run: \(problem)"))
            }
            return EngineResult(
                output: result.output, diagnostics: refusals, trap: (result.stop?.diagnostic).map(message))
        }
    }

    private static func message(_ diagnostic: Diagnostic) -> EngineResult.Message {
        let text = diagnostic.hint.isEmpty ? diagnostic.message : "\(diagnostic.message) (\(diagnostic.hint))"
        return EngineResult.Message(line: diagnostic.location.line, text: text)
    }
}
