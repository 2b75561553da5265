import Machine
import Semantics
import SourceText

extension FunctionCompiler {
    /// Evaluates an expression. With `target` the words end up there; else wherever is cheapest.
    func value(_ expression: TypedExpression, into target: Int? = nil) -> Operand {
        let outer = assembler.span
        assembler.span = expression.span
        depth += 1
        defer {
            assembler.span = outer
            depth -= 1
        }
        guard depth < FunctionCompiler.depthLimit else {
            fail("this expression is nested too deeply", hint: "give parts of it names of their own")
            return dummy(expression.type)
        }
        var result = evaluate(expression, target)
        if let target { result = place(result, at: target) }
        markValue(expression, result)
        return result
    }

    /// Evaluates and discards.
    func effect(_ expression: TypedExpression) {
        scoped { _ = value(expression) }
    }

    /// Evaluates to words that belong to nobody yet, with counts of their own.
    func owned(_ expression: TypedExpression, into target: Int? = nil) -> Int {
        let operand = value(expression, into: target)
        consume(operand)
        return operand.register
    }

    /// Moves the words to `target`; the ownership goes with them.
    func place(_ operand: Operand, at target: Int) -> Operand {
        guard operand.register != target else { return operand }
        move(operand.layout.width, from: operand.register, to: target)
        guard operand.hold == .owned else {
            let hold: Operand.Hold = operand.layout.isTrivial ? .lasting : operand.hold
            return Operand(register: target, layout: operand.layout, hold: hold)
        }
        forward(operand)
        return own(target, operand.layout)
    }

    /// Stands for the value of what could not be compiled.
    func dummy(_ type: Type) -> Operand {
        let layout = layout(type)
        return Operand(register: allocate(layout.width), layout: layout, hold: .lasting)
    }

    private func evaluate(_ expression: TypedExpression, _ target: Int?) -> Operand {
        switch expression.kind {
        case .integer(let value): return integerLiteral(value, expression.type, target)
        case .floating(let value): return floatingLiteral(value, expression.type, target)
        case .boolean(let value):
            let layout = layout(expression.type)
            let register = target ?? allocate(1)
            loadConstant(value ? 1 : 0, into: register)
            return Operand(register: register, layout: layout, hold: .lasting)
        case .string(let text):
            let register = target ?? allocate(1)
            emit(.loadString, a: register, wide: session.program.string(text))
            return Operand(register: register, layout: layout(expression.type), hold: .lasting)
        case .interpolation(let parts): return interpolation(parts, expression.type, target)
        case .none: return nilValue(layout(expression.type), target)
        case .variable(let variable): return load(variable)
        case .field(let base, let property): return field(base, property)
        case .classField(let base, let property): return classField(base, property, target)
        case .tupleElement(let base, let index): return part(value(base), index)
        case .property(let base, let property, let arguments):
            return readProperty(base, property, arguments, expression, target)
        case .subscript(let base, let property, let arguments, let indexes):
            return readSubscript(base, property, arguments, indexes, expression, target)
        case .forceUnwrap(let inner): return forceUnwrap(inner)
        case .chainLink(let inner): return chainLink(inner)
        case .optionalChain(let inner, let wraps): return optionalChain(inner, wraps, expression.type, target)
        case .call(let callee, let arguments): return call(callee, arguments, expression, target)
        case .function(let reference, let base): return functionValue(reference, base, expression.type, target)
        case .caseConstructor(let enumCase): return caseConstructor(enumCase, expression.type, target)
        case .enumCase(let enumCase, let payload): return enumValue(enumCase, payload, expression.type, target)
        case .closure(let closure): return closureValue(closure, target)
        case .tuple(let elements): return tuple(elements, expression.type, target)
        case .array(let elements): return arrayLiteral(elements, expression.type, target)
        case .dictionary(let items): return dictionaryLiteral(items, expression, target)
        case .convert(let conversion, let inner):
            return convert(conversion, inner, to: concrete(expression.type), target)
        case .assign(let place, let newValue):
            assign(place, newValue)
            return dummy(session.checker.types.void)
        case .discard, .error: return dummy(expression.type)
        case .inoutReference(let inner): return value(inner, into: target)
        case .ternary(let condition, let yes, let no): return ternary(condition, yes, no, expression.type, target)
        case .statement(let statement): return statementValue(statement, expression.type, target)
        case .tryOptional(let inner, let wraps): return tryOptional(inner, wraps, expression.type, target)
        case .tryForced(let inner): return tryForced(inner, target)
        case .isType(let inner, let type): return isType(inner, concrete(type), target)
        case .cast(let inner, let type, let isForced):
            return cast(inner, to: concrete(type), isForced: isForced, expression.type, target)
        case .metatype(let type): return metatype(concrete(type), target)
        case .bind(let variable, let initial, let body):
            declare(variable, value(initial))
            return value(body, into: target)
        }
    }

