import SourceText
import Syntax

/// Whole inputs: a module of the Prelude, a cell, a program.
extension Checker {
    /// Declares a module that cells can import; `Swift` is always visible. Bodies are checked when they are used.
    /// `companions` are modules that come with it and are declared already.
    public func declareModule(
        _ name: String, files: [(file: SourceFile, statements: [Statement])], companions: [String] = []
    ) {
        isPrelude = true
        defer { isPrelude = false }
        let module = ModuleDecl(name: name, companions: modules.filter { companions.contains($0.name) })
        modules.append(module)
        declareTopLevel(
            files.map {
                ($0.statements, Scope(parent: nil, kind: .module, context: nil, file: $0.file, isPrelude: true))
            })
        fillWellKnown()
        for named in module.names.values.flatMap({ $0 }) {
            if case .nominal(let decl) = named { settle(decl) }
        }
        visibleModules = modules.filter { $0.name == "Swift" }
    }

    /// What the compiler reads of a type without asking.
    private func settle(_ decl: NominalDecl) {
        for property in decl.storedProperties { withSignature(decl.signature) { ensureType(of: property) } }
        for item in decl.cases { ensurePayload(of: item) }
    }

    /// Makes a module's names visible to the inputs that follow.
    public func importModule(_ name: String) {
        if let module = modules.first(where: { $0.name == name }), !visibleModules.contains(where: { $0 === module }) {
            visibleModules.append(module)
        }
    }

    /// Checks a cell or a program: its statements run in order, its names stay for the inputs that follow.
    ///
    /// With `isLocal` its variables and functions stay in it, as in a `do` block; with `isRefused`, where the parser found
    /// errors, none of its names stay.
    public func check(
        file: SourceFile, statements: [Statement], isLocal: Bool = false, isRefused: Bool = false
    ) -> TypedUnit {
        let savedNames = cells.names
        diagnostics = []
        globalsOfUnit = []
        pendingBodies = []
        userNominals = []
        userConformances = []
        jumps = []
        work = 0
        quietProblems = 0
        currentSignature = nil
        let module = Scope(parent: nil, kind: .module, context: nil, file: file)
        if isLocal {
            let inner = module.child()
            let checked = checkStatements(statements, scope: inner)
            return finishUnit(file, checked)
        }
        declareTopLevel([(statements, module)])
        PlacementScan(checker: self, file: file).visit(statements)
        checkAliases(cells.names)
        markOverridden(in: userNominals)
        for decl in userNominals { declareWholly(decl) }
        var checked: [TypedStatement] = []
        for statement in statements {
            if case .declaration(let declaration) = statement.kind {
                if case .variable(let variable) = declaration.kind {
                    checked += checkVariable(variable, declaration, scope: module)
                }
            } else {
                checked.append(checkStatement(statement, scope: module))
            }
        }
        for function in pendingBodies {
            _ = body(of: function)
            checkUnused(of: function)
        }
        reportDoubles()
        for decl in userNominals { checkProperties(of: decl) }
        for conformance in userConformances { checkConformance(conformance) }
        for alias in userAliases { _ = resolveAlias(alias) }
        userAliases = []
        let unit = finishUnit(file, checked)
        // After an input with errors its names go, so that it can be mended and entered again.
        if !unit.isValid || isRefused { cells.names = savedNames }
        return unit
    }

    /// Two functions of one name with the same parameters and result.
    private func reportDoubles() {
        var seen: [String: [FunctionDecl]] = [:]
        for function in pendingBodies where function.storage == nil {
            for other in seen[function.name] ?? []
            where other.owner === function.owner && other.extensionDecl === function.extensionDecl
                && other.scope === function.scope && other.isStatic == function.isStatic
                && other.isInitializer == function.isInitializer && functionType(other) == functionType(function)
                && zip(other.parameters, function.parameters).allSatisfy({
                    $0.label == $1.label && $0.isVariadic == $1.isVariadic
                })
                && other.signature.parameters.count == function.signature.parameters.count
                && OperatorFixity(other) == OperatorFixity(function)
            {
                report(.redeclared(function.name), at: function.span, in: function.file)
            }
            seen[function.name, default: []].append(function)
        }
    }

    private func functionType(_ function: FunctionDecl) -> Type {
        types.make(
            .function(
                FunctionShape(
                    parameters: function.parameters.map {
                        FunctionShape.Parameter($0.variable.type, isInout: $0.isInout)
                    },
                    thrown: nil, result: function.result)))
    }

