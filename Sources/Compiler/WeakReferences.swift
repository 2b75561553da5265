import Machine
import Semantics

/// `weak` and `unowned` properties: what lies in the owner stands for the instance without keeping it alive.
extension FunctionCompiler {
    /// The place as it is read and stored.
    func strong(_ place: Place) -> Place {
        if case .weak(let strong) = place.layout.form { return .weak(place, strong) }
        return place
    }

    /// The instance itself, kept alive while it is used. What is no optional has to be there still.
    func strong(_ operand: Operand) -> Operand {
        guard case .weak(let layout) = operand.layout.form else { return operand }
        let register = allocate(1)
        emit(.weakLoad, a: register, b: operand.register)
        let result = own(register, layout)
        if session.layouts.optionalPayload(layout.type) == nil {
            let present = assembler.newLabel()
            assembler.branchWide(.branchNonZero, a: register, to: present)
            trap(.released)
            assembler.place(present)
        }
        return result
    }
}
