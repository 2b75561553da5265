import Machine
import Semantics
import SourceText

/// Generic parameters and what they stand for in the instance being compiled.
struct Substitution {
    var signature: GenericSignature?
    var arguments: [Type]
    static var none: Substitution { Substitution(signature: nil, arguments: []) }
}

/// Where a variable lives.
enum Home {
    /// In this frame, from this register on.
    case registers(Int)
    /// In a box, shared with closures; its reference is in this register.
    case box(Int)
    /// In the bottom frame.
    case global(Int)
}

/// Something to do when a scope is left, on every path.
struct Cleanup {
    enum Kind {
        case release(register: Int, ValueLayout)
        case deferred(TypedBlock)
        /// A captured `inout` parameter goes back from its box to its registers.
        case unbox(box: Int, register: Int, ValueLayout)
        /// Undoes nothing: its value has been handed on.
        case none
    }
    var kind: Kind
    /// Tells entries apart where two paths leave at the same depth.
    var serial: Int
}

/// Compiles one function body.
///
/// Registers are a stack: variables and temporaries are allocated in order and freed with their scope or statement.
/// `cleanups` lists what this frame owns at the point of code being made; leaving a scope early emits those above the
/// scope's mark without removing them. See Compiler.docc, "Ownership".
final class FunctionCompiler {
    let session: CompilerSession
    let substitution: Substitution
    var assembler = Assembler()
    var convention: Convention
    var homes: [ObjectIdentifier: Home] = [:]
    var cleanups: [Cleanup] = []
    var serial = 0
    var next = 0
    var highest = 0
    var jumps: [ObjectIdentifier: JumpContext] = [:]
    var yields: [YieldContext] = []
    var handlers: [Handler] = []
    /// Where `fallthrough` goes, for each switch around.
    var fallTargets: [(label: Label, depth: Int)?] = []
    var chains: [ChainContext] = []
    /// In a thunk: captured words are among the operands already.
    var capturesArePassed = false
    /// Whether globals are this frame's own registers.
    let isEntry: Bool
    let file: SourceFile
    /// The `self` of an initialiser, which `return` gives back.
    var loopDepth = 0
    private var constantsFrom: Int?
    private var constants: [Int64] = []
    static let constantLimit = 12
    /// Whether this function is the user's and is compiled for a stepper.
    let isStepping: Bool
    var variables: [VariableEntry] = []
    var openVariables: [Int] = []
    var lateVariables: [VariableDecl] = []
    /// Above 0 what is computed is not the source's own and has no marks.
    var hidden = 0
    var depth = 0
    static let depthLimit = 400
    var initializerSelf: VariableDecl?
    /// The property whose `willSet` or `didSet` this is.
    var observedProperty: PropertyDecl?
    /// An initialiser of a class that leaves `super.init()` unsaid.
    var callsSuperAtEnd = false
    var isFailable = false

    struct JumpContext {
        var breakLabel: Label
        var continueLabel: Label?
        var depth: Int
    }
    struct YieldContext {
        var register: Int
        var layout: ValueLayout
        var label: Label
        var depth: Int
    }
    struct Handler {
        var label: Label
        var errorRegister: Int
        var depth: Int
    }
    struct ChainContext {
        var fail: FailPoint
    }

    init(
        _ session: CompilerSession, _ substitution: Substitution, _ convention: Convention, file: SourceFile,
        isEntry: Bool = false, isThunk: Bool = false
    ) {
        self.session = session
        self.substitution = substitution
        self.convention = convention
        self.file = file
        self.isEntry = isEntry
        isStepping = session.isStepping && !isThunk && session.isUserFile(file)
        next = convention.width
        highest = next
    }

    // MARK: Types

    /// A type of the body in terms of this instance.
    func concrete(_ type: Type) -> Type {
        var result = type
        if let signature = substitution.signature {
            result = session.checker.substitute(type, signature, substitution.arguments)
        }
        return session.withoutOpaque(result)
    }

    func layout(_ type: Type) -> ValueLayout {
        let layout = session.layout(concrete(type))
        if session.layouts.unknownNative != nil || session.layouts.endlessType != nil {
            session.reportTypeFailure(in: file, at: assembler.span)
        }
        return layout
    }

    func concrete(_ reference: FunctionReference) -> FunctionReference {
        session.checker.resolve(FunctionReference(reference.decl, reference.arguments.map { concrete($0) }))
    }

    // MARK: Registers

    func allocate(_ count: Int) -> Int {
        let register = next
        next += count
        if next > highest { highest = next }
        return register
    }

    // MARK: Instructions

    func emit(_ opcode: Opcode, a: Int = 0, b: Int = 0, c: Int = 0, x: Int = 0) {
        assembler.emit(Instruction(opcode, a: a, b: b, c: c, x: x))
    }

