import Machine
import Semantics
import SourceText

extension FunctionCompiler {
    /// `place = value`: the place's parts first, then the value, then the store.
    func assign(_ target: TypedExpression, _ newValue: TypedExpression) {
        if case .tuple(let places) = target.kind { return assignTuple(places, newValue) }
        scoped {
            if assignDirectly(target, newValue) { return }
            let place = place(target)
            let words = owned(newValue)
            store(words, to: place)
        }
    }

    /// `x = x * y + 1` of one raw word computes right into the variable, where nothing on the right runs other code.
    private func assignDirectly(_ target: TypedExpression, _ newValue: TypedExpression) -> Bool {
        guard case .variable(let variable) = target.kind, isInert(newValue) else { return false }
        let layout = layout(variable.type)
        guard layout.width == 1, layout.isTrivial, case .registers(let register) = home(of: variable),
            isOneInstruction(newValue)
        else { return false }
        _ = value(newValue, into: register)
        return true
    }

    /// Whether the value's register is written by the last instruction that evaluates it, after all reads.
    private func isOneInstruction(_ expression: TypedExpression) -> Bool {
        switch expression.kind {
        case .integer, .floating, .boolean, .variable: return true
        case .call(.function(let reference, _), _):
            guard let native = reference.decl.native else { return false }
            return native.hasPrefix("int.") && native != "int.magnitude" || native.hasPrefix("double.")
        default: return false
        }
    }

    /// `(a, b) = (b, a + b)`: all values first.
    private func assignTuple(_ places: [TypedExpression], _ newValue: TypedExpression) {
        scoped {
            let targets = places.map { target in
                if case .tuple = target.kind { return Place?.none }
                return place(target)
            }
            let whole = layout(newValue.type)
            let words: Int
            if case .tuple(let values) = newValue.kind, case .boxed(let content) = whole.form {
                let first = allocate(content.width)
                for (index, value) in values.enumerated() {
                    _ = owned(value, into: first + content.parts[index].offset)
                }
                words = first
            } else {
                let operand = value(newValue)
                if case .boxed(let content) = operand.layout.form {
                    words = allocate(content.width)
                    loadFields(operand.register, 0, content.width, into: words)
                    retain(words, content)
                } else {
                    words = allocate(whole.width)
                    move(whole.width, from: operand.register, to: words)
                    consume(operand)
                }
            }
            for (index, part) in whole.parts.enumerated() where index < targets.count {
                if let target = targets[index] {
                    store(words + part.offset, to: target)
                } else {
                    fail("tuples inside a tuple cannot be assigned to here", hint: "assign them one by one")
                }
            }
        }
    }
}
