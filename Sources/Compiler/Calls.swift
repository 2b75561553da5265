import Machine
import Semantics
import SourceText

/// An argument on its way into a callee's frame.
enum Passing {
    case value
    /// A place whose words are moved into the frame right before the call and back after it.
    case reference(Place, Convention.Parameter)
}

extension FunctionCompiler {
    func call(
        _ callee: Callee, _ arguments: [TypedArgument], _ expression: TypedExpression, _ target: Int?
    ) -> Operand {
        switch callee {
        case .function(let reference, let base):
            return callFunction(concrete(reference), base, arguments, expression, target)
        case .virtual(let reference, let base):
            return callMethod(concrete(reference), base, arguments, target)
        case .initializer(let reference, let type):
            return initialize(concrete(reference), concrete(type), arguments, expression, target)
        case .delegatingInitializer(let reference, let variable):
            return delegate(concrete(reference), variable, arguments)
        case .value(let function): return callValue(function, arguments, target)
        }
    }

    private func callFunction(
        _ reference: FunctionReference, _ base: SelfArgument?, _ arguments: [TypedArgument],
        _ expression: TypedExpression, _ target: Int?
    ) -> Operand {
        if let native = reference.decl.native {
            return callNative(native, reference, base, arguments, expression, target)
        }
        if reference.decl.isRequirement {
            return callRequirement(reference, base, arguments, target)
        }
        let convention = session.convention(reference)
        return callDirect(session.instance(reference), convention, reference.decl, base, arguments, target)
    }

    /// Calls a function of the program whose parameters are those of `decl`.
    func callDirect(
        _ index: @autoclosure () -> Int, _ convention: Convention, _ decl: FunctionDecl?, _ base: SelfArgument?,
        _ arguments: [TypedArgument], _ target: Int?
    ) -> Operand {
        frame(convention, target) { [self] first in
            var passing: [Passing] = []
            var position = 0
            switch base {
            case .value(let value):
                passing.append(.value)
                passSelf(value, at: first, convention.parameters[0])
                position = 1
            case .reference(let place):
                passing.append(.reference(self.place(place), convention.parameters[0]))
                position = 1
            case .type, nil: break
            }
            passing += pass(arguments, convention, position, first)
            passCaptures(of: decl, convention, position + arguments.count, first)
            return passing
        } call: { [self] first in
            emit(.call, a: first, wide: index())
        }
    }

    private func passSelf(_ value: TypedExpression, at first: Int, _ parameter: Convention.Parameter) {
        _ = keep(self.value(value, into: first + parameter.register))
    }

    /// An argument must outlive the call, whatever the callee changes.
    func keep(_ operand: Operand) -> Operand {
        guard operand.hold == .passing, !operand.layout.isTrivial else { return operand }
        retain(operand.register, operand.layout)
        return own(operand.register, operand.layout)
    }

    /// Evaluates arguments into the frame at `first`, the first of them being parameter `position`.
    func pass(
        _ arguments: [TypedArgument], _ convention: Convention, _ position: Int, _ first: Int
    ) -> [Passing] {
        var passing: [Passing] = []
        for (index, argument) in arguments.enumerated() {
            guard position + index < convention.parameters.count else {
                fail("the compiler lost a parameter")
                return passing
            }
            let parameter = convention.parameters[position + index]
            let register = first + parameter.register
            switch argument {
            case .value(let expression):
                _ = keep(value(expression, into: register))
                passing.append(.value)
            case .reference(let expression):
                passing.append(.reference(place(expression), parameter))
            case .autoclosure(let closure):
                _ = closureValue(closure, register)
                passing.append(.value)
            case .variadic(let elements, let element):
                _ = variadicOperand(elements, element, into: register)
                passing.append(.value)
            case .defaultValue(let reference):
                _ = callDefault(concrete(reference), register)
                passing.append(.value)
            }
        }
        return passing
    }

    private func callDefault(_ reference: FunctionReference, _ target: Int) -> Operand {
        let convention = session.convention(reference)
        return callDirect(session.instance(reference), convention, nil, nil, [], target)
    }