    private func finishUnit(_ file: SourceFile, _ statements: [TypedStatement]) -> TypedUnit {
        if !diagnostics.contains(where: { $0.severity == .error }) {
            var scan = InitialisationScan(checker: self, file: file)
            scan.check(statements)
            for function in pendingBodies {
                if case .checked(let block?) = function.bodyState {
                    var scan = InitialisationScan(checker: self, file: function.file)
                    scan.check(block.statements)
                    EscapeScan(checker: self, file: function.file).visit(block)
                }
            }
        }
        diagnostics.sort { $0.span.lower < $1.span.lower }
        return TypedUnit(file: file, statements: statements, globals: globalsOfUnit, diagnostics: diagnostics)
    }

    private func declareWholly(_ decl: NominalDecl) {
        resolveInheritance(of: decl)
        _ = resolveSignature(of: decl)
        for item in decl.cases { ensurePayload(of: item) }
        for property in decl.storedProperties { withSignature(decl.signature) { ensureType(of: property) } }
        checkAliases(decl.members.byName.mapValues { entries in entries.map { $0.named } })
        ensureImplicitMembers(of: decl)
        buildVtable(of: decl)
        checkContainment(decl)
    }

    /// A struct that holds itself by value would be endless.
    private func checkContainment(_ decl: NominalDecl) {
        guard decl.kind == .struct || decl.kind == .enum else { return }
        if contains(decl, decl, depth: 0) {
            report(
                .other(
                    "\(decl.name) holds itself, so it would be endless",
                    hint: decl.kind == .enum ? "mark the enum `indirect`" : "use a class, or an array of it"),
                at: decl.span, in: decl.file)
        }
    }

    private func contains(_ outer: NominalDecl, _ wanted: NominalDecl, depth: Int) -> Bool {
        if depth > 20 { return false }
        var parts: [Type] = outer.storedProperties.map { $0.type }
        for item in outer.cases where !item.isIndirect { parts += item.payload.map { $0.type } }
        return parts.contains { holds($0, wanted, depth: depth) }
    }

    private func holds(_ type: Type, _ wanted: NominalDecl, depth: Int) -> Bool {
        switch types[type] {
        case .nominal(let decl, let arguments):
            if decl === wanted { return true }
            if decl === wellKnown.optional { return holds(arguments[0], wanted, depth: depth + 1) }
            guard decl.native == nil, decl.kind == .struct || decl.kind == .enum, !decl.isPrelude else { return false }
            return contains(decl, wanted, depth: depth + 1)
        case .tuple(let fields): return fields.contains { holds($0.type, wanted, depth: depth + 1) }
        default: return false
        }
    }

    private func checkProperties(of decl: NominalDecl) {
        for entries in decl.members.byName.values {
            for entry in entries {
                guard case .property(let property) = entry.named else { continue }
                ensureType(of: property)
                checkInitializer(of: property)
            }
        }
        for case .alias(let alias) in decl.members.byName.values.joined().map({ $0.named }) { _ = resolveAlias(alias) }
        if decl.kind == .class { checkOverridingInitializers(decl) }
        if decl.kind == .class, declaresDesignated(decl) { checkRequiredInitializers(decl) }
        if decl.kind == .class, !declaresDesignated(decl) {
            for property in decl.storedProperties where !property.hasInitializer && wrapped(property.type) == nil {
                report(
                    .other(
                        "class \(decl.name) has no initialiser, and `\(property.name)` has no value",
                        hint: "write init(…), or give it a value"),
                    at: decl.span, in: decl.file)
                return
            }
        }
    }

    private func checkOverridingInitializers(_ decl: NominalDecl) {
        var theirs: [FunctionDecl] = []
        if let superclass = decl.superclass, case .nominal(let parent, _) = types[superclass] {
            ensureImplicitMembers(of: parent)
            for case .function(let function) in (parent.members.byName["init"] ?? []).map({ $0.named }) {
                ensureSignature(of: function)
                theirs.append(function)
            }
        }
        for case .function(let function) in (decl.members.byName["init"] ?? []).map({ $0.named })
        where function.synthesized == nil {
            ensureSignature(of: function)
            let replaced = theirs.first { other in
                !other.isConvenience && other.parameters.map { $0.label } == function.parameters.map { $0.label }
                    && zip(other.parameters, function.parameters).allSatisfy {
                        $0.type == $1.type || types.hasParameter($0.type)
                    }
            }
            if function.modifiers.contains(.override), replaced == nil {
                report(
                    .other("there is no initialiser in the superclass that this overrides", hint: "remove `override`"),
                    at: function.span, in: function.file)
            } else if let replaced, !function.modifiers.contains(.override), !replaced.modifiers.contains(.required) {
                report(
                    .other("this replaces `init` of the superclass", hint: "write `override` before it"),
                    at: function.span, in: function.file)
            }
        }
    }

