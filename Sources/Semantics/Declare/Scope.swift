import SourceText
import Syntax

/// What a name can stand for.
enum Named {
    case variable(VariableDecl)
    case function(FunctionDecl)
    /// A member variable, a subscript, or a computed variable outside a type.
    case property(PropertyDecl)
    case enumCase(EnumCaseDecl)
    case nominal(NominalDecl)
    case alias(AliasDecl)
    case associated(AssociatedTypeDecl)
    /// A generic parameter, or a protocol's `Self`, or what an extension says of one.
    case type(Type)

    var isType: Bool {
        switch self {
        case .nominal, .alias, .associated, .type: true
        case .variable, .function, .property, .enumCase: false
        }
    }
}

/// The members of a type by name: of the declaration and of its extensions.
struct MemberTable {
    struct Entry {
        var named: Named
        /// The extension that declares it, where it is one.
        var `extension`: ExtensionDecl?
    }
    var byName: [String: [Entry]] = [:]
    mutating func add(_ name: String, _ named: Named, _ extensionDecl: ExtensionDecl? = nil) {
        byName[name, default: []].append(Entry(named: named, extension: extensionDecl))
    }
}

final class AliasDecl {
    let name: String
    let syntax: TypeSyntax
    let scope: Scope
    let parameters: [GenericParameter]
    let owner: NominalDecl?
    var resolved: Type?
    var isResolving = false
    init(name: String, syntax: TypeSyntax, scope: Scope, parameters: [GenericParameter], owner: NominalDecl?) {
        self.name = name
        self.syntax = syntax
        self.scope = scope
        self.parameters = parameters
        self.owner = owner
    }
}

/// An extension: its signature is that of the type it extends with further requirements.
final class ExtensionDecl {
    let nominal: NominalDecl
    let syntax: ExtensionSyntax
    let file: SourceFile
    var signature: GenericSignature
    var scope: Scope?
    var isSignatureResolved = false
    var isInheritanceResolved = false
    /// Whether a module declares it, not a cell.
    let isPrelude: Bool
    init(
        nominal: NominalDecl, syntax: ExtensionSyntax, file: SourceFile, signature: GenericSignature, isPrelude: Bool
    ) {
        self.isPrelude = isPrelude
        self.nominal = nominal
        self.syntax = syntax
        self.file = file
        self.signature = signature
    }
}

/// A frame of the checked program: variables know which one they live in, which is how captures are found.
final class FunctionContext {
    let parent: FunctionContext?
    var captures: [VariableDecl] = []
    /// What `return` gives; nil while a closure's is inferred.
    var result: Type?
    var thrown: Type?
    /// A closure whose result is inferred from its `return`s collects their types.
    var infersResult = false
    var sawNil = false
    var infersThrows = false
    var sawThrow = false
    /// Errors are handled by a `do … catch`, or by `try?`, around.
    var handledDepth = 0
    /// What is thrown inside the innermost `do` with clauses, and where.
    var thrownHere: [(type: Type, span: Span)] = []
    let function: FunctionDecl?
    init(parent: FunctionContext?, function: FunctionDecl? = nil) {
        self.parent = parent
        self.function = function
    }

    func noteCapture(of variable: VariableDecl) {
        var context: FunctionContext? = self
        while let current = context, current !== variable.owner {
            if current.captures.contains(where: { $0 === variable }) { return }
            current.captures.append(variable)
            context = current.parent
        }
        variable.isCaptured = true
    }
}

/// A level of names. Looking up walks outwards.
final class Scope {
    enum Kind {
        case module
        case block
        case generics
        /// The members of a type: found through an implicit `self`, or on the type itself in static code.
        case nominal(NominalDecl, GenericSignature)
    }
    let parent: Scope?
    let kind: Kind
    var names: [String: [Named]] = [:]
    /// The frame that declarations in this scope live in; nil at top level.
    let context: FunctionContext?
    let file: SourceFile

    /// Of a module that the language provides: it does not see what cells declare.
    let isPrelude: Bool

    init(parent: Scope?, kind: Kind, context: FunctionContext?, file: SourceFile, isPrelude: Bool = false) {
        self.parent = parent
        self.isPrelude = parent?.isPrelude ?? isPrelude
        self.kind = kind
        self.context = context
        self.file = file
    }

    func add(_ name: String, _ named: Named) { names[name, default: []].append(named) }

    func child(_ kind: Kind = .block, context: FunctionContext? = nil) -> Scope {
        Scope(parent: self, kind: kind, context: context ?? self.context, file: file)
    }

    /// The signature of the innermost generic declaration around.
    var signature: GenericSignature? {
        var scope: Scope? = self
        while let current = scope {
            if let signature = current.ownSignature { return signature }
            if case .nominal(_, let signature) = current.kind { return signature }
            scope = current.parent
        }
        return nil
    }
    var ownSignature: GenericSignature?
    /// Inside the initial value of a property: there is no `self` yet.
    var isInitialValue = false
    /// The `self` of a function's body.
    var selfVariable: VariableDecl?

    var nominal: NominalDecl? {
        var scope: Scope? = self
        while let current = scope {
            if case .nominal(let decl, _) = current.kind { return decl }
            scope = current.parent
        }
        return nil
    }
}

/// A module: the standard library, Foundation, NeuralCore, or the cells.
final class ModuleDecl {
    let name: String
    var names: [String: [Named]] = [:]
    /// Modules whose names can be asked of this one too: `Foundation.exp`.
    let companions: [ModuleDecl]
    init(name: String, companions: [ModuleDecl] = []) {
        self.name = name
        self.companions = companions
    }

    /// The functions and variables of a name that `Module.name` means.
    func values(_ name: String) -> [Named] {
        let own = (names[name] ?? []).filter { !$0.isType }
        return companions.reduce(own) { $0 + $1.values(name) }
    }
}
