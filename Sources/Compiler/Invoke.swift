import Machine
import Semantics

extension FunctionCompiler {
    /// Calls a function on operands that are at hand, by whichever way it is called. Those whose positions are in
    /// `moved` are `inout`: their registers have the changed words afterwards. A direct call passes by a class's table, as
    /// `super` asks.
    func invoke(
        _ reference: FunctionReference, _ operands: [Operand], _ moved: Set<Int>, _ target: Int?,
        isDirect: Bool = false
    ) -> Operand {
        let reference = session.checker.resolve(reference)
        if let native = reference.decl.native, session.isOperation(native, reference) {
            let result = session.convention(reference).result
            let register = target ?? allocate(result.width)
            return operation(native, reference, operands, into: register, result)
        }
        let convention = session.convention(reference)
        let depth = cleanups.count
        let mark = next
        let first = allocate(1 + convention.width) + 1
        for (index, operand) in operands.enumerated() where index < convention.parameters.count {
            let register = first + convention.parameters[index].register
            move(operand.layout.width, from: operand.register, to: register)
            if operand.hold == .passing && !moved.contains(index) {
                retain(register, operand.layout)
                _ = own(register, operand.layout)
            }
        }
        passCaptures(of: reference.decl, convention, operands.count, first)
        let error = first + convention.errorRegister
        if convention.canThrow { loadConstant(0, into: error) }
        if isDirect {
            emit(.call, a: first, wide: session.instance(reference))
        } else {
            emitCall(reference, convention, first)
        }
        for index in moved where index < convention.parameters.count {
            let parameter = convention.parameters[index]
            move(parameter.layout.width, from: first + parameter.register, to: operands[index].register)
        }
        popCleanups(to: depth)
        if convention.canThrow { propagate(error) }
        return settle(first, convention.result, mark, target)
    }

    /// The call instruction: direct, through a class's table, or through an existential's.
    func emitCall(_ reference: FunctionReference, _ convention: Convention, _ first: Int) {
        let decl = reference.decl
        if decl.isRequirement, reference.arguments.count < 2, let own = convention.parameters.first {
            if case .existential = own.layout.form {
            } else {
                fail("`\(decl.name)` of this type was not found")
            }
            if own.register != 0 { emit(.move, a: first, b: first + own.register) }
            let (protocolIndex, slot) = session.witnessSlot(decl)
            emit(.callWitness, a: first, b: protocolIndex, c: slot)
        } else if let slot = decl.vtableSlot, let own = convention.parameters.first {
            if own.register != 0 { emit(.move, a: first, b: first + own.register) }
            emit(.callVirtual, a: first, b: slot)
        } else {
            emit(.call, a: first, wide: session.instance(reference))
        }
    }
}
