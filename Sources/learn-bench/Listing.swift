import Foundation
import Machine
import Prelude
import SourceText

/// The bytecode of a program, to see what the compiler makes of it.
enum Listing {
    static func print(_ path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let session = LanguageSession()
        for diagnostic in session.prepare(SourceFile(name: path, bytes: bytes)) { Swift.print(diagnostic.message) }
        let program = session.machine.program
        let disassembler = Disassembler(program)
        for index in program.functions.indices where !program.functions[index].code.isEmpty {
            Swift.print(disassembler.text(function: index))
        }
    }
}
