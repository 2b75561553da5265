import Machine
import Semantics
import SourceText

extension FunctionCompiler {
    func convert(_ conversion: Conversion, _ inner: TypedExpression, to type: Type, _ target: Int?) -> Operand {
        if case .wrapOptional = conversion { return wrapped(inner, session.layout(type), target) }
        return convert(value(inner), conversion, from: concrete(inner.type), to: type, target)
    }

    func convert(
        _ operand: Operand, _ conversion: Conversion, from: Type, to: Type, _ target: Int?
    ) -> Operand {
        let whole = session.layout(to)
        switch conversion {
        case .wrapOptional:
            let register = target ?? allocate(whole.width)
            wrap(operand, whole, into: register)
            return own(register, whole)
        case .upcast, .reerase:
            return Operand(register: operand.register, layout: whole, hold: operand.hold)
        case .erase: return erase(operand, from, target)
        case .function:
            if session.sameWords(from, to) {
                return Operand(register: operand.register, layout: whole, hold: operand.hold)
            }
            return convertFunction(operand, from, to, target)
        case .optional(let inner, let innerFrom, let innerTo):
            return convertOptional(operand, inner, concrete(innerFrom), concrete(innerTo), whole, target)
        case .tuple(let conversions, let froms, let tos):
            return product(whole, target) { [self] index, words in
                let part = part(operand, index)
                let converted: Operand
                if let conversion = conversions[index] {
                    converted = convert(part, conversion, from: concrete(froms[index]), to: concrete(tos[index]), words)
                } else {
                    converted = part
                }
                consume(place(converted, at: words))
            }
        case .array(let inner, let innerFrom, let innerTo):
            return convertArray(operand, inner, concrete(innerFrom), concrete(innerTo), to, target)
        case .dictionary:
            fail("a dictionary cannot be converted as a whole here", hint: "build a new one of the wanted type")
            return dummy(to)
        case .initializer(let reference):
            return invoke(concrete(reference), [operand], [], target)
        }
    }

    private func convertOptional(
        _ operand: Operand, _ inner: Conversion, _ from: Type, _ to: Type, _ whole: ValueLayout, _ target: Int?
    ) -> Operand {
        let register = target ?? allocate(whole.width)
        let end = assembler.newLabel()
        let operand = stabilize(operand)
        let inside = FailPoint(depth: cleanups.count)
        assembler.branchWide(.branchZero, a: operand.register, to: failLabel(inside))
        scoped { wrap(convert(wrapped(in: operand), inner, from: from, to: to, nil), whole, into: register) }
        assembler.branchWide(.jump, to: end)
        place(inside)
        zero(register, whole)
        assembler.place(end)
        return own(register, whole)
    }

    private func convertArray(
        _ operand: Operand, _ inner: Conversion, _ from: Type, _ to: Type, _ type: Type, _ target: Int?
    ) -> Operand {
        let whole = session.layout(type)
        if case .upcast = inner { return Operand(register: operand.register, layout: whole, hold: operand.hold) }
        let register = target ?? allocate(1)
        let array = stabilize(operand)
        let index = allocate(1)
        let count = allocate(1)
        emit(.arrayCount, a: count, b: array.register)
        emit(.newArray, a: register, b: session.arrayDescriptor(type), c: 0)
        let result = own(register, whole)
        loadConstant(0, into: index)
        let exit = assembler.newLabel()
        assembler.branch(.branchLessEqual, a: count, b: index, to: exit)
        let top = assembler.here()
        let element = session.layout(from)
        scoped {
            let item = self.element(
                of: Operand(register: array.register, layout: array.layout, hold: .lasting), index, 0, element, element,
                nil)
            let converted = convert(item, inner, from: from, to: to, nil)
            consume(converted)
            appendElement(register, converted.register, session.layout(to))
        }
        assembler.branch(.countedLoop, a: index, b: count, to: top)
        assembler.place(exit)
        return result
    }

    /// A closure that converts arguments and results around another one.
    private func convertFunction(_ operand: Operand, _ from: Type, _ to: Type, _ target: Int?) -> Operand {
        let register = target ?? allocate(1)
        let thunk = session.instance(.conversionThunk(from, to), named: "converted function")
        makeClosure(register, thunk, [session.closureLayout]) { [self] _, words in
            emit(.move, a: words, b: operand.register)
        }
        return own(register, session.closureLayout)
    }

    // MARK: Existentials

    /// A value as `any P` or `Any`: an instance as it is, all else in a box that knows its type.
    func erase(_ operand: Operand, _ type: Type, _ target: Int?) -> Operand {
        let layout = session.layout(session.anyType)
        if session.isClass(type) {
            _ = session.classDescriptor(type)
            session.noteErased(type)
            return Operand(register: operand.register, layout: layout, hold: operand.hold)
        }
        if session.isExistential(type) {
            return Operand(register: operand.register, layout: layout, hold: operand.hold)
        }
        session.noteErased(type)
        let register = target ?? allocate(1)
        // The operand may lie where the result goes.
        let words =
            register >= operand.register && register < operand.register + operand.layout.width
            ? allocate(operand.layout.width) : operand.register
        move(operand.layout.width, from: operand.register, to: words)
        consume(operand)
        emit(.newObject, a: register, wide: session.existentialDescriptor(type))
        storeFields(register, 0, operand.layout.width, from: words)
        return own(register, layout)
    }

    // MARK: Tests and casts

