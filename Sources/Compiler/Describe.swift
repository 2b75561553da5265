import Machine
import Semantics
import SourceText

/// What `print`, interpolation and `String(describing:)` show, chosen by static types; a function per type appends its
/// text to a string. `isDebug` is how a value shows inside a collection: strings in quotes.
extension FunctionCompiler {
    // MARK: Uses

    func interpolation(_ parts: [InterpolationPart], _ type: Type, _ target: Int?) -> Operand {
        let register = target ?? allocate(1)
        let mark = next
        let depth = cleanups.count
        var rest = parts[...]
        var first = ""
        if case .text(let text)? = rest.first {
            first = text
            rest = rest.dropFirst()
        }
        let text = newString(first)
        for part in rest {
            switch part {
            case .text(let piece):
                scoped {
                    let literal = allocate(1)
                    emit(.loadString, a: literal, wide: session.program.string(piece))
                    emit(.stringAppend, a: text.register, b: literal)
                }
            case .value(let expression):
                scoped {
                    appendDescription(text.register, value(expression), concrete(expression.type), isDebug: false)
                }
            }
        }
        move(1, from: text.register, to: register)
        forward(text)
        popCleanups(to: depth)
        next = mark
        return own(register, layout(type))
    }

    /// `print(a, b, separator: s, terminator: t)`: one string, written at once.
    func printCall(_ arguments: [TypedArgument], isDebug: Bool) -> Operand {
        scoped {
            var items: [TypedExpression] = []
            if case .variadic(let elements, _)? = arguments.first { items = elements }
            let separator = arguments.count > 1 ? literalOrOperand(arguments[1], default: " ") : .left(" ")
            let terminator = arguments.count > 2 ? literalOrOperand(arguments[2], default: "\n") : .left("\n")
            if items.count == 1, case .left(let end) = terminator, case .string(let text) = unerased(items[0]).kind,
                !isDebug
            {
                let literal = allocate(1)
                emit(.loadString, a: literal, wide: session.program.string(text + end))
                emit(.print, a: literal)
                return
            }
            let text = newString("")
            for (index, item) in items.enumerated() {
                if index > 0 { append(separator, to: text.register) }
                let item = unerased(item)
                scoped {
                    appendDescription(text.register, value(item), concrete(item.type), isDebug: isDebug)
                }
            }
            append(terminator, to: text.register)
            emit(.print, a: text.register)
        }
        return dummy(session.checker.types.void)
    }

    private enum Piece {
        case left(String)
        case right(Operand)
    }

    private func literalOrOperand(_ argument: TypedArgument, default text: String) -> Piece {
        switch argument {
        case .value(let expression):
            if case .string(let text) = expression.kind { return .left(text) }
            return .right(stabilize(value(expression)))
        default: return .left(text)
        }
    }

    private func append(_ piece: Piece, to string: Int) {
        switch piece {
        case .left(let text):
            guard !text.isEmpty else { return }
            scoped {
                let literal = allocate(1)
                emit(.loadString, a: literal, wide: session.program.string(text))
                emit(.stringAppend, a: string, b: literal)
            }
        case .right(let operand): emit(.stringAppend, a: string, b: operand.register)
        }
    }

    /// Without the conversion to `Any`, so that the static type is known.
    private func unerased(_ expression: TypedExpression) -> TypedExpression {
        var expression = expression
        while case .convert(let conversion, let inner) = expression.kind {
            switch conversion {
            case .erase, .reerase: expression = inner
            default: return expression
            }
        }
        return expression
    }

    /// `print` as a function value: its items are an array of `Any`.
    func printBody(_ operands: [Operand], isDebug: Bool) {
        let text = newString("")
        let index = constant(0)
        let count = allocate(1)
        emit(.arrayCount, a: count, b: operands[0].register)
        let exit = assembler.newLabel()
        assembler.branch(.branchLessEqual, a: count, b: index, to: exit)
        let top = assembler.here()
        let isFirst = assembler.newLabel()
        assembler.branch(.branchEqualImmediate, a: index, b: 0, to: isFirst)
        emit(.stringAppend, a: text.register, b: operands[1].register)
        assembler.place(isFirst)
        let item = allocate(1)
        emit(.arrayGet, a: item, b: operands[0].register, c: index)
        let any = Operand(register: item, layout: session.layout(session.anyType), hold: .lasting)
        appendDescription(text.register, any, session.anyType, isDebug: isDebug)
        assembler.branch(.countedLoop, a: index, b: count, to: top)
        assembler.place(exit)
        emit(.stringAppend, a: text.register, b: operands[2].register)
        emit(.print, a: text.register)
    }

    // MARK: By type

