import Machine
import Semantics
import SourceText

/// The machine's side of `@native("family.operation")`: which names are operations of the compiler, and the calls of
/// those whose arguments are not plain values. See Prelude.docc, "Native names".
extension CompilerSession {
    /// Whether the compiler does this operation for these types; where not, the declaration's body does.
    func isOperation(_ native: String, _ reference: FunctionReference) -> Bool {
        switch native {
        case "array.equal", "array.sort":
            guard let element = reference.arguments.first else { return false }
            return sortableForm(element) != nil
        case "dictionary.find":
            guard let key = reference.arguments.first else { return false }
            return keyKind(layout(key)) != .custom
        case "number.absolute":
            return reference.arguments.first.map { isInt($0) || self.native($0) == .double } ?? false
        case "number.minimum", "number.maximum":
            return reference.arguments.first.map { isInt($0) || self.native($0) == .double } ?? false
        case "range.halfOpen", "range.closed", "dictionary.lookup", "dictionary.lookupOrDefault",
            "dictionary.lookup.set", "dictionary.lookupOrDefault.set":
            return false
        default: return true
        }
    }

    /// Operations that change nothing and run no code of a cell.
    func isQuiet(_ native: String) -> Bool {
        if native.hasSuffix("Assign") { return false }
        switch native {
        case "string.describing", "string.reflecting", "print", "debugPrint", "random.next", "number.absolute",
            "number.minimum", "number.maximum", "array.equal", "dictionary.lookup", "dictionary.lookupOrDefault",
            "dictionary.find":
            return false
        default: return !native.hasPrefix("trap") && !native.hasPrefix("optional") && !native.hasPrefix("range")
        }
    }

    enum SortableForm { case words, ints, doubles, strings }

    /// Elements that the machine can compare by itself.
    func sortableForm(_ type: Type) -> SortableForm? {
        switch native(type) {
        case .integer(let bits, let isSigned)?: isSigned || bits < 64 ? .ints : nil
        case .double?: .doubles
        case .string?: .strings
        default: nil
        }
    }

    func keyKind(_ key: ValueLayout) -> TypeDescriptor.KeyKind {
        switch key.form {
        case .native(.integer), .native(.boolean): .words
        case .native(.double), .native(.float): .double
        case .native(.string), .native(.character): .string
        default: .custom
        }
    }
}

extension FunctionCompiler {
    /// Calls an operation of the machine.
    func callNative(
        _ native: String, _ reference: FunctionReference, _ base: SelfArgument?, _ arguments: [TypedArgument],
        _ expression: TypedExpression, _ target: Int?
    ) -> Operand {
        guard session.isOperation(native, reference) else {
            return perform(.direct(reference), base, arguments, target)
        }
        switch native {
        case "bool.and", "bool.or": return lazyBool(expression, target)
        case "optional.coalesce", "optional.coalesceOptional": return coalesce(native, arguments, expression, target)
        case "print", "debugPrint": return printCall(arguments, isDebug: native == "debugPrint")
        default: break
        }
        var places: [Place] = []
        var values: [TypedExpression] = []
        switch base {
        case .value(let value): values.append(value)
        case .reference(let place): places.append(self.place(place))
        case .type, nil: break
        }
        for argument in arguments {
            switch argument {
            case .value(let value): values.append(value)
            case .reference(let place): places.append(self.place(place))
            case .autoclosure(let closure):
                if let value = closure.body.singleExpression { values.append(value) }
            case .variadic, .defaultValue: break
            }
        }
        let result = layout(expression.type)
        if let first = places.first {
            return mutate(native, reference, first, values, arguments, result, target)
        }
        if let quick = quickOperation(native, reference, values, result, target) { return quick }
        let register = target ?? allocate(result.width)
        let mark = next
        let depth = cleanups.count
        let operands = operands(values)
        let done = operation(native, reference, operands, into: register, result)
        return settleResult(done, mark, depth)
    }

    /// Evaluates left to right; each stays as it is while the next ones are evaluated.
    func operands(_ values: [TypedExpression]) -> [Operand] {
        var operands: [Operand] = []
        for (index, value) in values.enumerated() {
            let operand = self.value(value)
            let isSafe = values[(index + 1)...].allSatisfy { isInert($0) }
            operands.append(isSafe ? operand : stabilize(operand))
        }
        return operands
    }

    /// Releases an operation's operands, unless its result is borrowed from them.
    func settleResult(_ result: Operand, _ mark: Int, _ depth: Int) -> Operand {
        switch result.hold {
        case .owned:
            forward(result)
            popCleanups(to: depth)
            next = mark
            return own(result.register, result.layout)
        case .lasting where result.layout.isTrivial:
            popCleanups(to: depth)
            next = mark
            return result
        case .lasting, .passing:
            freeTemporaries(mark, depth)
            return result
        }
    }

