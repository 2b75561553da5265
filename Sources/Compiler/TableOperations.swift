import Machine
import Semantics
import SourceText

/// `dictionary.*`: tables of entries, each named by its position.
extension FunctionCompiler {
    func tableOperation(
        _ name: String, _ reference: FunctionReference, _ operands: [Operand], _ register: Int,
        _ result: ValueLayout
    ) -> Operand {
        guard reference.arguments.count >= 2 else {
            unknown("dictionary.\(name)")
            return own(register, result)
        }
        let key = session.layout(reference.arguments[0])
        let value = session.layout(reference.arguments[1])
        let table = operands.first?.register ?? 0
        switch name {
        case "empty": emit(.newTable, a: register, b: session.tableDescriptor(dictionaryType(reference)), c: 0)
        case "count": emit(.tableCount, a: register, b: table)
        case "nextEntry":
            let from = allocate(1)
            emit(.addImmediate, a: from, b: operands[1].register, c: 1)
            emit(.tableNext, a: register, b: table, c: from)
        case "key": return borrowed(.tableKey, operands, key, register)
        case "value": return borrowed(.tableValue, operands, value, register)
        case "value.set":
            emit(.tableReplaceValue, a: table, b: operands[2].register, c: ownedWords(operands[1]))
        case "firstCandidate":
            emit(.tableProbe, a: register, b: table, c: pair(constant(-1), operands[1].register))
        case "nextCandidate":
            emit(.tableProbe, a: register, b: table, c: pair(operands[1].register, operands[2].register))
        case "find": emit(.tableFind, a: register, b: table, c: operands[1].register)
        case "insert": insertEntry(table, operands[2], operands[3], hash: operands[1].register, key, value)
        case "removeEntry": emit(.tableRemove, a: table, b: operands[1].register)
        case "removeAll": emit(.tableRemoveAll, a: table)
        case "reserve": break
        default: unknown("dictionary.\(name)")
        }
        return own(register, result)
    }

    private func dictionaryType(_ reference: FunctionReference) -> Type {
        session.checker.standard("Dictionary").map {
            session.checker.types.nominal($0, Array(reference.arguments.prefix(2)))
        } ?? session.checker.types.error
    }

    private func borrowed(
        _ intrinsic: Intrinsic, _ operands: [Operand], _ layout: ValueLayout, _ register: Int
    ) -> Operand {
        emit(intrinsic, a: register, b: operands[0].register, c: operands[1].register)
        if layout.isTrivial { return Operand(register: register, layout: layout, hold: .lasting) }
        return Operand(register: register, layout: layout, hold: operands[0].hold == .lasting ? .lasting : .passing)
    }

    /// Adds an entry; gives the register of its position.
    @discardableResult
    private func insertEntry(
        _ table: Int, _ keyOperand: Operand, _ valueOperand: Operand, hash: Int, _ key: ValueLayout,
        _ value: ValueLayout
    ) -> Int {
        let entry = allocate(key.width + value.width)
        move(key.width, from: keyOperand.register, to: entry)
        consume(keyOperand)
        move(value.width, from: valueOperand.register, to: entry + key.width)
        consume(valueOperand)
        let position = allocate(1)
        move(1, from: hash, to: position)
        emit(.tableInsert, a: table, b: entry, c: position)
        return position
    }

    func dictionaryLiteral(
        _ items: [(key: TypedExpression, value: TypedExpression)], _ expression: TypedExpression, _ target: Int?
    ) -> Operand {
        let type = concrete(expression.type)
        let whole = session.layout(type)
        let (key, value) = session.tableLayouts(type)
        guard let value, session.keyKind(key) != .custom || items.isEmpty else {
            return literalByInitializer(items, type, target)
        }
        let register = target ?? allocate(1)
        emit(.newTable, a: register, b: session.tableDescriptor(type), c: min(items.count, 65_535))
        let result = own(register, whole)
        for item in items {
            scoped {
                let keyOperand = stabilize(self.value(item.key))
                let valueOperand = self.value(item.value)
                let found = allocate(1)
                emit(.tableFind, a: found, b: register, c: keyOperand.register)
                let fresh = assembler.newLabel()
                assembler.branch(.branchLessImmediate, a: found, b: 0, to: fresh)
                trap(.other, "Dictionary literal contains duplicate keys")
                assembler.place(fresh)
                insertEntry(register, keyOperand, valueOperand, hash: found, key, value)
            }
        }
        return result
    }

    /// Keys that compare by the cell's own code go through `init(dictionaryLiteral:)`.
    private func literalByInitializer(
        _ items: [(key: TypedExpression, value: TypedExpression)], _ type: Type, _ target: Int?
    ) -> Operand {
        guard case .nominal(_, let arguments) = session.checker.types[type], arguments.count == 2,
            let requirement = session.checker.standard("ExpressibleByDictionaryLiteral")?.requirements.first
        else {
            fail("the standard library has no dictionary literals")
            return dummy(type)
        }
        let fields = arguments.map { TupleField(label: nil, type: $0) }
        let pair = session.checker.types.make(.tuple(fields))
        let mark = next
        let depth = cleanups.count
        let array = variadicOperand(
            items.map { TypedExpression(.tuple([$0.key, $0.value]), pair, $0.key.span) }, pair)
        let result = invoke(session.checker.witness(of: requirement, for: type), [array], [], target)
        return release(to: depth, mark, keeping: result, target)
    }

    /// `d[key, default: v] op= …`: the value is changed in its entry. False where the key needs the cell's own code.
    func modifyDictionaryValue(_ accessors: Accessors, _ layout: ValueLayout, _ body: Change) -> Bool {
        guard case .place(let place) = accessors.base, let native = accessors.property.getter?.native else {
            return false
        }
        if native == "dictionary.value", let entry = accessors.indexes.first {
            modify(place, runsCode: true) { table in
                self.modifyEntry(table, entry.register, layout, body)
            }
            return true
        }
        guard native == "dictionary.lookupOrDefault", accessors.indexes.count == 2, accessors.arguments.count >= 2
        else { return false }
        let key = session.layout(accessors.arguments[0])
        guard session.keyKind(key) != .custom else { return false }
        modify(place, runsCode: true) { table in
            let found = self.allocate(1)
            self.emit(.tableFind, a: found, b: table, c: accessors.indexes[0].register)
            let present = self.assembler.newLabel()
            self.assembler.branch(.branchGreaterEqualImmediate, a: found, b: 0, to: present)
            self.scoped {
                let value = self.callClosure(
                    accessors.indexes[1].register, self.session.autoclosureConvention(layout), false, nil, [])
                let keyOperand = Operand(register: accessors.indexes[0].register, layout: key, hold: .lasting)
                let position = self.insertEntry(table, keyOperand, value, hash: found, key, layout)
                self.move(1, from: position, to: found)
            }
            self.assembler.place(present)
            self.modifyEntry(table, found, layout, body)
        }
        return true
    }

    private func modifyEntry(_ table: Int, _ entry: Int, _ layout: ValueLayout, _ body: Change) {
        let register = allocate(layout.width)
        emit(.tableTakeValue, a: register, b: table, c: entry)
        body.run(register)
        emit(.tablePutValue, a: table, b: entry, c: register)
    }
}