    func appendDescription(_ string: Int, _ operand: Operand, _ type: Type, isDebug: Bool) {
        if let describable = describable(type, isDebug) {
            if describable == .string {
                emit(.stringAppend, a: string, b: operand.register)
            } else {
                emit(.stringAppendValue, a: string, b: operand.register, x: Int(describable.rawValue))
            }
            return
        }
        if session.isExistential(type) || session.isClass(type) {
            return describeObject(string, operand, type, isDebug)
        }
        let function = session.instance(.describe(type, isDebug: isDebug), named: "describe \(session.typeName(type))")
        callDescribe(string, operand) { [self] first in emit(.call, a: first, wide: function) }
    }

    private func describable(_ type: Type, _ isDebug: Bool) -> Describable? {
        switch session.native(type) {
        case .integer(64, false)?: .unsigned
        case .integer?: .int
        case .double?: .double
        case .float?: .float
        case .boolean?: .bool
        case .string?, .character?: isDebug ? .quotedString : .string
        default: nil
        }
    }

    /// A frame of the string, moved in and out, after the value.
    private func callDescribe(_ string: Int, _ operand: Operand, _ call: (Int) -> Void) {
        let mark = next
        let width = operand.layout.width
        let first = allocate(width + 3) + 1
        move(width, from: operand.register, to: first)
        emit(.move, a: first + width, b: string)
        call(first)
        emit(.move, a: string, b: first + width)
        next = mark
    }

    private func describeObject(_ string: Int, _ operand: Operand, _ type: Type, _ isDebug: Bool) {
        if session.isClass(type) { _ = session.classDescriptor(type) }
        let (protocolIndex, slot) = session.describeSlot(isDebug)
        callDescribe(string, operand) { [self] first in
            emit(.callWitness, a: first, b: protocolIndex, c: slot)
        }
    }

    func appendText(_ string: Int, _ text: String) {
        scoped {
            let literal = allocate(1)
            emit(.loadString, a: literal, wide: session.program.string(text))
            emit(.stringAppend, a: string, b: literal)
        }
    }

    // MARK: Bodies

    /// The text of a value of a type that has no shorter way.
    func describeBody(_ string: Int, _ operand: Operand, _ type: Type, _ isDebug: Bool) {
        let order =
            isDebug
            ? [("CustomDebugStringConvertible", "debugDescription"), ("CustomStringConvertible", "description")]
            : [("CustomStringConvertible", "description"), ("CustomDebugStringConvertible", "debugDescription")]
        for (name, _) in order where session.conforms(type, name) {
            guard let requirement = session.checker.standard(name)?.requirements.first else { continue }
            let text = scoped { () -> Bool in
                let result = invoke(session.checker.witness(of: requirement, for: type), [operand], [], nil)
                emit(.stringAppend, a: string, b: result.register)
                return true
            }
            if text { return }
        }
        switch session.checker.types[type] {
        case .tuple(let fields): describeTuple(string, operand, fields)
        case .nominal(let decl, _): describeNominal(string, operand, type, decl, isDebug)
        case .function: appendText(string, "(Function)")
        case .metatype(let inner): describeMetatype(string, operand, inner, isDebug)
        default: appendText(string, session.typeName(type))
        }
    }

    private func describeMetatype(_ string: Int, _ operand: Operand, _ type: Type, _ isDebug: Bool) {
        if session.isExistential(type) || session.isClass(type) {
            let isOfValue = assembler.newLabel()
            let end = assembler.newLabel()
            assembler.branch(.branchGreaterEqualImmediate, a: operand.register, b: 0, to: isOfValue)
            appendText(string, session.typeName(type))
            assembler.branchWide(.jump, to: end)
            assembler.place(isOfValue)
            scoped {
                let name = allocate(1)
                emit(.descriptorName, a: name, b: operand.register)
                emit(.stringAppend, a: string, b: name)
                emit(.release, a: name)
            }
            assembler.place(end)
        } else {
            appendText(string, session.typeName(type, isQualified: isDebug))
        }
    }

    private func describeTuple(_ string: Int, _ operand: Operand, _ fields: [TupleField]) {
        appendText(string, "(")
        for (index, field) in fields.enumerated() {
            let label = field.label.map { "\($0): " } ?? ""
            appendText(string, (index > 0 ? ", " : "") + label)
            appendDescription(string, part(operand, index), field.type, isDebug: true)
        }
        appendText(string, ")")
    }

    private func describeNominal(_ string: Int, _ operand: Operand, _ type: Type, _ decl: NominalDecl, _ isDebug: Bool)
    {
        switch decl.kind {
        case .struct:
            appendText(string, "\(session.typeName(type, isQualified: isDebug))(")
            for (index, property) in decl.storedProperties.enumerated() {
                appendText(string, "\(index > 0 ? ", " : "")\(property.name): ")
                let part = part(operand, index)
                appendDescription(string, part, session.partType(type, index), isDebug: true)
            }
            appendText(string, ")")
        case .enum: describeEnum(string, operand, type, decl, isDebug)
        case .class: appendText(string, session.typeName(type, isQualified: true))
        case .protocol: break
        }
    }