    /// A class with initialisers of its own has to have those that its superclass calls `required`.
    private func checkRequiredInitializers(_ decl: NominalDecl) {
        guard let superclass = decl.superclass, case .nominal(let parent, _) = types[superclass] else { return }
        func labels(_ function: FunctionDecl) -> [String?] { function.parameters.map { $0.label } }
        var own: [[String?]] = []
        for case .function(let function) in (decl.members.byName["init"] ?? []).map({ $0.named }) {
            ensureSignature(of: function)
            own.append(labels(function))
        }
        for case .function(let function) in (parent.members.byName["init"] ?? []).map({ $0.named })
        where function.modifiers.contains(.required) && !own.contains(labels(function)) {
            report(
                .other(
                    "\(decl.name) needs the initialiser that \(parent.name) calls `required`",
                    hint: "write required init(…)"), at: decl.span, in: decl.file)
        }
    }

    /// Every requirement has its witness.
    private func checkConformance(_ conformance: ConformanceDecl) {
        let signature = conformance.extension.map { resolveExtensionSignature($0) } ?? conformance.nominal.signature
        withSignature(signature) { checkRequirements(conformance) }
    }

    private func checkRequirements(_ conformance: ConformanceDecl) {
        let decl = conformance.nominal
        let own = selfType(of: decl)
        ensureImplicitMembers(of: decl)
        for associated in conformance.protocolDecl.associatedTypes {
            let canonical = canonicalAssociated(associated.name, in: conformance.protocolDecl) ?? associated
            if types.hasError(typeWitness(canonical, conformance)) {
                report(
                    .missingRequirement(
                        type: decl.name, protocolName: conformance.protocolDecl.name,
                        requirement: "typealias \(associated.name)"),
                    at: decl.span, in: decl.file)
                return
            }
        }
        for requirement in conformance.protocolDecl.requirements {
            let found = witness(of: requirement, for: own)
            let isConstant: Bool
            if case .setter = requirement.role {
                isConstant = found.decl.storage.map { $0.isLet } ?? false
            } else {
                isConstant = false
            }
            if found.decl === requirement || isConstant {
                report(
                    .missingRequirement(
                        type: decl.name, protocolName: conformance.protocolDecl.name,
                        requirement: requirement.storage?.name ?? requirement.name), at: decl.span, in: decl.file)
                return
            }
        }
        if conformance.protocolDecl === wellKnown.caseIterable, decl.kind == .enum,
            decl.cases.contains(where: { !$0.payload.isEmpty }), isSynthesized("allCases", of: decl)
        {
            report(
                .other(
                    "an enum with values in its cases cannot be CaseIterable by itself",
                    hint: "write static var allCases for it"), at: decl.span, in: decl.file)
        }
        if conformance.protocolDecl === wellKnown.equatable || conformance.protocolDecl === wellKnown.hashable {
            checkSynthesis(conformance, own)
        }
    }

    private func isSynthesized(_ name: String, of decl: NominalDecl) -> Bool {
        for case .property(let property) in (decl.members.byName[name] ?? []).map({ $0.named }) {
            if property.getter?.synthesized == nil { return false }
        }
        return true
    }

    /// A synthesized `==` needs parts that are equatable themselves.
    private func checkSynthesis(_ conformance: ConformanceDecl, _ own: Type) {
        guard
            let requirement = conformance.protocolDecl.requirements.first(where: {
                $0.name == "==" || $0.name == "hash"
            }),
            witness(of: requirement, for: own).decl.synthesized != nil
        else { return }
        let decl = conformance.nominal
        var parts: [Type] = decl.storedProperties.map { $0.type }
        for item in decl.cases { parts += item.payload.map { $0.type } }
        let signature = conformance.extension.map { resolveExtensionSignature($0) } ?? decl.signature
        withSignature(signature) {
            for part in parts where !types.hasError(part) && !conforms(part, to: conformance.protocolDecl) {
                report(
                    .other(
                        "\(decl.name) cannot be \(conformance.protocolDecl.name) by itself: \(text(part)) is not",
                        hint: "write static func == for it"), at: decl.span, in: decl.file)
                return
            }
        }
    }
}
