import Machine
import Semantics
import SourceText

extension FunctionCompiler {
    /// Tests a value against a pattern, binds its names, and leaves to `otherwise` where it does not match. The operand
    /// has to stay as it is for as long as the names are used.
    func match(_ pattern: TypedPattern, _ operand: Operand, _ otherwise: FailPoint) {
        at(pattern.span) {
            switch pattern.kind {
            case .wildcard: break
            case .variable(let variable): declare(variable, operand)
            case .tuple(let parts):
                for (index, part) in parts.enumerated() { match(part, self.part(operand, index), otherwise) }
            case .enumCase(let enumCase, let payload): matchCase(enumCase, payload, operand, otherwise)
            case .some(let inner):
                assembler.branchWide(.branchZero, a: operand.register, to: failLabel(otherwise))
                match(inner, wrapped(in: operand), otherwise)
            case .none: assembler.branchWide(.branchNonZero, a: operand.register, to: failLabel(otherwise))
            case .expression(let subject, let expression):
                homes[ObjectIdentifier(subject)] = .registers(operand.register)
                // The comparison with the pattern stands nowhere in the source.
                hidden += 1
                branch(expression, otherwise)
                hidden -= 1
            case .isType(let type):
                let from = concrete(pattern.type)
                let to = concrete(type)
                let result = scoped { dynamicTest(opened(operand, from, to), from, to) }
                assembler.branchWide(.branchZero, a: result, to: failLabel(otherwise))
            case .asType(let inner, let type):
                let from = concrete(pattern.type)
                let to = concrete(type)
                let whole = opened(operand, from, to)
                let result = dynamicTest(whole, from, to)
                assembler.branchWide(.branchZero, a: result, to: failLabel(otherwise))
                match(inner, dynamicCast(whole, from, to), otherwise)
            case .boolean(let wanted):
                assembler.branchWide(
                    wanted ? .branchZero : .branchNonZero, a: operand.register, to: failLabel(otherwise))
            }
        }
    }

    private func matchCase(
        _ enumCase: EnumCaseDecl, _ payload: [TypedPattern], _ operand: Operand, _ otherwise: FailPoint
    ) {
        if case .nullable = operand.layout.form {
            let opcode: Opcode = enumCase.index == 0 ? .branchNonZero : .branchZero
            assembler.branchWide(opcode, a: operand.register, to: failLabel(otherwise))
            if let inner = payload.first { match(inner, wrapped(in: operand), otherwise) }
            return
        }
        guard case .sum(let cases) = operand.layout.form, enumCase.index < cases.count else {
            return fail("the compiler lost the case \(enumCase.name)")
        }
        if cases.count > 1 {
            let label = failLabel(otherwise)
            if enumCase.index == 0 {
                assembler.branchWide(.branchNonZero, a: operand.register, to: label)
            } else {
                assembler.branch(.branchNotEqualImmediate, a: operand.register, b: enumCase.index, to: label)
            }
        }
        matchPayload(cases[enumCase.index], enumCase.payload.count, payload, operand, otherwise)
    }

    /// The tag is known to be the case's.
    private func matchPayload(
        _ layout: ValueLayout.Case, _ count: Int, _ payload: [TypedPattern], _ operand: Operand,
        _ otherwise: FailPoint
    ) {
        if payload.allSatisfy({ if case .wildcard = $0.kind { true } else { false } }) { return }
        let inside = self.payload(layout, operand)
        if count == 1 { return match(payload[0], inside, otherwise) }
        if payload.count == 1 {
            if case .tuple(let parts) = payload[0].kind {
                for (index, pattern) in parts.enumerated() { match(pattern, part(inside, index), otherwise) }
            } else {
                match(payload[0], asTuple(inside, concrete(payload[0].type)), otherwise)
            }
            return
        }
        for (index, pattern) in payload.enumerated() { match(pattern, part(inside, index), otherwise) }
    }

    /// Several payload values under one name are a tuple, which may have to be boxed.
    private func asTuple(_ inside: Operand, _ type: Type) -> Operand {
        let whole = session.layout(type)
        guard case .boxed = whole.form else { return inside }
        let register = allocate(1)
        retain(inside.register, inside.layout)
        emit(.newObject, a: register, wide: session.boxDescriptor(whole))
        storeFields(register, 0, inside.layout.width, from: inside.register)
        return own(register, whole)
    }

