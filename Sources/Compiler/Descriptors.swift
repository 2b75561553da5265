import Machine
import Semantics
import SourceText

/// Which of a type's objects a descriptor is for.
enum DescriptorKey: Hashable {
    case array(Type)
    /// A boxed struct or tuple.
    case box(Type)
    /// A captured variable, or an indirect payload, by its words.
    case cell([Word])
    case closure([Word])
    case existential(Type)
    case instance(Type)
    case table(Type)
    case weak
}

/// What the heap is told of types.
extension CompilerSession {
    func arrayDescriptor(_ type: Type) -> Int {
        descriptor(.array(type)) {
            TypeDescriptor(name: typeName(type), kind: .array, layout: elementLayout(type).machineLayout)
        }
    }

    func boxDescriptor(_ whole: ValueLayout) -> Int {
        guard case .boxed(let content) = whole.form else { return cellDescriptor(whole) }
        return descriptor(.box(whole.type)) {
            TypeDescriptor(name: typeName(whole.type), kind: .box, layout: content.machineLayout)
        }
    }

    func cellDescriptor(_ layout: ValueLayout) -> Int {
        descriptor(.cell(layout.words)) {
            TypeDescriptor(name: "variable", kind: .box, layout: layout.machineLayout)
        }
    }

    func closureDescriptor(_ captures: [ValueLayout]) -> Int {
        let words = [.raw] + captures.flatMap { $0.words }
        return descriptor(.closure(words)) {
            TypeDescriptor(name: "closure", kind: .closure, layout: Layout(words.map { $0 == .reference }))
        }
    }

    func weakDescriptor() -> Int {
        descriptor(.weak) { TypeDescriptor(name: "weak reference", kind: .weak, layout: .raw) }
    }

    func existentialDescriptor(_ type: Type) -> Int {
        descriptor(.existential(type)) {
            TypeDescriptor(name: typeName(type), kind: .existential, layout: layout(type).machineLayout)
        }
    }

    func tableDescriptor(_ type: Type) -> Int {
        descriptor(.table(type)) {
            let (key, value) = tableLayouts(type)
            var result = TypeDescriptor(
                name: typeName(type), kind: .table, layout: key.machineLayout + (value?.machineLayout ?? .empty))
            result.keyWords = key.width
            result.keyKind = keyKind(key)
            return result
        }
    }

    private func descriptor(_ key: DescriptorKey, _ make: () -> TypeDescriptor) -> Int {
        if let index = descriptors[key] { return index }
        var descriptor = make()
        if case .instance(let type) = key {
            descriptor.plainName = typeName(type)
        } else {
            descriptor.plainName = descriptor.name
        }
        program.descriptors.append(descriptor)
        let index = program.descriptors.count - 1
        descriptors[key] = index
        if index > 65_535 {
            fail(tooMany("types"))
        }
        return index
    }

    /// What stands for a type at run time: the descriptor of its instances, or of its values in an existential.
    func metatypeWord(_ type: Type) -> Int64 {
        if isClass(type) { return Int64(classDescriptor(type)) }
        if isExistential(type) { return -1 - Int64(type.id) }
        return Int64(existentialDescriptor(type))
    }

    // MARK: Classes

    /// All stored properties, the superclass's first, at their places in an instance.
    func instanceFields(_ type: Type) -> [(property: PropertyDecl, offset: Int, layout: ValueLayout)] {
        guard case .nominal(let decl, let arguments) = checker.types[type] else { return [] }
        var fields = superclass(of: type).map { instanceFields($0) } ?? []
        var offset = fields.last.map { $0.offset + $0.layout.width } ?? 0
        for property in decl.storedProperties {
            let strong = layout(storedType(property, decl, arguments))
            let layout = property.isWeak ? strong.weakly : strong
            fields.append((property, offset, layout))
            offset += layout.width
        }
        return fields
    }