    private func describeEnum(_ string: Int, _ operand: Operand, _ type: Type, _ decl: NominalDecl, _ isDebug: Bool) {
        let end = assembler.newLabel()
        for enumCase in decl.cases {
            let otherwise = FailPoint(depth: cleanups.count)
            scoped {
                testCase(operand, enumCase, otherwise)
                let name = (isDebug ? "\(session.typeName(type, isQualified: true))." : "") + enumCase.name
                appendText(string, enumCase.payload.isEmpty ? name : "\(name)(")
                describePayload(string, operand, type, enumCase)
            }
            assembler.branchWide(.jump, to: end)
            place(otherwise)
        }
        assembler.place(end)
    }

    private func describePayload(_ string: Int, _ operand: Operand, _ type: Type, _ enumCase: EnumCaseDecl) {
        guard !enumCase.payload.isEmpty else { return }
        let parts = payloadParts(operand, enumCase)
        for (index, part) in parts.enumerated() {
            let label = enumCase.payload[index].label.map { "\($0): " } ?? ""
            appendText(string, (index > 0 ? ", " : "") + label)
            appendDescription(string, part, session.payloadType(type, enumCase, index), isDebug: true)
        }
        appendText(string, ")")
    }

    /// Leaves where the value is not of this case.
    func testCase(_ operand: Operand, _ enumCase: EnumCaseDecl, _ otherwise: FailPoint) {
        if case .nullable = operand.layout.form {
            let opcode: Opcode = enumCase.index == 0 ? .branchNonZero : .branchZero
            assembler.branchWide(opcode, a: operand.register, to: failLabel(otherwise))
        } else {
            assembler.branch(
                .branchNotEqualImmediate, a: operand.register, b: enumCase.index, to: failLabel(otherwise))
        }
    }

    /// The payload's values of a value known to be of this case.
    func payloadParts(_ operand: Operand, _ enumCase: EnumCaseDecl) -> [Operand] {
        if enumCase.payload.isEmpty { return [] }
        if case .nullable = operand.layout.form { return [wrapped(in: operand)] }
        guard case .sum(let cases) = operand.layout.form, enumCase.index < cases.count else { return [] }
        let inside = payload(cases[enumCase.index], operand)
        if enumCase.payload.count == 1 { return [inside] }
        return enumCase.payload.indices.map { part(inside, $0) }
    }
}

extension CompilerSession {
    /// The type of a stored property of a struct by position.
    func partType(_ type: Type, _ index: Int) -> Type {
        guard case .nominal(let decl, let arguments) = checker.types[type], index < decl.storedProperties.count else {
            return checker.types.error
        }
        return storedType(decl.storedProperties[index], decl, arguments)
    }

    func payloadType(_ type: Type, _ enumCase: EnumCaseDecl, _ index: Int) -> Type {
        guard case .nominal(let decl, let arguments) = checker.types[type], index < enumCase.payload.count else {
            return checker.types.error
        }
        return withoutOpaque(checker.substitute(enumCase.payload[index].type, decl.signature, arguments))
    }

    /// The value in r0…, the string after it: an `inout` in all but name.
    func describeFunction(_ type: Type, _ isDebug: Bool) -> Function {
        let layout = layout(type)
        return describeFrame(layout, name: "describe \(typeName(type))") { compiler in
            let operand = Operand(register: 0, layout: layout, hold: .lasting)
            compiler.describeBody(layout.width, operand, type, isDebug)
        }
    }

    /// The same for the object of an existential: an instance, or a box with the value inside.
    func describeBoxFunction(_ type: Type, _ isDebug: Bool) -> Function {
        let layout = layout(type)
        return describeFrame(boxLayout, name: "describe \(typeName(type))") { compiler in
            if self.isClass(type) {
                compiler.describeBody(1, Operand(register: 0, layout: layout, hold: .lasting), type, isDebug)
            } else {
                let register = compiler.allocate(layout.width)
                compiler.loadFields(0, 0, layout.width, into: register)
                let operand = Operand(register: register, layout: layout, hold: .lasting)
                compiler.appendDescription(1, operand, type, isDebug: isDebug)
            }
        }
    }

    private func describeFrame(
        _ layout: ValueLayout, name: String, _ body: (FunctionCompiler) -> Void
    ) -> Function {
        var convention = Convention(result: self.layout(checker.types.void), canThrow: false)
        convention.add(layout)
        convention.add(stringLayout, isInout: true)
        let compiler = FunctionCompiler(self, .none, convention, file: anyFile)
        body(compiler)
        compiler.popCleanups(to: 0)
        compiler.finishReturn()
        return compiler.finish(name: name)
    }
}
