import SourceText
import Syntax

/// Members that Swift writes for a type: initialisers, `==`, `hash(into:)`, `rawValue`, `allCases`.
extension Checker {
    func ensureImplicitMembers(of decl: NominalDecl) {
        if decl.implicitMembersMade || decl.kind == .protocol { return }
        decl.implicitMembersMade = true
        resolveInheritance(of: decl)
        guard let scope = decl.scope else { return }
        makeInitializers(of: decl, scope: scope)
        let own = selfType(of: decl)
        if decl.kind == .enum, let rawType = decl.rawType {
            assignRawValues(decl, rawType)
            addComputed("rawValue", rawType, .rawValueGetter, isStatic: false, to: decl, scope: scope)
            let initializer = FunctionDecl(
                name: "init", role: .initializer(isFailable: true), file: decl.file, span: decl.span,
                signature: decl.signature, result: optional(own))
            finishSynthesized(initializer, .initFromRawValue, decl, scope)
            initializer.parameters = [parameter("rawValue", "rawValue", rawType, initializer)]
            decl.members.add("init", .function(initializer))
        }
        if decl.kind == .enum, states(decl, wellKnown.caseIterable), decl.members.byName["allCases"] == nil {
            addComputed("allCases", array(own), .allCases, isStatic: true, to: decl, scope: scope)
        }
        guard decl.kind != .class else { return }
        if states(decl, wellKnown.equatable), !declaresOperator("==", decl) {
            addOperator("==", .equals, to: decl, scope: scope)
        }
        if states(decl, wellKnown.hashable), decl.members.byName["hash"] == nil, let hasher = wellKnown.hasher {
            let function = FunctionDecl(
                name: "hash", role: .method, file: decl.file, span: decl.span, signature: decl.signature,
                result: types.void)
            finishSynthesized(function, .hashInto, decl, scope)
            let state = VariableDecl(
                name: "hasher", type: types.nominal(hasher), isLet: false, span: decl.span, owner: function.context)
            state.isInout = true
            var parameter = ParameterDecl(label: "into", variable: state, type: types.nominal(hasher))
            parameter.isInout = true
            function.parameters = [parameter]
            decl.members.add("hash", .function(function))
        }
        if decl.kind == .enum, states(decl, wellKnown.comparable), !declaresOperator("<", decl) {
            addOperator("<", .less, to: decl, scope: scope)
        }
    }

    private func states(_ decl: NominalDecl, _ protocolDecl: NominalDecl?) -> Bool {
        guard let protocolDecl, decl.native == nil || decl.native == "optional" else { return false }
        return decl.conformances.contains { $0.protocolDecl === protocolDecl }
    }

    private func declaresOperator(_ name: String, _ decl: NominalDecl) -> Bool {
        if decl.native == "optional" { return true }
        let own = selfType(of: decl)
        func isOwn(_ function: FunctionDecl) -> Bool {
            guard !function.isRequirement, function.owner?.kind != .protocol else { return false }
            ensureSignature(of: function)
            return function.parameters.count == 2 && function.parameters[0].type == own
                && function.parameters[1].type == own
        }
        for entry in decl.members.byName[name] ?? [] {
            if case .function(let function) = entry.named, isOwn(function) { return true }
        }
        for named in cells.names[name] ?? [] {
            if case .function(let function) = named, isOwn(function) { return true }
        }
        return false
    }

    private func parameter(_ label: String?, _ name: String, _ type: Type, _ function: FunctionDecl) -> ParameterDecl {
        ParameterDecl(
            label: label,
            variable: VariableDecl(name: name, type: type, isLet: true, span: function.span, owner: function.context),
            type: type)
    }

    private func finishSynthesized(
        _ function: FunctionDecl, _ body: SynthesizedBody, _ decl: NominalDecl, _ scope: Scope
    ) {
        function.owner = decl
        function.scope = scope
        function.innerScope = scope
        function.synthesized = body
        function.isSignatureResolved = true
        function.isPrelude = decl.isPrelude
        function.signature = resolveSignature(of: decl)
        let context = FunctionContext(parent: nil, function: function)
        function.context = context
        if !function.isStatic {
            let variable = VariableDecl(
                name: "self", type: selfType(of: decl), isLet: true, span: decl.span, owner: context)
            if case .initializer = function.role { variable.isInitializedLater = true }
            function.selfVariable = variable
        }
    }