    // MARK: Literals

    private func integerLiteral(_ value: Int64, _ type: Type, _ target: Int?) -> Operand {
        let layout = layout(type)
        switch layout.form {
        case .native(.double): return literal(Int64(bitPattern: Double(value).bitPattern), layout, target)
        case .native(.float): return literal(Int64(bitPattern: Double(Float(value)).bitPattern), layout, target)
        default: return literal(value, layout, target)
        }
    }

    private func literal(_ word: Int64, _ layout: ValueLayout, _ target: Int?) -> Operand {
        if target == nil, let register = constantRegister(word) {
            return Operand(register: register, layout: layout, hold: .lasting)
        }
        let register = target ?? allocate(1)
        loadConstant(word, into: register)
        return Operand(register: register, layout: layout, hold: .lasting)
    }

    private func floatingLiteral(_ value: Double, _ type: Type, _ target: Int?) -> Operand {
        let layout = layout(type)
        var value = value
        if case .native(.float) = layout.form { value = Double(Float(value)) }
        return literal(Int64(bitPattern: value.bitPattern), layout, target)
    }

    // MARK: Variables and parts

    func load(_ variable: VariableDecl) -> Operand {
        let layout = layout(variable.type)
        let isFixed = variable.isLet && !variable.isInitializedLater || isUnchangingParameter(variable)
        switch home(of: variable) {
        case .registers(let register):
            return Operand(register: register, layout: layout, hold: isFixed ? .lasting : .passing)
        case .box(let box):
            let register = allocate(layout.width)
            loadFields(box, 0, layout.width, into: register)
            return Operand(register: register, layout: layout, hold: layout.isTrivial ? .lasting : .passing)
        case .global(let word):
            let register = allocate(layout.width)
            if layout.width > 0 { emit(.loadGlobal, a: register, wide: word, x: layout.width) }
            return Operand(
                register: register, layout: layout, hold: layout.isTrivial || isFixed ? .lasting : .passing)
        }
    }

    /// A `let` without a mutation after it, in effect: nothing can assign to it.
    private func isUnchangingParameter(_ variable: VariableDecl) -> Bool {
        !variable.isMutated && !variable.isInout && !variable.isGlobal && !variable.isInitializedLater
    }

    func home(of variable: VariableDecl) -> Home {
        if variable.isGlobal {
            let word = session.global(variable)
            return isEntry ? .registers(word) : .global(word)
        }
        if let home = homes[ObjectIdentifier(variable)] { return home }
        fail("the compiler lost the variable \(variable.name)")
        return .registers(0)
    }

    func loadFields(_ object: Int, _ offset: Int, _ count: Int, into register: Int) {
        switch count {
        case 0: break
        case 1: emit(.fieldGet, a: register, b: object, c: offset)
        case ...255: emit(.fieldGetWords, a: register, b: object, c: offset, x: count)
        default:
            loadFields(object, offset, 255, into: register)
            loadFields(object, offset + 255, count - 255, into: register + 255)
        }
    }

    func storeFields(_ object: Int, _ offset: Int, _ count: Int, from register: Int) {
        switch count {
        case 0: break
        case 1: emit(.fieldSet, a: object, b: register, c: offset)
        case ...255: emit(.fieldSetWords, a: object, b: register, c: offset, x: count)
        default:
            storeFields(object, offset, 255, from: register)
            storeFields(object, offset + 255, count - 255, from: register + 255)
        }
    }

    private func field(_ base: TypedExpression, _ property: PropertyDecl) -> Operand {
        guard case .stored(let index) = property.storage else {
            fail("\(property.name) is not stored")
            return dummy(property.type)
        }
        if let operand = elementField(base, index) { return operand }
        return part(value(base), index)
    }