    /// A case's payload as one value: in place, gathered, or read from its box.
    func payload(_ layout: ValueLayout.Case, _ operand: Operand) -> Operand {
        let hold: Operand.Hold = operand.hold == .passing ? .passing : .lasting
        if layout.isBoxed {
            let content = session.layouts.content(of: layout)
            let register = allocate(content.width)
            loadFields(operand.register + layout.places[0], 0, content.width, into: register)
            return Operand(register: register, layout: content, hold: content.isTrivial ? .lasting : hold)
        }
        if layout.isContiguous {
            return Operand(
                register: operand.register + (layout.places.first ?? 0), layout: layout.payload, hold: hold)
        }
        let register = allocate(layout.payload.width)
        for (index, place) in layout.places.enumerated() {
            emit(.move, a: register + index, b: operand.register + place)
        }
        return Operand(register: register, layout: layout.payload, hold: layout.payload.isTrivial ? .lasting : hold)
    }

    // MARK: Switch

    func switchStatement(_ subject: TypedExpression, _ cases: [TypedStatement.SwitchCase], _ target: JumpTarget) {
        scoped {
            let operand = settled(subject)
            let end = assembler.newLabel()
            jumps[ObjectIdentifier(target)] = JumpContext(breakLabel: end, continueLabel: nil, depth: cleanups.count)
            let bodies = cases.map { _ in assembler.newLabel() }
            fallTargets.append(nil)
            for (index, item) in cases.enumerated() {
                fallTargets[fallTargets.count - 1] =
                    index + 1 < bodies.count ? (bodies[index + 1], cleanups.count) : nil
                switchCase(item, operand, bodies[index], end)
            }
            fallTargets.removeLast()
            if !cases.contains(where: { $0.items.isEmpty }) { trap(.unreachable) }
            assembler.place(end)
        }
    }

    private func switchCase(
        _ item: TypedStatement.SwitchCase, _ operand: Operand, _ body: Label, _ end: Label
    ) {
        let next = FailPoint(depth: cleanups.count)
        if item.items.isEmpty {
            assembler.place(body)
            block(item.body)
            leave(item, end)
            return
        }
        if item.items.count == 1 {
            scoped {
                let (pattern, condition) = item.items[0]
                match(pattern, operand, next)
                if let condition { branch(condition, next) }
                assembler.place(body)
                block(item.body)
            }
            leave(item, end)
            return place(next)
        }
        manyPatterns(item, operand, body, end)
    }

    private func leave(_ item: TypedStatement.SwitchCase, _ end: Label) {
        if item.endsInFallthrough { fallThrough() } else { assembler.branchWide(.jump, to: end) }
    }

    /// Several patterns share a body: what they bind is copied to common registers.
    private func manyPatterns(
        _ item: TypedStatement.SwitchCase, _ operand: Operand, _ body: Label, _ end: Label
    ) {
        let names = item.items.first.map { boundVariables($0.pattern) } ?? []
        scoped {
            let registers = names.map { variable in
                let register = allocate(layout(variable.type).width)
                zero(register, layout(variable.type))
                return register
            }
            let owned = zip(names, registers).map { own($1, layout($0.type)) }
            for (pattern, condition) in item.items {
                let next = FailPoint(depth: cleanups.count)
                scoped {
                    match(pattern, operand, next)
                    if let condition { branch(condition, next) }
                    for (variable, register) in zip(names, registers) {
                        let operand = load(variable)
                        retain(operand.register, operand.layout)
                        move(operand.layout.width, from: operand.register, to: register)
                    }
                }
                assembler.branchWide(.jump, to: body)
                place(next)
            }
            let over = FailPoint(depth: cleanups.count - owned.filter { $0.hold == .owned }.count)
            assembler.branchWide(.jump, to: failLabel(over))
            assembler.place(body)
            for (variable, register) in zip(names, registers) {
                homes[ObjectIdentifier(variable)] = nil
                declare(variable, Operand(register: register, layout: layout(variable.type), hold: .lasting))
            }
            block(item.body)
            emitCleanups(downTo: over.depth)
            leave(item, end)
            let kept = cleanups
            cleanups = Array(cleanups.prefix(over.depth))
            place(over)
            cleanups = kept
            // Both paths have released what this scope owns.
            cleanups = Array(cleanups.prefix(over.depth))
        }
    }

    private func boundVariables(_ pattern: TypedPattern) -> [VariableDecl] {
        switch pattern.kind {
        case .variable(let variable): [variable]
        case .tuple(let parts), .enumCase(_, let parts): parts.flatMap { boundVariables($0) }
        case .some(let inner), .asType(let inner, _): boundVariables(inner)
        case .wildcard, .none, .expression, .isType, .boolean: []
        }
    }

    func fallThrough() {
        guard let (label, depth) = fallTargets.last ?? nil else { return fail("there is no case to fall through to") }
        emitCleanups(downTo: depth)
        assembler.branchWide(.jump, to: label)
    }
}
