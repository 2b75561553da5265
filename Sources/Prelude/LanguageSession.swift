import Compiler
import Machine
import NeuralCore
import Semantics
import SourceText
import Syntax

/// One program of the cell language that grows unit by unit: each sees the names of those before it.
///
///     let session = LanguageSession(.init(modules: .lesson))
///     let result = session.run(SourceFile(name: "lesson.md", text: "let x = 2 + 3\nprint(x)"))
///     result.output       // "5\n"
///
/// `run` goes on to the end. A host that wants to cancel, to draw or to step calls `prepare` and then `advance` with a
/// slice of fuel as often as it likes.
public final class LanguageSession {
    /// The modules that are imported without being asked for.
    public enum Modules: Sendable {
        /// A plain program: `Swift` alone.
        case standard
        /// A lesson's cells: NeuralCore and LessonKit as well.
        case lesson
    }

    public struct Options: Sendable {
        public var modules = Modules.standard
        public var limits = Limits()
        /// Whether statements and expressions are marked for a stepper.
        public var isStepping = false

        public init(modules: Modules = .standard, limits: Limits = Limits(), isStepping: Bool = false) {
            self.modules = modules
            self.limits = limits
            self.isStepping = isStepping
        }
    }

    /// How a unit that was prepared stands.
    public enum Progress {
        case finished
        /// The slice is used up.
        case yielded
        /// At the mark where `Machine.stopMark` asked to stop, by its index in the program.
        case marked(Int)
        case stopped(Stop)
    }

    /// Why a running unit was stopped.
    public struct Stop {
        public var trap: Trap
        /// The trap at the line of the program that led to it, with the calls around it as notes.
        public var diagnostic: Diagnostic
    }

    public let options: Options
    public let machine: Machine
    public let engine: EngineContext
    let checker: Checker
    let compiler: CompilerSession
    private var library: Set<ObjectIdentifier> = []
    private var libraryFiles: [SourceFile] = []
}
