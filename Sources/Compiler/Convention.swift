import Machine
import Semantics

/// How a function's frame begins, as its caller and its body agree.
///
///     r0 …           results
///     r[error]       only where it may throw: the error, 0 for none; the caller zeroes it before the call
///     r[parameters]  `self`, parameters in order, captures of a local function
///     r[closure]     only in closures: the closure object, put there by the call
///
/// Arguments are borrowed: the caller keeps them alive during the call and the callee does not change their registers,
/// so that the caller releases owned ones from there afterwards. An `inout` argument is moved in and is found changed
/// in the same registers after the call, thrown error or not. Results and errors are owned by the caller.
struct Convention {
    struct Parameter {
        var layout: ValueLayout
        var isInout: Bool
        var register: Int
    }
    let result: ValueLayout
    let canThrow: Bool
    private(set) var parameters: [Parameter] = []
    /// The first register after all of them.
    private(set) var width: Int

    init(result: ValueLayout, canThrow: Bool) {
        self.result = result
        self.canThrow = canThrow
        width = canThrow ? max(result.width, 1) + 1 : result.width
    }

    mutating func add(_ layout: ValueLayout, isInout: Bool = false) {
        parameters.append(Parameter(layout: layout, isInout: isInout, register: width))
        width += layout.width
    }

    /// Never r0, where calls through a table expect the instance.
    var errorRegister: Int { max(result.width, 1) }
}