    /// Part `index` of a struct or tuple, in place where it is flat.
    func part(_ base: Operand, _ index: Int) -> Operand {
        let parts = base.layout.parts
        guard index < parts.count else {
            fail("the compiler lost a stored property")
            return Operand(register: base.register, layout: base.layout, hold: .lasting)
        }
        let part = parts[index]
        var hold: Operand.Hold = base.hold == .passing ? .passing : .lasting
        if case .boxed = base.layout.form {
            let register = allocate(part.layout.width)
            loadFields(base.register, part.offset, part.layout.width, into: register)
            if part.layout.isTrivial { hold = .lasting }
            return strong(Operand(register: register, layout: part.layout, hold: hold))
        }
        return strong(Operand(register: base.register + part.offset, layout: part.layout, hold: hold))
    }

    private func classField(_ base: TypedExpression, _ property: PropertyDecl, _ target: Int?) -> Operand {
        let object = value(base)
        guard let field = session.field(property, of: concrete(base.type)) else {
            fail("the compiler lost the property \(property.name)")
            return dummy(property.type)
        }
        let register = target ?? allocate(field.layout.width)
        loadFields(object.register, field.offset, field.layout.width, into: register)
        return strong(
            Operand(register: register, layout: field.layout, hold: field.layout.isTrivial ? .lasting : .passing))
    }

    // MARK: Aggregates

    func tuple(_ elements: [TypedExpression], _ type: Type, _ target: Int?) -> Operand {
        let whole = layout(type)
        return product(whole, target) { index, register in _ = self.owned(elements[index], into: register) }
    }

    /// Builds a struct or tuple part by part; `fill` puts owned words of part `index` into registers.
    func product(_ whole: ValueLayout, _ target: Int?, _ fill: (Int, Int) -> Void) -> Operand {
        let parts = whole.parts
        let flatWidth = parts.last.map { $0.offset + $0.layout.width } ?? 0
        let isBoxed = if case .boxed = whole.form { true } else { false }
        let result = isBoxed ? target ?? allocate(1) : 0
        let first = isBoxed ? allocate(flatWidth) : target ?? allocate(flatWidth)
        var filled: [Operand] = []
        for (index, part) in parts.enumerated() {
            fill(index, first + part.offset)
            filled.append(own(first + part.offset, part.layout))
        }
        for operand in filled.reversed() { forward(operand) }
        if isBoxed {
            emit(.newObject, a: result, wide: session.boxDescriptor(whole))
            storeFields(result, 0, flatWidth, from: first)
            return own(result, whole)
        }
        return own(first, whole)
    }

    private func arrayLiteral(_ elements: [TypedExpression], _ type: Type, _ target: Int?) -> Operand {
        let whole = layout(type)
        let register = target ?? allocate(1)
        let element = session.elementLayout(concrete(type))
        emit(
            .newArray, a: register, b: session.arrayDescriptor(concrete(type)), c: min(elements.count, 65_535))
        let result = own(register, whole)
        for item in elements {
            scoped {
                let words = owned(item)
                appendElement(register, words, element)
            }
        }
        return result
    }

    /// Appends owned words to the array in `array`.
    func appendElement(_ array: Int, _ words: Int, _ element: ValueLayout) {
        if element.width == 1 {
            emit(.arrayAppend, a: array, b: words)
        } else {
            emit(.arrayAppendWords, a: array, b: words, x: element.width)
        }
    }

    // MARK: Choice

    private func ternary(
        _ condition: TypedExpression, _ yes: TypedExpression, _ no: TypedExpression, _ type: Type, _ target: Int?
    ) -> Operand {
        let layout = layout(type)
        let register = target ?? allocate(layout.width)
        let otherwise = FailPoint(depth: cleanups.count)
        let end = assembler.newLabel()
        branch(condition, otherwise)
        scoped { _ = owned(yes, into: register) }
        assembler.branchWide(.jump, to: end)
        place(otherwise)
        scoped { _ = owned(no, into: register) }
        assembler.place(end)
        return own(register, layout)
    }

    private func statementValue(_ statement: TypedStatement, _ type: Type, _ target: Int?) -> Operand {
        let layout = layout(type)
        let register = target ?? allocate(layout.width)
        let end = assembler.newLabel()
        yields.append(YieldContext(register: register, layout: layout, label: end, depth: cleanups.count))
        scoped { self.statement(statement) }
        yields.removeLast()
        assembler.place(end)
        return own(register, layout)
    }
}
