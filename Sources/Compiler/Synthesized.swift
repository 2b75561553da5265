import Machine
import Semantics
import SourceText

/// Bodies that are the same for all types of a form.
extension FunctionCompiler {
    func synthesizedBody(_ body: SynthesizedBody, _ decl: FunctionDecl, _ reference: FunctionReference) {
        switch body {
        case .memberwiseInitializer, .defaultInitializer: memberwise(decl)
        case .inheritedInitializer: inherited(decl, reference)
        case .equals: equals(decl)
        case .hashInto: hashInto(decl)
        case .less: less(decl)
        case .rawValueGetter: rawValue(decl)
        case .initFromRawValue: fromRawValue(decl)
        case .allCases: allCases(decl)
        case .storedGetter: storedGetter(decl)
        case .storedSetter: storedSetter(decl)
        }
        cleanups = []
    }

    // MARK: Initialisers

    private func memberwise(_ decl: FunctionDecl) {
        guard let own = decl.selfVariable, let owner = decl.owner else { return }
        initializerSelf = own
        isFailable = decl.isFailable
        openParameters(decl)
        if !decl.isClassInitializer {
            declareLater(own)
            openSelf(own)
        }
        for (index, property) in owner.storedProperties.enumerated() {
            if let parameter = decl.parameters.first(where: { $0.variable.name == property.name }) {
                initializeField(own, property, index) { [self] words in
                    let operand = load(parameter.variable)
                    move(operand.layout.width, from: operand.register, to: words)
                    retain(words, operand.layout)
                }
            } else if !property.isLazy, let initial = session.checker.initialValue(of: property) {
                initializeField(own, property, index) { [self] words in _ = owned(initial, into: words) }
            }
        }
        if decl.isClassInitializer, let superclass = session.superclass(of: concrete(own.type)) {
            callDefaultInitializer(of: superclass, own)
        }
        returnSelf()
    }

    func callDefaultInitializer(of superclass: Type, _ own: VariableDecl) {
        guard let initializer = session.checker.plainInitializer(of: superclass) else { return }
        _ = invoke(initializer, [load(own)], [], nil)
    }

    private func inherited(_ decl: FunctionDecl, _ reference: FunctionReference) {
        guard let own = decl.selfVariable, let parent = decl.overrides else { return }
        initializerSelf = own
        isFailable = decl.isFailable
        openParameters(decl)
        initializeFields(decl, own)
        let arguments = session.superclass(of: concrete(own.type)).flatMap { superclass -> [Type]? in
            if case .nominal(_, let arguments) = session.checker.types[superclass] { arguments } else { nil }
        }
        let operands = [load(own)] + decl.parameters.map { load($0.variable) }
        let result = invoke(FunctionReference(parent, arguments ?? []), operands, [], nil)
        if decl.isFailable {
            let succeeded = assembler.newLabel()
            assembler.branchWide(.branchNonZero, a: result.register, to: succeeded)
            returnNil()
            assembler.place(succeeded)
        }
        returnSelf()
    }

    // MARK: Comparing

    private func both(_ decl: FunctionDecl) -> (Operand, Operand, Type)? {
        guard convention.parameters.count >= 2, let first = decl.parameters.first else { return nil }
        let operands = convention.parameters.map { Operand(register: $0.register, layout: $0.layout, hold: .lasting) }
        return (operands[0], operands[1], concrete(first.variable.type))
    }

    private func equals(_ decl: FunctionDecl) {
        guard let (a, b, type) = both(decl) else { return }
        let different = FailPoint(depth: 0)
        guard case .nominal(let nominal, _) = session.checker.types[type] else { return }
        if nominal.kind == .enum {
            equalCases(a, b, type, nominal, different)
        } else {
            for index in nominal.storedProperties.indices {
                equalValues(part(a, index), part(b, index), session.partType(type, index), different)
            }
        }
        let yes = constant(1)
        emit(.return, a: yes, x: 1)
        place(different)
        emit(.return, a: constant(0), x: 1)
    }