    func emit(_ opcode: Opcode, a: Int = 0, wide: Int, x: Int = 0) {
        assembler.emit(Instruction(opcode, a: a, wide: wide, x: x))
    }

    func emit(_ intrinsic: Intrinsic, a: Int = 0, b: Int = 0, c: Int = 0) {
        emit(.intrinsic, a: a, b: b, c: c, x: Int(intrinsic.rawValue))
    }

    /// Copies words without touching counts.
    func move(_ count: Int, from source: Int, to destination: Int) {
        guard source != destination else { return }
        switch count {
        case 0: break
        case 1: emit(.move, a: destination, b: source)
        case ...255: emit(.moveWords, a: destination, b: source, x: count)
        default:
            // Overlapping moves of this size do not occur: only frames and boxes are this wide.
            move(255, from: source, to: destination)
            move(count - 255, from: source + 255, to: destination + 255)
        }
    }

    func loadConstant(_ word: Int64, into register: Int) {
        if word == Int64(Int32(truncatingIfNeeded: word)) {
            emit(.loadImmediate, a: register, wide: Int(word))
        } else {
            emit(.loadConstant, a: register, wide: session.program.constant(word))
        }
    }

    func zero(_ register: Int, _ layout: ValueLayout) {
        for index in 0..<layout.width { loadConstant(0, into: register + index) }
    }

    func retain(_ register: Int, _ layout: ValueLayout) {
        for index in layout.references { emit(.retain, a: register + index) }
    }

    func release(_ register: Int, _ layout: ValueLayout) {
        for index in layout.references { emit(.release, a: register + index) }
    }

    /// A span for what `body` emits.
    func at<Result>(_ span: Span, _ body: () -> Result) -> Result {
        let outer = assembler.span
        assembler.span = span
        let result = body()
        assembler.span = outer
        return result
    }

    func trap(_ reason: TrapReason, _ message: String = "") {
        emit(.trap, wide: session.program.string(message), x: Int(reason.rawValue))
    }

    /// Something the compiler cannot do; the session reports the first one.
    func fail(_ message: String, hint: String = "") {
        session.fail(Diagnostic(in: file, at: assembler.span, message, hint: hint))
    }

    // MARK: Constants

    /// Sets registers aside for constants used in loops; they are loaded once, at the start.
    func reserveConstants(for statements: [TypedStatement]) {
        guard statements.contains(where: { $0.hasLoop }) else { return }
        constantsFrom = allocate(FunctionCompiler.constantLimit)
    }

    /// A register that holds the constant for the whole function; nil outside loops and when all are taken.
    func constantRegister(_ word: Int64) -> Int? {
        guard let first = constantsFrom, loopDepth > 0 else { return nil }
        if let index = constants.firstIndex(of: word) { return first + index }
        guard constants.count < FunctionCompiler.constantLimit else { return nil }
        constants.append(word)
        return first + constants.count - 1
    }

    private func loadReservedConstants() {
        guard let first = constantsFrom else { return }
        assembler.prepend(
            constants.enumerated().map { index, word in
                word == Int64(Int32(truncatingIfNeeded: word))
                    ? Instruction(.loadImmediate, a: first + index, wide: Int(word))
                    : Instruction(.loadConstant, a: first + index, wide: session.program.constant(word))
            })
    }

    // MARK: Result

    func finish(name: String) -> Function {
        // A label may stand at the very end, after a return.
        if assembler.isOpen { trap(.unreachable) }
        loadReservedConstants()
        let (code, lines) = assembler.finish(&session.program)
        if highest > 60_000 {
            fail("\(name) needs more room than a function can have", hint: "split it into smaller functions")
        }
        closeVariables(to: 0)
        let shift = constants.count
        for index in variables.indices {
            let range = variables[index].range
            variables[index].range = range.lowerBound + shift..<range.upperBound + shift
        }
        return Function(
            name: name, code: code, frameWords: max(highest, convention.width + 1) + 1,
            parameterWords: convention.width, resultWords: convention.result.width, file: file, lines: lines,
            variables: variables)
    }
}

extension TypedStatement {
    /// Whether a loop stands in the statement, outside closures and local functions.
    fileprivate var hasLoop: Bool {
        switch kind {
        case .while, .repeatWhile, .forIn: true
        case .if(let clauses, let otherwise, _):
            clauses.contains { $0.body.hasLoop } || otherwise?.hasLoop ?? false
        case .guard(_, let block), .block(let block), .defer(let block): block.hasLoop
        case .switch(_, let cases, _): cases.contains { $0.body.hasLoop }
        case .do(let block, let catches, _, _): block.hasLoop || catches.contains { $0.body.hasLoop }
        default: false
        }
    }
}

extension TypedBlock {
    fileprivate var hasLoop: Bool { statements.contains { $0.hasLoop } }
}