    func isType(_ inner: TypedExpression, _ type: Type, _ target: Int?) -> Operand {
        let register = target ?? allocate(1)
        scoped {
            let from = concrete(inner.type)
            let result = dynamicTest(opened(value(inner), from, type), from, type)
            move(1, from: result, to: register)
        }
        return Operand(register: register, layout: session.boolLayout, hold: .lasting)
    }

    /// An `Any` that holds an optional of the type asked for stands for what that wraps.
    func opened(_ operand: Operand, _ from: Type, _ to: Type) -> Operand {
        guard case .existential(let protocols, _) = session.checker.types[from], protocols.isEmpty,
            !session.isExistential(to), session.layouts.optionalPayload(to) == nil,
            let decl = session.checker.standard("Optional")
        else { return operand }
        let optional = session.checker.types.nominal(decl, [to])
        let register = allocate(1)
        move(1, from: operand.register, to: register)
        retain(register, operand.layout)
        let done = assembler.newLabel()
        scoped {
            let test = allocate(1)
            emit(.isType, a: test, b: operand.register, c: session.existentialDescriptor(optional))
            assembler.branchWide(.branchZero, a: test, to: done)
            let layout = session.layout(optional)
            let words = allocate(layout.width)
            loadFields(operand.register, 0, layout.width, into: words)
            assembler.branchWide(.branchZero, a: words, to: done)
            let inner = wrapped(in: Operand(register: words, layout: layout, hold: .passing))
            let erased = erase(inner, to, nil)
            consume(erased)
            emit(.release, a: register)
            move(1, from: erased.register, to: register)
        }
        assembler.place(done)
        // It stays until the scope ends, whatever is taken out of it.
        _ = own(register, operand.layout)
        return Operand(register: register, layout: operand.layout, hold: .lasting)
    }

    /// A register with 1 where the value's type fits, else 0.
    func dynamicTest(_ operand: Operand, _ from: Type, _ to: Type) -> Int {
        let register = allocate(1)
        if let wrappedType = session.layouts.optionalPayload(from), session.layouts.optionalPayload(to) == nil {
            let end = assembler.newLabel()
            loadConstant(0, into: register)
            assembler.branchWide(.branchZero, a: operand.register, to: end)
            scoped {
                let inner = dynamicTest(self.wrapped(in: operand), wrappedType, to)
                move(1, from: inner, to: register)
            }
            assembler.place(end)
            return register
        }
        if case .existential(let protocols, _) = session.checker.types[to] {
            return testConformance(operand, from, protocols, register)
        }
        if session.isExistential(from) || session.isClass(from) {
            let descriptor = session.isClass(to) ? session.classDescriptor(to) : session.existentialDescriptor(to)
            emit(.isType, a: register, b: operand.register, c: descriptor)
        } else {
            loadConstant(from == to ? 1 : 0, into: register)
        }
        return register
    }

    private func testConformance(
        _ operand: Operand, _ from: Type, _ protocols: [NominalDecl], _ register: Int
    ) -> Int {
        guard session.isExistential(from) || session.isClass(from) else {
            let holds = protocols.allSatisfy { session.checker.conforms(from, to: $0) }
            loadConstant(holds ? 1 : 0, into: register)
            return register
        }
        loadConstant(1, into: register)
        for decl in protocols {
            let one = allocate(1)
            emit(.conforms, a: one, b: operand.register, c: session.protocolIndex(decl))
            emit(.and, a: register, b: register, c: one)
        }
        return register
    }

    /// The value as the type that a test has found it to have.
    func dynamicCast(_ operand: Operand, _ from: Type, _ to: Type) -> Operand {
        if let wrappedType = session.layouts.optionalPayload(from), session.layouts.optionalPayload(to) == nil {
            return dynamicCast(wrapped(in: operand), wrappedType, to)
        }
        let layout = session.layout(to)
        if session.isExistential(to) { return erase(operand, from, nil) }
        if session.isClass(to) || !(session.isExistential(from) || session.isClass(from)) {
            return Operand(register: operand.register, layout: layout, hold: operand.hold)
        }
        let register = allocate(layout.width)
        loadFields(operand.register, 0, layout.width, into: register)
        return Operand(register: register, layout: layout, hold: layout.isTrivial ? .lasting : operand.hold)
    }

    func cast(
        _ inner: TypedExpression, to type: Type, isForced: Bool, _ expressionType: Type, _ target: Int?
    ) -> Operand {
        let from = concrete(inner.type)
        let whole = layout(expressionType)
        let register = target ?? allocate(whole.width)
        scoped {
            let operand = opened(stabilize(value(inner)), from, type)
            let test = dynamicTest(operand, from, type)
            let otherwise = FailPoint(depth: cleanups.count)
            let end = assembler.newLabel()
            assembler.branchWide(.branchZero, a: test, to: failLabel(otherwise))
            scoped {
                let result = dynamicCast(operand, from, type)
                if isForced {
                    move(whole.width, from: result.register, to: register)
                    consume(result)
                } else {
                    wrap(result, whole, into: register)
                }
            }
            assembler.branchWide(.jump, to: end)
            place(otherwise)
            if isForced {
                trap(.cast, "Could not cast value to '\(session.typeName(type))'")
            } else {
                zero(register, whole)
            }
            assembler.place(end)
        }
        return own(register, whole)
    }

    func metatype(_ type: Type, _ target: Int?) -> Operand {
        let register = target ?? allocate(1)
        var instance = type
        if case .metatype(let inner) = session.checker.types[type] { instance = inner }
        loadConstant(session.metatypeWord(instance), into: register)
        return Operand(
            register: register, layout: session.layout(session.checker.types.make(.metatype(instance))), hold: .lasting)
    }
}