    private func equalCases(
        _ a: Operand, _ b: Operand, _ type: Type, _ nominal: NominalDecl, _ different: FailPoint
    ) {
        assembler.branch(.branchNotEqual, a: a.register, b: b.register, to: failLabel(different))
        let same = assembler.newLabel()
        for enumCase in nominal.cases where !enumCase.payload.isEmpty {
            let otherwise = FailPoint(depth: cleanups.count)
            scoped {
                testCase(a, enumCase, otherwise)
                let left = payloadParts(a, enumCase)
                let right = payloadParts(b, enumCase)
                for index in enumCase.payload.indices {
                    equalValues(left[index], right[index], session.payloadType(type, enumCase, index), different)
                }
            }
            assembler.branchWide(.jump, to: same)
            place(otherwise)
        }
        assembler.place(same)
    }

    /// Leaves where the two are not equal.
    private func equalValues(_ a: Operand, _ b: Operand, _ type: Type, _ different: FailPoint) {
        switch session.native(type) {
        case .integer?, .boolean?:
            assembler.branch(.branchNotEqual, a: a.register, b: b.register, to: failLabel(different))
        case .double?, .float?:
            assembler.branch(.branchNotEqualDouble, a: a.register, b: b.register, to: failLabel(different))
        default:
            let result = allocate(1)
            scoped { callEquals(a, b, type, result) }
            assembler.branchWide(.branchZero, a: result, to: failLabel(different))
        }
    }

    private func callEquals(_ a: Operand, _ b: Operand, _ type: Type, _ result: Int) {
        callOperator("Equatable", "==", [a, b], type, [], result)
    }

    /// The witness of a standard protocol's requirement.
    private func callOperator(
        _ protocolName: String, _ name: String, _ operands: [Operand], _ type: Type, _ moved: Set<Int>, _ result: Int?
    ) {
        guard let decl = session.checker.standard(protocolName),
            let requirement = decl.requirements.first(where: { $0.name == name })
        else { return fail("the standard library has no \(protocolName)") }
        _ = invoke(session.checker.witness(of: requirement, for: type), operands, moved, result)
    }

    private func less(_ decl: FunctionDecl) {
        guard let (a, b, type) = both(decl), case .nominal(let nominal, _) = session.checker.types[type] else { return }
        let answer = allocate(1)
        let differs = assembler.newLabel()
        assembler.branch(.branchNotEqual, a: a.register, b: b.register, to: differs)
        for enumCase in nominal.cases where !enumCase.payload.isEmpty {
            let otherwise = FailPoint(depth: cleanups.count)
            scoped {
                testCase(a, enumCase, otherwise)
                let left = payloadParts(a, enumCase)
                let right = payloadParts(b, enumCase)
                for index in enumCase.payload.indices {
                    let type = session.payloadType(type, enumCase, index)
                    let next = assembler.newLabel()
                    callEquals(left[index], right[index], type, answer)
                    assembler.branchWide(.branchNonZero, a: answer, to: next)
                    callOperator("Comparable", "<", [left[index], right[index]], type, [], answer)
                    emit(.return, a: answer, x: 1)
                    assembler.place(next)
                }
            }
            place(otherwise)
        }
        emit(.return, a: constant(0), x: 1)
        assembler.place(differs)
        emit(.lessInt, a: answer, b: a.register, c: b.register)
        emit(.return, a: answer, x: 1)
    }

    private func hashInto(_ decl: FunctionDecl) {
        guard convention.parameters.count >= 2, let own = decl.selfVariable else { return }
        let value = Operand(
            register: convention.parameters[0].register, layout: convention.parameters[0].layout, hold: .lasting)
        let hasher = Operand(
            register: convention.parameters[1].register, layout: convention.parameters[1].layout, hold: .lasting)
        let type = concrete(own.type)
        guard case .nominal(let nominal, _) = session.checker.types[type] else { return }
        if nominal.kind == .enum {
            let tag = Operand(register: allocate(1), layout: session.intLayout, hold: .lasting)
            if case .nullable = value.layout.form {
                emit(.not, a: tag.register, b: value.register)
            } else {
                move(1, from: value.register, to: tag.register)
            }
            callOperator("Hashable", "hash", [tag, hasher], session.standardType("Int"), [1], nil)
            for enumCase in nominal.cases where !enumCase.payload.isEmpty {
                let otherwise = FailPoint(depth: cleanups.count)
                scoped {
                    testCase(value, enumCase, otherwise)
                    for (index, part) in payloadParts(value, enumCase).enumerated() {
                        let type = session.payloadType(type, enumCase, index)
                        callOperator("Hashable", "hash", [part, hasher], type, [1], nil)
                    }
                }
                place(otherwise)
            }
        } else {
            for index in nominal.storedProperties.indices {
                callOperator("Hashable", "hash", [part(value, index), hasher], session.partType(type, index), [1], nil)
            }
        }
        finishReturn()
    }

