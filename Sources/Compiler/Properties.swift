import Machine
import Semantics
import SourceText

/// Properties and subscripts that are more than a field: read, and found as places.
extension FunctionCompiler {
    // MARK: Reading

    func readProperty(
        _ base: TypedExpression?, _ property: PropertyDecl, _ arguments: [Type], _ expression: TypedExpression,
        _ target: Int?
    ) -> Operand {
        let (property, arguments) = session.checker.resolve(property, arguments.map { concrete($0) })
        switch property.storage {
        case .global(let variable):
            guard variable.isGlobal else { return load(variable) }
            initializeGlobal(variable, property)
            let layout = session.layout(session.withoutOpaque(variable.type))
            return load(globalPlace(variable, layout))
        case .stored(let index):
            guard let base else { break }
            if property.isLazy { return lazyProperty(base, property, index) }
            if isDispatched(property, base), let getter = property.getter {
                return invoke(FunctionReference(getter, arguments), [value(base)], [], target)
            }
            if session.isClass(concrete(base.type)) {
                let object = value(base)
                guard let field = session.field(property, of: concrete(base.type)) else { break }
                return load(strong(.object(object.register, offset: field.offset, field.layout)))
            }
            return part(value(base), index)
        case .computed, .requirement:
            guard let getter = property.getter else { break }
            let operands = base.map { isMetatype($0) ? [] : [value($0)] } ?? []
            return invoke(FunctionReference(getter, arguments), operands, [], target, isDirect: isSuper(base))
        }
        fail("the compiler lost the property \(property.name)")
        return dummy(expression.type)
    }

    func readSubscript(
        _ base: TypedExpression?, _ property: PropertyDecl, _ arguments: [Type], _ indexes: [TypedArgument],
        _ expression: TypedExpression, _ target: Int?
    ) -> Operand {
        let (property, arguments) = session.checker.resolve(property, arguments.map { concrete($0) })
        guard let getter = property.getter else {
            fail("the compiler lost a subscript")
            return dummy(expression.type)
        }
        if getter.native == "array.element", let base, case .value(let index)? = indexes.first {
            return arrayElement(base, index, target)
        }
        let depth = cleanups.count
        var operands: [Operand] = []
        if let base, !isMetatype(base) {
            let operand = value(base)
            operands.append(indexes.allSatisfy { isInert($0) } ? operand : stabilize(operand))
        }
        operands += indexOperands(indexes, property)
        _ = depth
        return invoke(FunctionReference(getter, arguments), operands, [], target, isDirect: isSuper(base))
    }

    func isSuper(_ base: TypedExpression?) -> Bool {
        guard let base else { return false }
        if case .convert(.upcast, let source) = base.kind, !base.isSuper { return isSuper(source) }
        return base.isSuper
    }

    /// Whether a stored property is reached through the class's table: not by `super`, nor by its own
    /// initialiser or observers.
    private func isDispatched(_ property: PropertyDecl, _ base: TypedExpression) -> Bool {
        guard property.isOverridden, !isSuper(base) else { return false }
        return !isUnobserved(property, base)
    }

    /// A type's own initialisers, and a property's own observers, store to `self` without observers.
    private func isUnobserved(_ property: PropertyDecl, _ base: TypedExpression) -> Bool {
        guard case .variable(let variable) = base.kind else { return false }
        return variable === initializerSelf
            || observedProperty === property && variable.name == "self"
    }

    private func isMetatype(_ expression: TypedExpression) -> Bool {
        if case .metatype = session.checker.types[concrete(expression.type)] { true } else { false }
    }

    /// `a[i]`, and `a[i][j]` as one instruction.
    private func arrayElement(_ base: TypedExpression, _ index: TypedExpression, _ target: Int?) -> Operand {
        let whole = session.elementLayout(concrete(base.type))
        if !isStepping, case .subscript(let outer?, let property, _, let outerIndexes) = base.kind, whole.width == 1,
            property.getter?.native == "array.element", case .value(let outerIndex)? = outerIndexes.first,
            isInert(outerIndex), isInert(index)
        {
            let register = target ?? allocate(1)
            let mark = next
            let depth = cleanups.count
            let array = value(outer)
            let first = value(outerIndex)
            let second = value(index)
            if second.register < 256 {
                emit(.arrayGet2, a: register, b: array.register, c: first.register, x: second.register)
            } else {
                let row = allocate(1)
                emit(.arrayGet, a: row, b: array.register, c: first.register)
                emit(.arrayGet, a: register, b: row, c: second.register)
            }
            return elementResult(register, array, whole, mark, depth)
        }
        let register = target ?? allocate(whole.width)
        let mark = next
        let depth = cleanups.count
        var array = value(base)
        if !isInert(index) { array = stabilize(array) }
        let position = value(index)
        _ = element(of: array, position.register, 0, whole, whole, register)
        return elementResult(register, array, whole, mark, depth)
    }

