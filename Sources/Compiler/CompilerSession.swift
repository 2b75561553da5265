import Machine
import Semantics
import SourceText

/// Compiles one checked unit after the other into one growing program.
///
/// Only what a unit uses is compiled: bodies are asked for when an instance of a function, that is a declaration with
/// concrete generic arguments, is first called. Function indexes never change, so a running machine can take in the
/// extended program.
public final class CompilerSession {
    public let checker: Checker
    public internal(set) var program = Program()
    /// Whether statements and expressions are marked for a stepper.
    public var isStepping = false
    /// How many instances of generic and other functions a session may make.
    public var instanceLimit = 20_000

    let layouts: LayoutTable
    /// Swift operations that the Prelude's `@native` functions can name besides the compiler's own.
    var natives: [String: Int] = [:]
    var instances: [InstanceKey: Int] = [:]
    var queue: [(key: InstanceKey, index: Int)] = []
    var closures: [(work: ClosureWork, index: Int)] = []
    var descriptors: [DescriptorKey: Int] = [:]
    var globals: [ObjectIdentifier: Int] = [:]
    var lazyGlobals: [ObjectIdentifier: Int] = [:]
    var existentials = ExistentialTable()
    var unusedFunction: Int?
    private var firstFailure: Diagnostic?
    private var depths: [Type: Int] = [:]
    /// The globals in order; they also keep alive what `ObjectIdentifier`s name.
    private(set) var namedGlobals: [(variable: VariableDecl, word: Int)] = []
    private var userFiles: [SourceFile] = []

    public init(checker: Checker) {
        self.checker = checker
        layouts = LayoutTable(checker)
    }

    /// Makes a native operation known under its name in `@native("…")`. Call before compiling what uses it.
    public func register(_ native: Native) {
        program.natives.append(native)
        natives[native.name] = program.natives.count - 1
    }

    /// Compiles a unit and all it uses. Returns the index of its entry, to be run in the bottom frame.
    public func compile(_ unit: TypedUnit) throws(CompileError) -> Int {
        firstFailure = nil
        let known = program.functions.count
        if !isUserFile(unit.file) { userFiles.append(unit.file) }
        for variable in unit.globals { _ = global(variable) }
        let entry = program.reserveFunction("main")
        // Static properties found on the way get globals too, and the entry's temporaries must lie above them all.
        var spare = 0
        while true {
            let before = program.globals.words
            program.functions[entry] = compileEntry(unit, temporariesFrom: before + spare)
            drain()
            if firstFailure == nil { reportTypeFailure(in: unit.file, at: .none) }
            if let failure = firstFailure { throw CompileError(failure) }
            let added = program.globals.words - before
            if added <= spare { break }
            spare = added + 8
        }
        improve(from: known, entry: entry)
        return entry
    }

    private func compileEntry(_ unit: TypedUnit, temporariesFrom first: Int) -> Function {
        let convention = Convention(result: layout(checker.types.void), canThrow: false)
        let compiler = FunctionCompiler(self, .none, convention, file: unit.file, isEntry: true)
        compiler.next = first
        compiler.highest = first
        compiler.entryBody(unit)
        return compiler.finish(name: "main")
    }

    func takeFailure() -> Diagnostic? {
        defer { firstFailure = nil }
        return firstFailure
    }

    func drain() {
        repeat {
            while firstFailure == nil {
                if let (work, index) = closures.popLast() {
                    program.functions[index] = compile(work)
                } else if let (key, index) = queue.popLast() {
                    program.functions[index] = compile(key)
                } else {
                    break
                }
            }
        } while firstFailure == nil && completeWitnesses()
    }

    /// Whether a file is a unit's, not the library's.
    func isUserFile(_ file: SourceFile) -> Bool { userFiles.contains { $0 === file } }

    func fail(_ diagnostic: Diagnostic) {
        if firstFailure == nil { firstFailure = diagnostic }
    }

    var hasFailed: Bool { firstFailure != nil }

    /// Turns what the layout table found into a diagnostic.
    func reportTypeFailure(in file: SourceFile, at span: Span) {
        if let late = checker.lateErrors.first {
            fail(late)
        } else if let type = layouts.endlessType {
            fail(
                Diagnostic(
                    in: file, at: span, "a value of type \(typeName(type)) would contain itself",
                    hint: "make it a class, or an indirect enum"))
        } else if let native = layouts.unknownNative {
            fail(Diagnostic(in: file, at: span, "the machine knows no type named \(native)"))
        }
    }

    // MARK: Instances

    /// The program's function for an instance, compiled later if it is new.
    func instance(_ key: InstanceKey, named name: @autoclosure () -> String) -> Int {
        if let index = instances[key] { return index }
        let index = program.reserveFunction(name())
        instances[key] = index
        if instances.count > instanceLimit, firstFailure == nil {
            let file = key.file ?? SourceFile(name: "program", text: "")
            fail(
                Diagnostic(
                    in: file, at: key.span,
                    "this program needs more than \(instanceLimit) versions of generic functions",
                    hint: "a generic function that calls itself with an ever larger type never ends"))
        }
        queue.append((key, index))
        return index
    }

    func instance(_ reference: FunctionReference) -> Int {
        if reference.arguments.contains(where: { depth(of: $0) > CompilerSession.typeDepthLimit }) {
            fail(
                Diagnostic(
                    in: reference.decl.file, at: reference.decl.span,
                    "`\(reference.decl.name)` would be needed for ever larger types",
                    hint: "a generic function that calls itself with a larger type never ends"))
        }
        return instance(.function(reference), named: reference.decl.qualifiedName)
    }

    // MARK: Types

    /// How deeply types nest before a program is taken to build them without end.
    static let typeDepthLimit = 40

    /// Types inside types inside this one. Each type is looked at once.
    func depth(of type: Type) -> Int {
        if let known = depths[type] { return known }
        let inside: [Type]
        switch checker.types[type] {
        case .nominal(_, let arguments), .opaque(_, let arguments): inside = arguments
        case .tuple(let fields): inside = fields.map { $0.type }
        case .function(let shape): inside = shape.parameters.map { $0.type } + [shape.result]
        case .metatype(let instance): inside = [instance]
        default: inside = []
        }
        let result = 1 + (inside.map { depth(of: $0) }.max() ?? 0)
        depths[type] = result
        return result
    }

    func layout(_ type: Type) -> ValueLayout { layouts[type] }

    /// Replaces `some P` results by what the function returns.
    func withoutOpaque(_ type: Type) -> Type {
        guard checker.types.hasOpaque(type), case .opaque(let function, let arguments) = checker.types[type],
            let underlying = function.underlyingResult
        else { return type }
        return withoutOpaque(checker.substitute(underlying, function.signature, arguments))
    }

    // MARK: Globals

    /// The first word of a global variable.
    func global(_ variable: VariableDecl) -> Int {
        if let word = globals[ObjectIdentifier(variable)] { return word }
        let word = program.globals.words
        let layout = layout(withoutOpaque(variable.type))
        program.globals = program.globals + layout.machineLayout
        globals[ObjectIdentifier(variable)] = word
        namedGlobals.append((variable, word))
        return word
    }
}
