import Machine
import Semantics
import SourceText

/// Optionals, and enum values in general.
extension FunctionCompiler {
    func nilValue(_ layout: ValueLayout, _ target: Int?) -> Operand {
        let register = target ?? allocate(layout.width)
        zero(register, layout)
        return Operand(register: register, layout: layout, hold: .lasting)
    }

    /// Consumes the operand: its words become the payload of the optional in `register`, owned by nobody yet.
    func wrap(_ operand: Operand, _ whole: ValueLayout, into register: Int) {
        switch whole.form {
        case .nullable: move(1, from: operand.register, to: register)
        case .sum(let cases) where cases.count == 2:
            move(operand.layout.width, from: operand.register, to: register + (cases[1].places.first ?? 1))
            loadConstant(1, into: register)
        default: fail("the compiler lost an optional")
        }
        consume(operand)
    }

    /// T to T?
    func wrapped(_ inner: TypedExpression, _ whole: ValueLayout, _ target: Int?) -> Operand {
        let register = target ?? allocate(whole.width)
        let mark = next
        let depth = cleanups.count
        let payload: Int
        switch whole.form {
        case .sum(let cases) where cases.count == 2: payload = register + (cases[1].places.first ?? 1)
        default: payload = register
        }
        let operand = value(inner, into: payload)
        if payload != register { loadConstant(1, into: register) }
        guard operand.hold == .owned else {
            if operand.layout.isTrivial { freeTemporaries(mark, depth) }
            return Operand(register: register, layout: whole, hold: operand.layout.isTrivial ? .lasting : operand.hold)
        }
        forward(operand)
        return own(register, whole)
    }

    func forceUnwrap(_ inner: TypedExpression) -> Operand {
        let operand = value(inner)
        let present = assembler.newLabel()
        assembler.branchWide(.branchNonZero, a: operand.register, to: present)
        trap(.unwrap)
        assembler.place(present)
        return wrapped(in: operand)
    }

    // MARK: Chains

    func chainLink(_ inner: TypedExpression) -> Operand {
        let operand = value(inner)
        guard let chain = chains.last else {
            fail("`?` stands outside a chain")
            return operand
        }
        let present = assembler.newLabel()
        assembler.branchWide(.branchNonZero, a: operand.register, to: present)
        assembler.branchWide(.jump, to: failLabel(chain.fail))
        assembler.place(present)
        return wrapped(in: operand)
    }

    /// `inner`, whose scope may be left before its end, as an optional in `register`.
    func evaluate(_ inner: TypedExpression, _ wraps: Bool, _ whole: ValueLayout, into register: Int) {
        scoped {
            let operand = value(inner)
            if wraps {
                wrap(operand, whole, into: register)
            } else {
                move(whole.width, from: operand.register, to: register)
                consume(operand)
            }
        }
    }

    func optionalChain(_ inner: TypedExpression, _ wraps: Bool, _ type: Type, _ target: Int?) -> Operand {
        let whole = layout(type)
        let register = target ?? allocate(whole.width)
        let end = assembler.newLabel()
        let point = FailPoint(depth: cleanups.count)
        chains.append(ChainContext(fail: point))
        evaluate(inner, wraps, whole, into: register)
        chains.removeLast()
        assembler.branchWide(.jump, to: end)
        place(point)
        zero(register, whole)
        assembler.place(end)
        return own(register, whole)
    }

    // MARK: Enums

    func enumValue(_ enumCase: EnumCaseDecl, _ payload: [TypedExpression], _ type: Type, _ target: Int?) -> Operand {
        let whole = layout(type)
        let register = target ?? allocate(whole.width)
        buildCase(enumCase, whole, register) { [self] index, words in _ = owned(payload[index], into: words) }
        return own(register, whole)
    }

    /// Puts a case's value into registers; `fill` makes the owned words of payload `index`.
    func buildCase(_ enumCase: EnumCaseDecl, _ whole: ValueLayout, _ register: Int, _ fill: (Int, Int) -> Void) {
        let mark = next
        let depth = cleanups.count
        if case .nullable = whole.form {
            if enumCase.index == 0 { loadConstant(0, into: register) } else { fill(0, register) }
            return popCleanups(to: depth)
        }
        guard case .sum(let cases) = whole.form, enumCase.index < cases.count else {
            return fail("the compiler lost the case \(enumCase.name)")
        }
        let layout = cases[enumCase.index]
        let content = layout.isBoxed ? session.layouts.content(of: layout) : layout.payload
        // A payload whose words lie side by side is built in place.
        let inPlace = !layout.isBoxed && layout.isContiguous
        let first = inPlace ? register + (layout.places.first ?? 1) : allocate(content.width)
        if enumCase.payload.count == 1 {
            fill(0, first)
        } else {
            var filled: [Operand] = []
            for (index, part) in content.parts.enumerated() {
                fill(index, first + part.offset)
                filled.append(own(first + part.offset, part.layout))
            }
            for operand in filled.reversed() { forward(operand) }
        }
        popCleanups(to: depth)
        var unused = Set(0..<whole.width)
        unused.subtract(layout.places)
        for word in unused.sorted() where word > 0 { loadConstant(0, into: register + word) }
        if layout.isBoxed {
            let box = register + layout.places[0]
            emit(.newObject, a: box, wide: session.cellDescriptor(content))
            storeFields(box, 0, content.width, from: first)
        } else if !inPlace {
            for (index, place) in layout.places.enumerated() {
                emit(.move, a: register + place, b: first + index)
            }
        }
        loadConstant(Int64(enumCase.index), into: register)
        next = mark
    }
}