    private func elementResult(
        _ register: Int, _ array: Operand, _ whole: ValueLayout, _ mark: Int, _ depth: Int
    ) -> Operand {
        if whole.isTrivial {
            popCleanups(to: depth)
            next = mark
            return Operand(register: register, layout: whole, hold: .lasting)
        }
        freeTemporaries(mark, depth)
        return Operand(register: register, layout: whole, hold: array.hold == .passing ? .passing : .lasting)
    }

    /// `a[i].x` of an array of flat structs, without reading the whole element.
    func elementField(_ base: TypedExpression, _ index: Int) -> Operand? {
        guard case .subscript(let outer?, let property, _, let indexes) = base.kind,
            property.getter?.native == "array.element", case .value(let position)? = indexes.first
        else { return nil }
        let whole = session.elementLayout(concrete(outer.type))
        guard case .product(let parts) = whole.form, whole.width > 1, index < parts.count,
            parts[index].layout.width == 1
        else { return nil }
        let register = allocate(1)
        let mark = next
        let depth = cleanups.count
        var array = value(outer)
        if !isInert(position) { array = stabilize(array) }
        let at = value(position)
        emit(.arrayGetField, a: register, b: array.register, c: at.register, x: parts[index].offset)
        return strong(elementResult(register, array, parts[index].layout, mark, depth))
    }

    func indexOperands(_ indexes: [TypedArgument], _ property: PropertyDecl) -> [Operand] {
        var operands: [Operand] = []
        for (position, index) in indexes.enumerated() {
            let isLast = indexes[(position + 1)...].allSatisfy { isInert($0) }
            switch index {
            case .value(let expression):
                let operand = value(expression)
                operands.append(isLast ? operand : stabilize(operand))
            case .autoclosure(let closure): operands.append(autoclosureValue(closure, nil))
            case .variadic(let elements, let element):
                operands.append(variadicOperand(elements, element))
            case .defaultValue(let reference):
                operands.append(invoke(concrete(reference), [], [], nil))
            case .reference(let expression): operands.append(stabilize(value(expression)))
            }
        }
        return operands
    }

    // MARK: Places

    func globalPlace(_ variable: VariableDecl, _ layout: ValueLayout) -> Place {
        let word = session.global(variable)
        return isEntry ? .registers(word, layout) : .global(word, layout)
    }

    func propertyPlace(
        _ base: TypedExpression?, _ property: PropertyDecl, _ arguments: [Type], _ expression: TypedExpression
    ) -> Place {
        let (property, arguments) = session.checker.resolve(property, arguments.map { concrete($0) })
        switch property.storage {
        case .global(let variable):
            initializeGlobal(variable, property)
            let place =
                variable.isGlobal
                ? globalPlace(variable, session.layout(session.withoutOpaque(variable.type))) : placeOf(variable)
            return observed(place, property, arguments, .none)
        case .stored(let index):
            guard let base else { break }
            if property.isLazy { return lazyPlace(base, property, index) }
            if isDispatched(property, base) {
                return .computed(
                    Accessors(
                        property: property, arguments: arguments, base: accessorBase(base, property),
                        baseType: concrete(base.type), indexes: [], span: expression.span),
                    layout(expression.type))
            }
            if session.isClass(concrete(base.type)) {
                let object = stabilize(value(base))
                guard let field = session.field(property, of: concrete(base.type)) else { break }
                let place = strong(.object(object.register, offset: field.offset, field.layout))
                return observed(
                    place, property, arguments, .value(object), isUnobserved: isUnobserved(property, base))
            }
            let place = place(base)
            return observed(
                part(place, index), property, arguments, .place(place), isUnobserved: isUnobserved(property, base))
        case .computed, .requirement:
            return .computed(
                Accessors(
                    property: property, arguments: arguments, isSuper: isSuper(base),
                    base: accessorBase(base, property),
                    baseType: base.map { concrete($0.type) }, indexes: [], span: expression.span),
                layout(expression.type))
        }
        fail("the compiler lost the property \(property.name)")
        return .nowhere(layout(expression.type))
    }

