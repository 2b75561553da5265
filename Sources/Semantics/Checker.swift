import SourceText
import Syntax

/// Checks inputs one after the other, each against the declarations of those before it, and answers the compiler's
/// questions about types, witnesses and bodies.
///
/// Names are collected first; signatures, conformances and bodies are resolved on their first use, so that a Prelude
/// costs what a program uses of it. See `Semantics.docc` for the rules.
public final class Checker {
    public let types = TypeTable()
    var wellKnown = WellKnown()
    var modules: [ModuleDecl] = []
    /// Modules whose names the input at hand sees.
    var visibleModules: [ModuleDecl] = []
    let cells = ModuleDecl(name: "main")
    var diagnostics: [Diagnostic] = []
    /// Above 0 while a way is only tried out.
    var quiet = 0
    var quietProblems = 0
    var operators = OperatorTable()
    /// Units whose names are their own but for some; see `seal`.
    var sealedUnits: [SealedUnit] = []
    /// Operators declared inside types: looked up by name alone, as Swift does.
    var operatorMembers: [String: [(FunctionDecl, ExtensionDecl?)]] = [:]
    /// Work done on the input at hand: bounded, so that no expression takes forever.
    var work = 0
    public var workLimit = 2_000_000
    /// The signature of the generic code that is being checked.
    var currentSignature: GenericSignature?
    var globalsOfUnit: [VariableDecl] = []
    var pendingBodies: [FunctionDecl] = []
    var userNominals: [NominalDecl] = []
    var userAliases: [AliasDecl] = []
    var userConformances: [ConformanceDecl] = []
    var isPrelude = false
    var depth = 0
    /// Inside an `if` or `switch` expression: the type of its branches, open until the first one.
    var yieldType: Type?
    var yieldIsOpen = false
    var branchDepth = 0
    var jumps: [Jump] = []
    var localFunctions: [ObjectIdentifier: FunctionDecl] = [:]
    /// Stands for the frame of top-level code, where errors end the program.
    let topContext = FunctionContext(parent: nil)

    public init() {}

    func report(_ problem: Problem, at span: Span, in file: SourceFile, related: [Span] = [], notes: [Diagnostic] = [])
    {
        if quiet > 0 {
            quietProblems += 1
            return
        }
        let wording = problem.wording
        if diagnostics.contains(where: { $0.span == span && $0.file === file }) { return }
        diagnostics.append(
            Diagnostic(in: file, at: span, wording.message, hint: wording.hint, related: related, notes: notes))
    }

    /// Declarations of the standard library by name: `Int`, `Optional`, `Array`, `Error`, `CustomStringConvertible` …
    public func standard(_ name: String) -> NominalDecl? {
        for module in modules {
            for named in module.names[name] ?? [] {
                if case .nominal(let decl) = named { return decl }
            }
        }
        return nil
    }

    /// Tries something out: what it finds wrong is neither reported nor counted.
    func quietly<T>(_ body: () -> T) -> T {
        let problems = quietProblems
        quiet += 1
        defer {
            quiet -= 1
            quietProblems = problems
        }
        return body()
    }

    func withSignature<T>(_ signature: GenericSignature?, _ body: () -> T) -> T {
        let old = currentSignature
        currentSignature = signature
        defer { currentSignature = old }
        return body()
    }
}

/// The declarations that the language itself refers to; set when the Prelude that has them is declared.
struct WellKnown {
    var int: NominalDecl?
    var double: NominalDecl?
    var bool: NominalDecl?
    var string: NominalDecl?
    var character: NominalDecl?
    var optional: NominalDecl?
    var array: NominalDecl?
    var dictionary: NominalDecl?
    var set: NominalDecl?
    var error: NominalDecl?
    var sequence: NominalDecl?
    var iterator: NominalDecl?
    var equatable: NominalDecl?
    var hashable: NominalDecl?
    var comparable: NominalDecl?
    var caseIterable: NominalDecl?
    var rawRepresentable: NominalDecl?
    var byInteger: NominalDecl?
    var byFloat: NominalDecl?
    var byBoolean: NominalDecl?
    var byString: NominalDecl?
    var byScalar: NominalDecl?
    var byArray: NominalDecl?
    var byDictionary: NominalDecl?
    var byNil: NominalDecl?
    var never: NominalDecl?
    var hasher: NominalDecl?
}

extension Checker {
    func fillWellKnown() {
        wellKnown = WellKnown(
            int: standard("Int"), double: standard("Double"), bool: standard("Bool"), string: standard("String"),
            character: standard("Character"), optional: standard("Optional"), array: standard("Array"),
            dictionary: standard("Dictionary"), set: standard("Set"), error: standard("Error"),
            sequence: standard("Sequence"), iterator: standard("IteratorProtocol"), equatable: standard("Equatable"),
            hashable: standard("Hashable"), comparable: standard("Comparable"), caseIterable: standard("CaseIterable"),
            rawRepresentable: standard("RawRepresentable"), byInteger: standard("ExpressibleByIntegerLiteral"),
            byFloat: standard("ExpressibleByFloatLiteral"), byBoolean: standard("ExpressibleByBooleanLiteral"),
            byString: standard("ExpressibleByStringLiteral"), byScalar: standard("ExpressibleByUnicodeScalarLiteral"),
            byArray: standard("ExpressibleByArrayLiteral"), byDictionary: standard("ExpressibleByDictionaryLiteral"),
            byNil: standard("ExpressibleByNilLiteral"), never: standard("Never"), hasher: standard("Hasher"))
    }

    func type(_ decl: NominalDecl?) -> Type { decl.map { types.nominal($0) } ?? types.error }
    var intType: Type { type(wellKnown.int) }
    var doubleType: Type { type(wellKnown.double) }
    var boolType: Type { type(wellKnown.bool) }
    var stringType: Type { type(wellKnown.string) }
    var neverType: Type { type(wellKnown.never) }
    var errorType: Type { wellKnown.error.map { types.make(.existential([$0], isObject: false)) } ?? types.error }
    func optional(_ wrapped: Type) -> Type { wellKnown.optional.map { types.nominal($0, [wrapped]) } ?? types.error }
    func array(_ element: Type) -> Type { wellKnown.array.map { types.nominal($0, [element]) } ?? types.error }

    public func wrapped(_ type: Type) -> Type? {
        if case .nominal(let decl, let arguments) = types[type], decl === wellKnown.optional { return arguments[0] }
        return nil
    }
    func elementOfArray(_ type: Type) -> Type? {
        if case .nominal(let decl, let arguments) = types[type], decl === wellKnown.array { return arguments[0] }
        return nil
    }
}
