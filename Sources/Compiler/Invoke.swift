import Machine
import Semantics

extension FunctionCompiler {
    /// Calls a function on operands that are at hand, by whichever way it is called. Those whose positions are in
    /// `moved` are `inout`: their registers have the changed words afterwards.
    func invoke(
        _ reference: FunctionReference, _ operands: [Operand], _ moved: Set<Int>, _ target: Int?
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
            if moved.contains(index) {
                move(operand.layout.width, from: operand.register, to: register)
            } else {
                let borrowed = Operand(register: operand.register, layout: operand.layout, hold: operand.hold)
                move(operand.layout.width, from: borrowed.register, to: register)
                if operand.hold == .passing {
                    _ = keep(Operand(register: register, layout: operand.layout, hold: .passing))
                }
            }
        }
        passCaptures(of: reference.decl, convention, operands.count, first)
        let error = first + convention.errorRegister
        if convention.canThrow { loadConstant(0, into: error) }
        emitCall(reference, convention, first)
        for index in moved where index < convention.parameters.count {
            let parameter = convention.parameters[index]
            move(parameter.layout.width, from: first + parameter.register, to: operands[index].register)
        }
        popCleanups(to: depth)
        if convention.canThrow { propagate(error) }
        let result = own(first, convention.result)
        if let target {
            next = mark
            return place(result, at: target)
        }
        next = first + convention.result.width
        return result
    }

    /// The call instruction: direct, through a class's table, or through an existential's.
    func emitCall(_ reference: FunctionReference, _ convention: Convention, _ first: Int) {
        let decl = reference.decl
        if decl.isRequirement, let own = convention.parameters.first {
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

    func callMethod(
        _ reference: FunctionReference, _ base: TypedExpression, _ arguments: [TypedArgument], _ target: Int?
    ) -> Operand {
        callThrough(reference, .value(base), arguments, target)
    }

    func callRequirement(
        _ reference: FunctionReference, _ base: SelfArgument?, _ arguments: [TypedArgument], _ target: Int?
    ) -> Operand {
        guard let base else {
            fail("`\(reference.decl.name)` of an unknown type cannot be called")
            return dummy(reference.decl.result)
        }
        return callThrough(reference, base, arguments, target)
    }

    private func callThrough(
        _ reference: FunctionReference, _ base: SelfArgument, _ arguments: [TypedArgument], _ target: Int?
    ) -> Operand {
        let convention = session.convention(reference)
        return frame(convention, target) { [self] first in
            var passing: [Passing] = []
            switch base {
            case .value(let value):
                passing.append(.value)
                _ = keep(self.value(value, into: first + convention.parameters[0].register))
            case .reference(let place):
                passing.append(.reference(self.place(place), convention.parameters[0]))
            case .type: fail("`\(reference.decl.name)` of an unknown type cannot be called")
            }
            return passing + pass(arguments, convention, 1, first)
        } call: { [self] first in
            emitCall(reference, convention, first)
        }
    }
}
