import SourceText
import Syntax

/// Class tables: which method replaces which.
extension Checker {
    /// Fills a class's table, its superclass's first. Called before anything in the class is called or overridden.
    func buildVtable(of decl: NominalDecl) {
        if decl.isVtableBuilt || decl.kind != .class { return }
        decl.isVtableBuilt = true
        resolveInheritance(of: decl)
        var parentArguments: [Type] = []
        if let superclass = decl.superclass, case .nominal(let parent, let arguments) = types[superclass] {
            buildVtable(of: parent)
            decl.vtable = parent.vtable
            parentArguments = arguments
        }
        var members: [FunctionDecl] = []
        for name in decl.members.byName.keys.sorted() {
            for entry in decl.members.byName[name] ?? [] {
                switch entry.named {
                case .function(let function): if !function.isInitializer { members.append(function) }
                case .property(let property):
                    if property.isStatic { continue }
                    if case .stored = property.storage, property.willSet == nil, property.didSet == nil,
                        !property.modifiers.contains(.override), !property.isOverridden
                    {
                        continue
                    }
                    ensureType(of: property)
                    if property.isOverridden {
                        _ = accessorFunction(property, isGetter: true)
                        if !property.isLet { _ = accessorFunction(property, isGetter: false) }
                    }
                    if let getter = property.getter { members.append(getter) }
                    if let setter = property.setter { members.append(setter) }
                default: break
                }
            }
        }
        for function in members {
            ensureSignature(of: function)
            if let slot = overriddenSlot(function, in: decl, parentArguments) {
                let replaced = decl.vtable[slot]
                function.overrides = replaced
                function.vtableSlot = slot
                decl.vtable[slot] = function
                if replaced.modifiers.contains(.final) {
                    report(
                        .other("`\(function.name)` is final in the superclass: it cannot be overridden", hint: ""),
                        at: function.span, in: function.file)
                }
                checkResult(function, replaced, in: decl)
                if !isOverrideMarked(function) {
                    report(
                        .other(
                            "this replaces `\(function.name)` of the superclass", hint: "write `override` before it"),
                        at: function.span, in: function.file)
                }
            } else {
                if isOverrideMarked(function) {
                    report(
                        .other("there is nothing in the superclass that this overrides", hint: "remove `override`"),
                        at: function.span, in: function.file)
                }
                // A generic method has as many versions as it has uses, so it has no place in the table.
                let isGeneric = function.signature.parameters.count > decl.signature.parameters.count
                if !isGeneric, !function.isStatic || function.modifiers.contains(.class) {
                    function.vtableSlot = decl.vtable.count
                    decl.vtable.append(function)
                }
            }
        }
    }

    /// Finds the stored properties that subclasses override, before any code that uses them is checked.
    func markOverridden(in batch: [NominalDecl]) {
        for decl in batch where decl.kind == .class {
            resolveInheritance(of: decl)
            for entries in decl.members.byName.values {
                for entry in entries {
                    switch entry.named {
                    case .property(let property) where property.modifiers.contains(.override):
                        if property.isStatic {
                            markClassMembers(named: property.name, above: decl)
                        } else {
                            markOverridden(by: property, in: decl, batch)
                        }
                    case .function(let function) where function.modifiers.contains(.override) && function.isStatic:
                        markClassMembers(named: function.name, above: decl)
                    default: break
                    }
                }
            }
        }
    }

    private func markClassMembers(named name: String, above decl: NominalDecl) {
        var superclass = decl.superclass
        while let type = superclass, case .nominal(let ancestor, _) = types[type] {
            resolveInheritance(of: ancestor)
            superclass = ancestor.superclass
            for entry in ancestor.members.byName[name] ?? [] {
                switch entry.named {
                case .property(let property) where property.isStatic: property.isOverridden = true
                case .function(let function) where function.isStatic: function.isOverriddenClassMember = true
                default: break
                }
            }
        }
    }

    private func markOverridden(by property: PropertyDecl, in decl: NominalDecl, _ batch: [NominalDecl]) {
        var superclass = decl.superclass
        while let type = superclass, case .nominal(let ancestor, _) = types[type] {
            resolveInheritance(of: ancestor)
            superclass = ancestor.superclass
            for entry in ancestor.members.byName[property.name] ?? [] {
                guard case .property(let overridden) = entry.named, case .stored = overridden.storage,
                    !overridden.isStatic, !overridden.isOverridden
                else { continue }
                if batch.contains(where: { $0 === ancestor }) && !overridden.isLazy {
                    overridden.isOverridden = true
                } else {
                    report(
                        .unsupported("overriding a stored property that is lazy, or of a class declared elsewhere"),
                        at: property.span, in: decl.file)
                }
            }
        }
        if case .stored = property.storage {
            report(
                .other(
                    "a stored property cannot override another property", hint: "make it computed, or leave it out"),
                at: property.span, in: decl.file)
        }
    }

    /// An override gives what the superclass's gives, or something more special.
    private func checkResult(_ function: FunctionDecl, _ replaced: FunctionDecl, in decl: NominalDecl) {
        guard let owner = replaced.owner, function.role.isSameKind(as: .method) || function.storage != nil else {
            return
        }
        let wanted = substitute(
            replaced.result, owner.signature, ancestorArguments(of: owner, from: decl) ?? [])
        let isFitting =
            function.result == wanted || isSubclass(function.result, of: wanted) || wrapped(wanted) == function.result
            || types.hasParameter(wanted) || types.hasError(wanted) || types.hasError(function.result)
            || types.hasParameter(function.result)
        if !isFitting {
            report(
                .mismatch(found: text(function.result), wanted: text(wanted)), at: function.span, in: function.file)
        } else if function.thrown != nil && replaced.thrown == nil {
            report(
                .other("`\(function.name)` of the superclass does not throw, so this cannot either", hint: ""),
                at: function.span, in: function.file)
        }
    }

    private func isOverrideMarked(_ function: FunctionDecl) -> Bool {
        function.modifiers.contains(.override) || (function.storage?.modifiers.contains(.override) ?? false)
    }

    private func overriddenSlot(_ function: FunctionDecl, in decl: NominalDecl, _ parentArguments: [Type]) -> Int? {
        for (slot, other) in decl.vtable.enumerated() {
            guard other.name == function.name, other.role.isSameKind(as: function.role),
                other.isStatic == function.isStatic, other.parameters.count == function.parameters.count
            else { continue }
            guard let owner = other.owner else { continue }
            let arguments = ancestorArguments(of: owner, from: decl) ?? []
            let matches = zip(function.parameters, other.parameters).allSatisfy {
                $0.label == $1.label && $0.type == substitute($1.type, owner.signature, arguments)
            }
            if matches { return slot }
        }
        return nil
    }

    /// The arguments of an ancestor class as seen from a class's own parameters.
    func ancestorArguments(of ancestor: NominalDecl, from decl: NominalDecl) -> [Type]? {
        var type = selfType(of: decl)
        while case .nominal(let current, let arguments) = types[type] {
            if current === ancestor { return arguments }
            guard let superclass = current.superclass else { return nil }
            type = substitute(superclass, current.signature, arguments)
        }
        return nil
    }

    func buildOverrides(of function: FunctionDecl) {
        if let owner = function.owner, owner.kind == .class { buildVtable(of: owner) }
    }
}

extension FunctionDecl {
    /// Itself and what it overrides, all the way up.
    var overridden: [FunctionDecl] {
        var result: [FunctionDecl] = []
        var current = overrides
        while let function = current {
            result.append(function)
            current = function.overrides
        }
        return result
    }
}