    private func addOperator(_ name: String, _ body: SynthesizedBody, to decl: NominalDecl, scope: Scope) {
        let function = FunctionDecl(
            name: name, role: .method, file: decl.file, span: decl.span, signature: decl.signature, result: boolType)
        function.isStatic = true
        function.isOperator = true
        finishSynthesized(function, body, decl, scope)
        let own = selfType(of: decl)
        function.parameters = [parameter(nil, "lhs", own, function), parameter(nil, "rhs", own, function)]
        decl.members.add(name, .function(function))
    }

    private func addComputed(
        _ name: String, _ type: Type, _ body: SynthesizedBody, isStatic: Bool, to decl: NominalDecl, scope: Scope
    ) {
        let property = PropertyDecl(
            name: name, type: type, isLet: false, isStatic: isStatic, storage: .computed, owner: decl,
            signature: resolveSignature(of: decl), span: decl.span)
        property.isTypeResolved = true
        property.scope = scope
        let getter = FunctionDecl(
            name: name, role: .getter, file: decl.file, span: decl.span, signature: decl.signature, result: type)
        getter.isStatic = isStatic
        finishSynthesized(getter, body, decl, scope)
        getter.storage = property
        property.getter = getter
        decl.members.add(name, .property(property))
    }

    /// Raw values as written; integers count on from the last one, strings are the case's name.
    private func assignRawValues(_ decl: NominalDecl, _ rawType: Type) {
        var next: Int64 = 0
        for enumCase in decl.cases {
            let syntax = enumCase.rawSyntax
            ensurePayload(of: enumCase)
            checkRawValue(syntax, rawType, decl)
            if rawType == stringType {
                if let syntax, case .string(let segments) = syntax.kind, case .text(let text)? = segments.first {
                    enumCase.rawValue = .string(text)
                } else if let syntax, case .string = syntax.kind {
                    enumCase.rawValue = .string("")
                } else {
                    enumCase.rawValue = .string(enumCase.name)
                }
            } else if rawType == doubleType {
                if let syntax, let value = constantDouble(syntax) {
                    enumCase.rawValue = .double(value.bitPattern)
                    next = Int64(value) + 1
                } else {
                    enumCase.rawValue = .double(Double(next).bitPattern)
                    next += 1
                }
            } else if let character = wellKnown.character, rawType == types.nominal(character) {
                if let syntax, case .string(let segments) = syntax.kind, case .text(let text)? = segments.first {
                    enumCase.rawValue = .string(text)
                }
            } else {
                if let syntax, let value = constantInteger(syntax) { next = value }
                enumCase.rawValue = .integer(next)
                next &+= 1
            }
        }
        reportRawValues(decl)
    }

    private func checkRawValue(_ syntax: Expression?, _ rawType: Type, _ decl: NominalDecl) {
        guard let syntax else { return }
        let isText: Bool
        switch syntax.kind {
        case .string: isText = true
        case .integer, .float, .prefix: isText = false
        default:
            report(.other("a raw value has to be written as a literal", hint: ""), at: syntax.span, in: decl.file)
            return
        }
        let wantsText = rawType == stringType || wellKnown.character.map { rawType == types.nominal($0) } ?? false
        if isText != wantsText {
            report(
                .mismatch(found: isText ? "String" : "Int", wanted: text(rawType)), at: syntax.span, in: decl.file)
        }
    }

    private func reportRawValues(_ decl: NominalDecl) {
        var seen: [String: String] = [:]
        for enumCase in decl.cases {
            let key: String
            switch enumCase.rawValue {
            case .integer(let value)?: key = "\(value)"
            case .string(let text)?: key = text
            case .double(let bits)?: key = "\(bits)"
            case nil: continue
            }
            if let other = seen[key] {
                report(
                    .other("`\(enumCase.name)` has the same raw value as `\(other)`", hint: "each needs its own"),
                    at: enumCase.rawSyntax?.span ?? decl.span, in: decl.file)
            }
            seen[key] = enumCase.name
        }
    }