    func observed(
        _ place: Place, _ property: PropertyDecl, _ arguments: [Type], _ base: Accessors.Base,
        isUnobserved: Bool = false
    ) -> Place {
        guard property.willSet != nil || property.didSet != nil, !isUnobserved else { return place }
        return .observed(
            place,
            Observers(
                willSet: property.willSet.map { FunctionReference($0, arguments) },
                didSet: property.didSet.map { FunctionReference($0, arguments) }, base: base),
            place.layout)
    }

    private func accessorBase(_ base: TypedExpression?, _ property: PropertyDecl) -> Accessors.Base {
        guard let base, !isMetatype(base) else { return .none }
        if session.isClass(concrete(base.type)) || property.setter?.isMutating == false {
            return .value(stabilize(value(base)))
        }
        return .place(place(base))
    }

    func subscriptPlace(
        _ base: TypedExpression?, _ property: PropertyDecl, _ arguments: [Type], _ indexes: [TypedArgument],
        _ expression: TypedExpression
    ) -> Place {
        let (property, arguments) = session.checker.resolve(property, arguments.map { concrete($0) })
        if property.getter?.native == "array.element", let base, case .value(let index)? = indexes.first {
            let array = place(base)
            let position = stabilize(value(index))
            let whole = session.elementLayout(concrete(base.type))
            return .element(array, index: position.register, offset: 0, whole, whole: whole)
        }
        let accessorBase = accessorBase(base, property)
        let operands = indexOperands(indexes, property).map { stabilize($0) }
        return .computed(
            Accessors(
                property: property, arguments: arguments, isSuper: isSuper(base), base: accessorBase,
                baseType: base.map { concrete($0.type) },
                indexes: operands, span: expression.span),
            layout(expression.type))
    }

    // MARK: Accessors

    func get(_ accessors: Accessors, _ target: Int?) -> Operand {
        guard let getter = accessors.property.getter else {
            fail("\(accessors.property.name) cannot be read")
            return Operand(register: 0, layout: layout(accessors.property.type), hold: .lasting)
        }
        let reference = FunctionReference(getter, accessors.arguments)
        switch accessors.base {
        case .none: return invoke(reference, accessors.indexes, [], target, isDirect: accessors.isSuper)
        case .value(let operand):
            return invoke(reference, [operand] + accessors.indexes, [], target, isDirect: accessors.isSuper)
        case .place(let place): return invoke(reference, [load(place)] + accessors.indexes, [], target)
        }
    }

    /// Calls the setter; the new value is borrowed.
    func set(_ accessors: Accessors, _ newValue: Operand) {
        guard let setter = accessors.property.setter else {
            fail("\(accessors.property.name) cannot be stored to")
            return
        }
        let reference = FunctionReference(setter, accessors.arguments)
        scoped {
            switch accessors.base {
            case .none: _ = invoke(reference, [newValue] + accessors.indexes, [], nil)
            case .value(let operand):
                _ = invoke(reference, [operand, newValue] + accessors.indexes, [], nil, isDirect: accessors.isSuper)
            case .place(let place):
                modify(place, runsCode: true) { register in
                    let whole = Operand(register: register, layout: place.layout, hold: .lasting)
                    _ = self.invoke(reference, [whole, newValue] + accessors.indexes, [0], nil)
                }
            }
        }
    }

    func notify(_ observer: FunctionReference, _ base: Accessors.Base, _ value: Operand) {
        scoped {
            switch base {
            case .none: _ = invoke(observer, [value], [], nil)
            case .value(let operand): _ = invoke(observer, [operand, value], [], nil)
            case .place(let place):
                modify(place, runsCode: true) { register in
                    let whole = Operand(register: register, layout: place.layout, hold: .lasting)
                    _ = self.invoke(observer, [whole, value], [0], nil)
                }
            }
        }
    }

    /// Get, change, set; a dictionary's value is changed where it lies.
    func modifyComputed(_ accessors: Accessors, _ layout: ValueLayout, _ body: Change) {
        if modifyDictionaryValue(accessors, layout, body) { return }
        let now = get(accessors, nil)
        let register = allocate(layout.width)
        move(layout.width, from: now.register, to: register)
        consume(now)
        body.run(register)
        let changed = own(register, layout)
        set(accessors, changed)
        if forward(changed) { release(register, layout) }
    }
}