    func field(_ property: PropertyDecl, of type: Type) -> (offset: Int, layout: ValueLayout)? {
        var type = type
        if case .metatype(let inner) = checker.types[type] { type = inner }
        for field in instanceFields(type) where field.property === property { return (field.offset, field.layout) }
        return nil
    }

    /// A stored property's type; a lazy one's is an optional.
    func storedType(_ property: PropertyDecl, _ decl: NominalDecl, _ arguments: [Type]) -> Type {
        let type = withoutOpaque(checker.substitute(property.type, decl.signature, arguments))
        guard property.isLazy, let optional = checker.standard("Optional") else { return type }
        return checker.types.nominal(optional, [type])
    }

    func superclass(of type: Type) -> Type? {
        guard case .nominal(let decl, let arguments) = checker.types[type], let superclass = decl.superclass else {
            return nil
        }
        return checker.substitute(superclass, decl.signature, arguments)
    }

    func classDescriptor(_ type: Type) -> Int {
        if let index = descriptors[.instance(type)] { return index }
        let parent = superclass(of: type).map { classDescriptor($0) }
        let fields = instanceFields(type)
        let words = fields.flatMap { $0.layout.words }
        var made = TypeDescriptor(
            name: typeName(type, isQualified: true), kind: .instance, layout: Layout(words.map { $0 == .reference }))
        made.superclass = parent
        made.releaseOrder = releaseOrder(of: type, fields)
        let index = descriptor(.instance(type)) { made }
        guard case .nominal(let decl, let arguments) = checker.types[type] else { return index }
        var vtable: [Int] = []
        for method in decl.vtable {
            vtable.append(instance(FunctionReference(method, ownerArguments(of: method, for: type, decl, arguments))))
        }
        program.descriptors[index].vtable = vtable
        if hasDeinitializer(type) {
            program.descriptors[index].deinitializer = instance(.deinitializer(type), named: "deinit")
        }
        noteErased(type)
        return index
    }

    /// The class's own properties after its superclass's, in order; but the link of a list goes last: swiftc lets the nodes
    /// of a chain go one after another. Nil for the ascending order.
    private func releaseOrder(
        of type: Type, _ fields: [(property: PropertyDecl, offset: Int, layout: ValueLayout)]
    ) -> [Int]? {
        var order: [Int] = []
        var hasLink = false
        var levels: [Type] = []
        var level: Type? = type
        while let current = level {
            levels.insert(current, at: 0)
            level = superclass(of: current)
        }
        for level in levels {
            guard case .nominal(let decl, let arguments) = checker.types[level] else { continue }
            let own = fields.filter { $0.property.owner === decl }
            let links = own.filter { field in
                !field.property.isWeak && !field.property.isLazy
                    && checker.wrapped(storedType(field.property, decl, arguments)) == level
            }
            let link = links.count == 1 ? links[0].property : nil
            let last = own.filter { $0.property === link }
            for field in own.filter({ $0.property !== link }) + last {
                for (word, kind) in field.layout.words.enumerated() where kind == .reference {
                    order.append(field.offset + word)
                }
            }
            if link != nil { hasLink = true }
        }
        return hasLink ? order : nil
    }

    /// The generic arguments of a method's own class, for an instance of a subclass.
    private func ownerArguments(
        of method: FunctionDecl, for type: Type, _ decl: NominalDecl, _ arguments: [Type]
    ) -> [Type] {
        var current = type
        while case .nominal(let decl, let arguments) = checker.types[current] {
            if decl === method.owner { return arguments }
            guard let next = superclass(of: current) else { break }
            current = next
        }
        return arguments
    }

    private func hasDeinitializer(_ type: Type) -> Bool {
        guard case .nominal(let decl, _) = checker.types[type] else { return false }
        if decl.deinitializer != nil { return true }
        return superclass(of: type).map { hasDeinitializer($0) } ?? false
    }

    func tooMany(_ what: String) -> Diagnostic {
        Diagnostic(in: anyFile, at: .none, "this program uses too many \(what)")
    }
}