    /// Operations on a place: `+=`, `append` and the like, done where the value lies.
    private func mutate(
        _ native: String, _ reference: FunctionReference, _ place: Place, _ values: [TypedExpression],
        _ arguments: [TypedArgument], _ result: ValueLayout, _ target: Int?
    ) -> Operand {
        let register = target ?? allocate(result.width)
        let mark = next
        let depth = cleanups.count
        if quickAssignment(native, place, values) {
            popCleanups(to: depth)
            next = mark
            return Operand(register: register, layout: result, hold: .lasting)
        }
        let operands = operands(values)
        if elementAssignment(native, place, operands) {
            popCleanups(to: depth)
            next = mark
            return Operand(register: register, layout: result, hold: .lasting)
        }
        var done = Operand(register: register, layout: result, hold: .lasting)
        modify(place) { inside in
            let own = Operand(register: inside, layout: place.layout, hold: .lasting)
            done = self.operation(native, reference, [own] + operands, into: register, result)
        }
        return settleResult(done, mark, depth)
    }

    // MARK: Lazy operations

    /// `&&` and `||` as a value.
    private func lazyBool(_ expression: TypedExpression, _ target: Int?) -> Operand {
        let register = target ?? allocate(1)
        let end = assembler.newLabel()
        let no = FailPoint(depth: cleanups.count)
        branch(expression, no)
        loadConstant(1, into: register)
        assembler.branchWide(.jump, to: end)
        place(no)
        loadConstant(0, into: register)
        assembler.place(end)
        return Operand(register: register, layout: layout(expression.type), hold: .lasting)
    }

    /// `??`
    private func coalesce(
        _ native: String, _ arguments: [TypedArgument], _ expression: TypedExpression, _ target: Int?
    ) -> Operand {
        guard case .value(let optional)? = arguments.first else { return dummy(expression.type) }
        let whole = layout(expression.type)
        let register = target ?? allocate(whole.width)
        let end = assembler.newLabel()
        let isNil = FailPoint(depth: cleanups.count)
        scoped {
            let operand = value(optional)
            assembler.branchWide(.branchZero, a: operand.register, to: failLabel(isNil))
            let present = native == "optional.coalesce" ? wrapped(in: operand) : operand
            move(whole.width, from: present.register, to: register)
            if operand.hold == .owned { forward(operand) } else { retain(register, whole) }
        }
        assembler.branchWide(.jump, to: end)
        place(isNil)
        scoped {
            if let fallback = inPlace(arguments.last) {
                _ = owned(fallback, into: register)
            } else if case .autoclosure(let closure)? = arguments.last {
                let object = autoclosureValue(closure, nil)
                let result = callClosure(
                    object.register, session.autoclosureConvention(whole), true, register, [])
                consume(result)
            }
        }
        assembler.place(end)
        return own(register, whole)
    }

    // MARK: As functions

    /// The body of a native used as a value: the operation on the parameters.
    func nativeBody(_ native: String, _ reference: FunctionReference) {
        let result = convention.result
        let operands = convention.parameters.map {
            Operand(register: $0.register, layout: $0.layout, hold: .lasting)
        }
        switch native {
        case "bool.and", "bool.or", "optional.coalesce", "optional.coalesceOptional": lazyBody(native, operands)
        case "print", "debugPrint": printBody(operands, isDebug: native == "debugPrint")
        default:
            let done = operation(native, reference, operands, into: 0, result)
            if result.width > 0 { consume(place(done, at: 0)) }
        }
        emitCleanups(downTo: 0)
        cleanups = []
        finishReturn()
    }

    private func lazyBody(_ native: String, _ operands: [Operand]) {
        let result = convention.result
        let end = assembler.newLabel()
        let left =
            native == "optional.coalesce"
            ? wrapped(in: operands[0]) : operands[0]
        let otherwise = assembler.newLabel()
        assembler.branchWide(.branchZero, a: operands[0].register, to: otherwise)
        if native == "bool.and" {
            callRight(operands[1], result)
        } else {
            move(result.width, from: left.register, to: 0)
            retain(0, result)
        }
        assembler.branchWide(.jump, to: end)
        assembler.place(otherwise)
        if native == "bool.and" { loadConstant(0, into: 0) } else { callRight(operands[1], result) }
        assembler.place(end)
    }

    private func callRight(_ closure: Operand, _ result: ValueLayout) {
        consume(callClosure(closure.register, session.autoclosureConvention(result), true, 0, []))
    }
}

extension CompilerSession {
    func autoclosureConvention(_ result: ValueLayout) -> Convention { Convention(result: result, canThrow: true) }
}
