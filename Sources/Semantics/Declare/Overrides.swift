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
                        !property.modifiers.contains(.override)
                    {
                        continue
                    }
                    ensureType(of: property)
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