    /// The array that a variadic parameter is.
    func variadicOperand(_ elements: [TypedExpression], _ element: Type, into target: Int? = nil) -> Operand {
        let register = target ?? allocate(1)
        let type = session.arrayType(of: concrete(element))
        let elementLayout = layout(element)
        emit(.newArray, a: register, b: session.arrayDescriptor(type), c: min(elements.count, 65_535))
        let array = own(register, session.layout(type))
        for item in elements {
            scoped { appendElement(register, owned(item), elementLayout) }
        }
        return array
    }

    /// A local function gets the variables it uses as further arguments.
    func passCaptures(of decl: FunctionDecl?, _ convention: Convention, _ position: Int, _ first: Int) {
        guard let decl, !capturesArePassed else { return }
        for (index, variable) in session.captures(of: decl).enumerated() {
            let parameter = convention.parameters[position + index]
            capture(variable, into: first + parameter.register)
        }
    }

    /// The words that stand for a captured variable: its box, or a copy of its value. Borrowed.
    func capture(_ variable: VariableDecl, into register: Int) {
        let home = home(of: variable)
        switch home {
        case .box(let box): emit(.move, a: register, b: box)
        case .registers(let source): move(layout(variable.type).width, from: source, to: register)
        case .global(let word):
            emit(.loadGlobal, a: register, wide: word, x: layout(variable.type).width)
        }
    }

    /// Opens a callee's frame above all that is live, lets `fill` put the arguments there, calls, and gives the result.
    func frame(
        _ convention: Convention, _ target: Int?, extra: Int = 0, fill: (Int) -> [Passing], call: (Int) -> Void
    ) -> Operand {
        let depth = cleanups.count
        let mark = next
        let first = allocate(1 + convention.width + extra) + 1
        let passing = fill(first)
        let error = first + convention.errorRegister
        access(passing, first, 0) {
            if convention.canThrow { self.loadConstant(0, into: error) }
            call(first)
        }
        // Owned arguments are still in the callee's parameter registers.
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

    /// Moves the places' words into the frame, runs `body`, and moves them back.
    private func access(_ passing: [Passing], _ first: Int, _ index: Int, _ body: () -> Void) {
        guard index < passing.count else { return body() }
        guard case .reference(let place, let parameter) = passing[index] else {
            return access(passing, first, index + 1, body)
        }
        modify(place, runsCode: true) { register in
            let inside = first + parameter.register
            self.move(parameter.layout.width, from: register, to: inside)
            self.access(passing, first, index + 1, body)
            self.move(parameter.layout.width, from: inside, to: register)
        }
    }

    // MARK: Function values

    private func callValue(_ function: TypedExpression, _ arguments: [TypedArgument], _ target: Int?) -> Operand {
        let depth = cleanups.count
        let mark = next
        let closure = keepClosure(value(function))
        guard let convention = session.closureConvention(concrete(function.type)) else {
            fail("this is not a function")
            return dummy(function.type)
        }
        let throwsErrors = session.canThrow(concrete(function.type))
        let result = callClosure(closure.register, convention, throwsErrors, target) { [self] first in
            pass(arguments, convention, 0, first)
        }
        return release(to: depth, mark, keeping: result, target)
    }

    private func keepClosure(_ operand: Operand) -> Operand {
        operand.hold == .passing ? stabilize(operand) : operand
    }

    /// Calls the closure object in a register.
    func callClosure(
        _ closure: Int, _ convention: Convention, _ throwsErrors: Bool, _ target: Int?, _ fill: (Int) -> [Passing]
    ) -> Operand {
        let depth = cleanups.count
        let mark = next
        let first = allocate(2 + convention.width) + 1
        let passing = fill(first)
        let error = first + convention.errorRegister
        access(passing, first, 0) {
            if throwsErrors { self.loadConstant(0, into: error) }
            self.emit(.callClosure, a: first, b: closure, c: convention.width)
        }
        popCleanups(to: depth)
        if throwsErrors { propagate(error) }
        let result = own(first, convention.result)
        if let target {
            next = mark
            return place(result, at: target)
        }
        next = first + convention.result.width
        return result
    }

    /// Releases what was owned above `depth`, except the result, which takes its place.
    func release(to depth: Int, _ mark: Int, keeping result: Operand, _ target: Int?) -> Operand {
        if result.hold == .owned {
            forward(result)
            popCleanups(to: depth)
            return own(result.register, result.layout)
        }
        if result.layout.isTrivial { popCleanups(to: depth) }
        return result
    }
}