    // MARK: Raw values

    private func rawValue(_ decl: FunctionDecl) {
        guard let owner = decl.owner, let tag = convention.parameters.first?.register else { return }
        for enumCase in owner.cases {
            let next = assembler.newLabel()
            assembler.branch(.branchNotEqualImmediate, a: tag, b: enumCase.index, to: next)
            loadRaw(enumCase, into: 0)
            emit(.return, a: 0, x: 1)
            assembler.place(next)
        }
        trap(.unreachable)
    }

    private func loadRaw(_ enumCase: EnumCaseDecl, into register: Int) {
        switch enumCase.rawValue {
        case .integer(let number): loadConstant(number, into: register)
        case .double(let bits): loadConstant(Int64(bitPattern: bits), into: register)
        case .string(let text):
            emit(.loadString, a: register, wide: session.program.string(text))
            emit(.retain, a: register)
        case nil: loadConstant(Int64(enumCase.index), into: register)
        }
    }

    private func fromRawValue(_ decl: FunctionDecl) {
        guard let owner = decl.owner, let parameter = convention.parameters.first else { return }
        for enumCase in owner.cases {
            let next = assembler.newLabel()
            scoped {
                let raw = allocate(1)
                loadRaw(enumCase, into: raw)
                let isString = parameter.layout.words == [.reference]
                let same = allocate(1)
                emit(
                    isString ? .equalString : isDouble(parameter.layout) ? .equalDouble : .equalInt, a: same, b: raw,
                    c: parameter.register)
                if isString { emit(.release, a: raw) }
                assembler.branchWide(.branchZero, a: same, to: next)
            }
            loadConstant(Int64(enumCase.index), into: 1)
            loadConstant(1, into: 0)
            emit(.return, a: 0, x: convention.result.width)
            assembler.place(next)
        }
        zero(0, convention.result)
        finishReturn()
    }

    private func isDouble(_ layout: ValueLayout) -> Bool {
        if case .native(.double) = layout.form { true } else { false }
    }

    private func allCases(_ decl: FunctionDecl) {
        guard let owner = decl.owner else { return }
        let type = concrete(decl.result)
        let element = session.elementLayout(type)
        emit(.newArray, a: 0, b: session.arrayDescriptor(type), c: owner.cases.count)
        let words = allocate(element.width)
        for enumCase in owner.cases {
            zero(words, element)
            loadConstant(Int64(enumCase.index), into: words)
            appendElement(0, words, element)
        }
        finishReturn()
    }

    // MARK: Stored properties as witnesses

    private func storedGetter(_ decl: FunctionDecl) {
        guard let place = storedPlace(decl) else { return }
        let operand = load(place)
        move(operand.layout.width, from: operand.register, to: 0)
        retain(0, operand.layout)
        finishReturn()
    }

    private func storedSetter(_ decl: FunctionDecl) {
        guard let place = storedPlace(decl), let newValue = convention.parameters.dropFirst(decl.isStatic ? 0 : 1).first
        else { return }
        let words = allocate(newValue.layout.width)
        move(newValue.layout.width, from: newValue.register, to: words)
        retain(words, newValue.layout)
        store(words, to: place)
        finishReturn()
    }

    private func storedPlace(_ decl: FunctionDecl) -> Place? {
        guard let property = decl.storage else { return nil }
        switch property.storage {
        case .global(let variable):
            initializeGlobal(variable, property)
            return globalPlace(variable, session.layout(session.withoutOpaque(variable.type)))
        case .stored(let index):
            guard let own = decl.selfVariable, let parameter = convention.parameters.first else { return nil }
            let type = concrete(own.type)
            let whole = Place.registers(parameter.register, parameter.layout)
            if property.isLazy { return lazyPlace(of: whole, type, property, index) }
            if session.isClass(type) {
                let instance = Operand(register: parameter.register, layout: parameter.layout, hold: .lasting)
                return session.field(property, of: type).map {
                    let place = strong(.object(parameter.register, offset: $0.offset, $0.layout))
                    return observed(place, property, substitution.arguments, .value(instance))
                }
            }
            return observed(part(whole, index), property, substitution.arguments, .place(whole))
        case .computed, .requirement: return nil
        }
    }
}
