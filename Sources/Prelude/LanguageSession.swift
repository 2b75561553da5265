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
        /// What `SystemRandomNumberGenerator` draws its numbers from: the same on every run.
        public var seed: UInt64

        public init(
            modules: Modules = .standard, limits: Limits = Limits(), isStepping: Bool = false, seed: UInt64 = 0
        ) {
            self.modules = modules
            self.limits = limits
            self.isStepping = isStepping
            self.seed = seed
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
    let checker = Checker()
    let compiler: CompilerSession
    let library: LibraryModules
    private var isRunning = false
    /// The function of the unit that was prepared last, for `start`.
    public private(set) var entry = 0
    let random: RandomSource
    /// How many pieces of code a stepper had evaluated: each is a function with a name of its own.
    var evaluations = 0
    /// Which functions have marks, as far as a stepper has asked.
    var steppedFunctions: [Int: Bool] = [:]

    public init(_ options: Options = Options()) {
        self.options = options
        machine = Machine(limits: options.limits)
        compiler = CompilerSession(checker: checker)
        compiler.isStepping = options.isStepping
        engine = EngineContext(descriptor: compiler.addForeignType("engine object"))
        library = LibraryModules(checker)
        library.declare("Swift")
        for native in engine.natives + FormatNatives.all { compiler.register(native) }
        random = RandomSource(seed: options.seed)
        compiler.register(random.native)
        if options.modules == .lesson {
            library.visible("NeuralCore")
            library.visible("LessonKit")
        }
    }

    /// Runs one whole program in a session of its own.
    public static func runProgram(
        fileName: String, bytes: [UInt8], options: Options = Options()
    ) -> UnitResult {
        LanguageSession(options).run(SourceFile(name: fileName, bytes: bytes))
    }

    // MARK: Units

    /// Checks and compiles a unit and stands ready to run it. Where a diagnostic is an error there is nothing to run, and
    /// nothing of the unit stays. With `isLocal` its variables and functions stay in it, as in a `do` block.
    public func prepare(_ file: SourceFile, isLocal: Bool = false) -> [Diagnostic] {
        isRunning = false
        let (statements, syntaxDiagnostics) = Parser(file: file).parse()
        let isRefused = syntaxDiagnostics.contains { $0.severity == .error }
        library.declareImports(of: statements)
        let unit = checker.check(file: file, statements: statements, isLocal: isLocal, isRefused: isRefused)
        let diagnostics = joined(syntaxDiagnostics, unit.diagnostics)
        guard !isRefused else { return diagnostics }
        guard unit.isValid else { return diagnostics }
        do throws(CompileError) {
            let entry = try compiler.compile(unit)
            do throws(VerificationError) {
                try machine.load(compiler.program)
            } catch {
                return diagnostics + [Diagnostic(in: file, at: .none, "fault of the compiler: \(error.message)")]
            }
            self.entry = entry
            start(entry)
        } catch {
            return diagnostics + [error.diagnostic]
        }
        return diagnostics
    }

    /// Stands ready to run a unit, from its start.
    public func start(_ entry: Int) {
        machine.start(entry)
        isRunning = true
    }

    /// What the checker says after the first place that the parser did not understand is left out: it might only follow
    /// from that.
    private func joined(_ syntax: [Diagnostic], _ semantic: [Diagnostic]) -> [Diagnostic] {
        guard let first = syntax.map({ $0.span.lower }).min() else { return semantic }
        return semantic.filter { $0.span.lower < first } + syntax
    }

    /// Runs on with what was prepared, for at most so many units of fuel.
    public func advance(fuel: Int64) -> Progress {
        guard isRunning else { return .finished }
        switch machine.run(fuel: fuel) {
        case .yielded: return .yielded
        case .marked(let mark): return .marked(mark)
        case .finished:
            isRunning = false
            machine.collectCycles()
            return .finished
        case .trapped(let report):
            isRunning = false
            return .stopped(Stop(trap: report.trap, diagnostic: diagnostic(report)))
        }
    }

    /// Gives up what runs, or was stopped: variables that it declared and did not reach have no value.
    public func abandon() {
        isRunning = false
        machine.recover()
    }

    /// What was printed since the last call, UTF-8.
    public func takeOutput() -> [UInt8] { machine.takeOutput() }

    // MARK: Names

    /// What can be named now; see `seal`.
    public func mark() -> NameMark { checker.mark() }

    /// From here on the names that a unit has declared since the mark are its own, but for some.
    public func seal(_ file: SourceFile, since mark: NameMark, showing visible: [String]) {
        checker.seal(file, since: mark, showing: visible)
    }

    /// Runs a unit to its end.
    public func run(_ file: SourceFile, isLocal: Bool = false) -> UnitResult {
        var result = UnitResult(diagnostics: prepare(file, isLocal: isLocal))
        while isRunning {
            switch advance(fuel: 1 << 20) {
            case .yielded, .marked, .finished: break
            case .stopped(let stop): result.stop = stop
            }
            result.output += takeOutput()
        }
        if result.stop != nil { abandon() }
        result.fuelUsed = result.isRefused ? 0 : machine.fuelUsed
        return result
    }

    /// The machine's state as it is now; networks that change later change as copies. What has not changed since an older
    /// snapshot is shared with it.
    public func snapshot(sharing older: SessionSnapshot? = nil) -> SessionSnapshot {
        engine.generation += 1
        return SessionSnapshot(machine: machine.snapshot(sharing: older?.machine), generator: random.generator)
    }

    public func restore(_ snapshot: SessionSnapshot) {
        engine.generation += 1
        machine.restore(snapshot.machine)
        random.generator = snapshot.generator
        isRunning = true
    }

    // MARK: Places

    /// What runs right now: the innermost place that is the program's own, not the library's.
    public func place() -> (file: SourceFile, span: Span)? { place(in: machine.frames()) }

    /// The statement outside functions that runs right now.
    public func outerPlace() -> (file: SourceFile, span: Span)? {
        guard let frame = machine.frames(limit: .max).last, let file = frame.file, let span = frame.span else {
            return nil
        }
        return (file, span)
    }

    private func place(in frames: [FrameView]) -> (file: SourceFile, span: Span)? {
        for frame in frames {
            if let file = frame.file, let span = frame.span, !library.owns(file) { return (file, span) }
        }
        return nil
    }

    private func diagnostic(_ report: TrapReport) -> Diagnostic {
        let text = TrapText(report.trap)
        guard let (file, span) = place(in: report.frames) else {
            let file = report.file ?? SourceFile(name: "program", text: "")
            return Diagnostic(in: file, at: report.span ?? .none, text.message, hint: text.hint)
        }
        return Diagnostic(in: file, at: span, text.message, hint: text.hint)
    }
}

/// What came of a unit.
public struct UnitResult {
    /// Of checking; where one is an error, nothing ran.
    public var diagnostics: [Diagnostic]
    /// What was printed, UTF-8.
    public var output: [UInt8] = []
    /// Why it was stopped, if it was.
    public var stop: LanguageSession.Stop?
    public var fuelUsed: Int64 = 0

    public var isRefused: Bool { diagnostics.contains { $0.severity == .error } }
}