    private func constantInteger(_ syntax: Expression) -> Int64? {
        switch syntax.kind {
        case .integer(let value): return value.map { Int64(truncatingIfNeeded: $0) }
        case .prefix("-", _, let inner): return constantInteger(inner).map { 0 &- $0 }
        default: return nil
        }
    }

    private func constantDouble(_ syntax: Expression) -> Double? {
        switch syntax.kind {
        case .integer(let value): return value.map { Double($0) }
        case .float(let text): return parseFloat(text)
        case .prefix("-", _, let inner): return constantDouble(inner).map { -$0 }
        default: return nil
        }
    }

    private func makeInitializers(of decl: NominalDecl, scope: Scope) {
        guard decl.kind == .struct || decl.kind == .class, decl.native == nil else { return }
        let declared = (decl.members.byName["init"] ?? []).contains { entry in
            if case .function = entry.named { return entry.extension == nil }
            return false
        }
        if decl.kind == .class {
            if declaresDesignated(decl) { return }
            if let superclass = decl.superclass, case .nominal(let parent, _) = types[superclass] {
                inheritInitializers(of: decl, from: parent, superclass: superclass, scope: scope)
                return
            }
            if declared { return }
        } else if declared {
            return
        }
        let function = FunctionDecl(
            name: "init", role: .initializer(isFailable: false), file: decl.file, span: decl.span,
            signature: decl.signature, result: selfType(of: decl))
        finishSynthesized(function, decl.kind == .class ? .defaultInitializer : .memberwiseInitializer, decl, scope)
        if decl.kind == .struct {
            for property in decl.storedProperties where !property.isLazy {
                ensureType(of: property)
                if property.isLet && property.hasInitializer { continue }
                var parameter = parameter(property.name, property.name, property.type, function)
                parameter.memberwise = property
                parameter.hasDefault = property.hasInitializer || (!property.isLet && wrapped(property.type) != nil)
                if property.modifiers.contains(.private) { function.modifiers.insert(.private) }
                function.parameters.append(parameter)
            }
        }
        decl.members.add("init", .function(function))
        if decl.kind == .struct, !function.parameters.isEmpty, function.parameters.allSatisfy({ $0.hasDefault }) {
            // `init()` stands beside the memberwise one, and fulfils a protocol's.
            let plain = FunctionDecl(
                name: "init", role: .initializer(isFailable: false), file: decl.file, span: decl.span,
                signature: decl.signature, result: selfType(of: decl))
            finishSynthesized(plain, .defaultInitializer, decl, scope)
            decl.members.add("init", .function(plain))
        }
    }

    func declaresDesignated(_ decl: NominalDecl) -> Bool {
        (decl.members.byName["init"] ?? []).contains { entry in
            if case .function(let function) = entry.named {
                return !function.isConvenience && function.synthesized == nil
            }
            return false
        }
    }

    private func inheritInitializers(of decl: NominalDecl, from parent: NominalDecl, superclass: Type, scope: Scope) {
        ensureImplicitMembers(of: parent)
        guard case .nominal(_, let arguments) = types[superclass] else { return }
        for entry in parent.members.byName["init"] ?? [] {
            guard case .function(let original) = entry.named, entry.extension == nil else { continue }
            ensureSignature(of: original)
            let function = FunctionDecl(
                name: "init", role: original.role, file: decl.file, span: decl.span, signature: decl.signature,
                result: types.error)
            finishSynthesized(function, .inheritedInitializer, decl, scope)
            let own = selfType(of: decl)
            if case .initializer(true) = original.role {
                function.result = optional(own)
            } else {
                function.result = own
            }
            function.overrides = original
            function.thrown = original.thrown
            function.isConvenience = original.isConvenience
            for (index, theirs) in original.parameters.enumerated() {
                let type = substitute(theirs.variable.type, parent.signature, arguments)
                var copy = theirs
                copy.variable = VariableDecl(
                    name: theirs.variable.name, type: type, isLet: theirs.variable.isLet, span: decl.span,
                    owner: function.context)
                copy.variable.isInout = theirs.isInout
                copy.type = substitute(theirs.type, parent.signature, arguments)
                copy.inheritedDefault = theirs.hasDefault ? (original, index) : nil
                function.parameters.append(copy)
            }
            decl.members.add("init", .function(function))
        }
    }
}
