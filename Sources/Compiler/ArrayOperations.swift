import Machine
import Semantics

/// `array.*`. Mutating ones have the array's register as their first operand.
extension FunctionCompiler {
    func arrayOperation(
        _ name: String, _ reference: FunctionReference, _ operands: [Operand], _ register: Int,
        _ result: ValueLayout
    ) -> Operand {
        let element = reference.arguments.first ?? session.checker.types.void
        let layout = session.layout(element)
        let type = session.arrayType(of: element)
        let array = operands.first?.register ?? 0
        switch name {
        case "count": emit(.arrayCount, a: register, b: array)
        case "capacity": emit(.arrayCount, a: register, b: array)
        case "isEmpty":
            emit(.arrayCount, a: register, b: array)
            emit(.not, a: register, b: register)
        case "element": return self.element(of: operands[0], operands[1].register, 0, layout, layout, register)
        case "element.set":
            let words = ownedWords(operands[1])
            store(
                words,
                to: .element(
                    .registers(array, operands[0].layout), index: operands[2].register, offset: 0, layout, whole: layout
                ))
        case "empty": emit(.newArray, a: register, b: session.arrayDescriptor(type), c: 0)
        case "repeating":
            let first = allocate(1 + layout.width)
            move(1, from: operands[1].register, to: first)
            move(layout.width, from: operands[0].register, to: first + 1)
            emit(.arrayRepeat, a: register, b: session.arrayDescriptor(type), c: first)
        case "append": appendElement(array, ownedWords(operands[1]), layout)
        case "appendArray": emit(.arrayAppendContents, a: array, b: operands[1].register)
        case "insert": emit(.arrayInsert, a: array, b: operands[2].register, c: ownedWords(operands[1]))
        case "remove": return taken(.arrayRemove, operands, layout, register)
        case "removeLast": return taken(.arrayRemoveLast, operands, layout, register)
        case "removeAll": emit(.arrayRemoveAll, a: array)
        case "reserve": emit(.arrayReserve, a: array, b: operands[1].register)
        case "replace":
            let range = pair(operands[1].register, operands[2].register)
            emit(.arrayReplaceRange, a: array, b: range, c: operands[3].register)
        case "copy":
            let range = pair(operands[1].register, operands[2].register)
            emit(.arraySlice, a: register, b: array, c: range)
        case "swapAt": emit(.arraySwap, a: array, b: operands[1].register, c: operands[2].register)
        case "reverse": reverse(array)
        case "equal": equalArrays(operands, element, register)
        case "sort": sort(array, element)
        default: unknown("array.\(name)")
        }
        return own(register, result)
    }

    /// Two words side by side, as some intrinsics want them.
    func pair(_ first: Int, _ second: Int) -> Int {
        let register = allocate(2)
        move(1, from: first, to: register)
        move(1, from: second, to: register + 1)
        return register
    }

    /// Words with counts of their own, for an instruction that consumes them.
    func ownedWords(_ operand: Operand) -> Int {
        consume(operand)
        return operand.register
    }

    private func taken(_ intrinsic: Intrinsic, _ operands: [Operand], _ layout: ValueLayout, _ register: Int) -> Operand
    {
        emit(intrinsic, a: register, b: operands[0].register, c: operands.count > 1 ? operands[1].register : 0)
        return own(register, layout)
    }

    private func reverse(_ array: Int) {
        let low = constant(0)
        let high = allocate(1)
        emit(.arrayCount, a: high, b: array)
        emit(.addImmediate, a: high, b: high, c: -1)
        let end = assembler.newLabel()
        assembler.branch(.branchLessEqual, a: high, b: low, to: end)
        let top = assembler.here()
        emit(.arraySwap, a: array, b: low, c: high)
        emit(.addImmediate, a: low, b: low, c: 1)
        emit(.addImmediate, a: high, b: high, c: -1)
        assembler.branch(.loopLess, a: low, b: high, to: top)
        assembler.place(end)
    }

    private func equalArrays(_ operands: [Operand], _ element: Type, _ register: Int) {
        let intrinsic: Intrinsic
        switch session.sortableForm(element) {
        case .doubles?: intrinsic = .arrayEqualDoubles
        case .strings?: intrinsic = .arrayEqualStrings
        default: intrinsic = .arrayEqualWords
        }
        emit(intrinsic, a: register, b: operands[0].register, c: operands[1].register)
    }

    private func sort(_ array: Int, _ element: Type) {
        let intrinsic: Intrinsic
        switch session.sortableForm(element) {
        case .doubles?: intrinsic = .arraySortDoubles
        case .strings?: intrinsic = .arraySortStrings
        default: intrinsic = .arraySortInts
        }
        emit(intrinsic, a: array)
    }
}
