import Machine
import Semantics
import SourceText

extension FunctionCompiler {
    func call(
        _ callee: Callee, _ arguments: [TypedArgument], _ expression: TypedExpression, _ target: Int?
    ) -> Operand {
        switch callee {
        case .function(let reference, let base):
            return callFunction(concrete(reference), base, arguments, expression, target)
        case .virtual(let reference, let base):
            return perform(.table(concrete(reference)), .value(base), arguments, target)
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
            if case .type? = base { fail("`\(reference.decl.name)` of an unknown type cannot be called") }
            if base == nil { fail("`\(reference.decl.name)` of an unknown type cannot be called") }
            return perform(.table(reference), base, arguments, target)
        }
        return perform(.direct(reference), base, arguments, target)
    }

    /// What a call jumps to.
    enum Target {
        case direct(FunctionReference)
        /// Through a class's or an existential's table.
        case table(FunctionReference)
        /// The closure in a register.
        case closure(Int, Convention, canThrow: Bool)
    }

    private func convention(_ target: Target) -> Convention {
        switch target {
        case .direct(let reference), .table(let reference): session.convention(reference)
        case .closure(_, let convention, _): convention
        }
    }

    /// Evaluates the arguments left to right and calls.
    ///
    /// The callee's frame lies above everything that is live, so arguments are evaluated right into it; only where a
    /// place is passed by reference whose parts have to outlive the call are the arguments evaluated below it first.
    ///
    /// `instance` gives a first argument that no expression stands for, after the others.
    func perform(
        _ callee: Target, _ base: SelfArgument?, _ arguments: [TypedArgument], _ target: Int?,
        instance: (() -> Operand)? = nil
    ) -> Operand {
        let convention = convention(callee)
        var items: [TypedArgument] = []
        switch base {
        case .value(let value): items.append(.value(value))
        case .reference(let place): items.append(.reference(place))
        case .type, nil: break
        }
        items += arguments
        guard items.count + (instance == nil ? 0 : 1) <= convention.parameters.count else {
            fail("the compiler lost a parameter")
            return Operand(register: allocate(convention.result.width), layout: convention.result, hold: .lasting)
        }
        if items.allSatisfy({ isPlain($0) }) { return callPlainly(callee, convention, items, target, instance) }
        return callWithPlaces(callee, convention, items, target, instance)
    }

    private func isPlain(_ argument: TypedArgument) -> Bool {
        guard case .reference(let place) = argument else { return true }
        return isPlainPlace(place)
    }

    /// A variable of this frame, or a part of it.
    private func isPlainPlace(_ expression: TypedExpression) -> Bool {
        switch expression.kind {
        case .variable(let variable):
            if case .registers = home(of: variable) { return true }
            return false
        case .field(let base, let property):
            guard case .stored = property.storage, property.willSet == nil, property.didSet == nil else { return false }
            if case .boxed = layout(base.type).form { return false }
            return isPlainPlace(base)
        case .tupleElement(let base, _):
            if case .boxed = layout(base.type).form { return false }
            return isPlainPlace(base)
        case .inoutReference(let inner): return isPlainPlace(inner)
        default: return false
        }
    }

    private func callPlainly(
        _ callee: Target, _ convention: Convention, _ items: [TypedArgument], _ target: Int?,
        _ instance: (() -> Operand)?
    ) -> Operand {
        let offset = instance == nil ? 0 : 1
        let depth = cleanups.count
        let mark = next
        let first = allocate(2 + convention.width) + 1
        var places: [(register: Int, parameter: Convention.Parameter)] = []
        for (index, item) in items.enumerated() {
            let parameter = convention.parameters[index + offset]
            if case .reference(let expression) = item {
                if case .registers(let register, _) = place(expression) { places.append((register, parameter)) }
            } else {
                pass(item, into: first + parameter.register)
            }
        }
        passCaptures(of: callee, convention, items.count + offset, first)
        if let instance { emit(.move, a: first + convention.parameters[0].register, b: instance().register) }
        for place in places {
            move(place.parameter.layout.width, from: place.register, to: first + place.parameter.register)
        }
        jump(to: callee, convention, first)
        for place in places {
            move(place.parameter.layout.width, from: first + place.parameter.register, to: place.register)
        }
        popCleanups(to: depth)
        return finishCall(callee, convention, first, mark, target)
    }

    private func callWithPlaces(
        _ callee: Target, _ convention: Convention, _ items: [TypedArgument], _ target: Int?,
        _ instance: (() -> Operand)?
    ) -> Operand {
        let offset = instance == nil ? 0 : 1
        let depth = cleanups.count
        let mark = next
        // The result's registers lie below all, so that they outlive the writing back.
        let kept = target ?? allocate(convention.result.width)
        let error = allocate(1)
        var operands: [(index: Int, operand: Operand)] = []
        var places: [(index: Int, place: Place)] = []
        for (index, item) in items.enumerated() {
            if case .reference(let expression) = item {
                places.append((index + offset, place(expression)))
            } else {
                let layout = convention.parameters[index + offset].layout
                let register = allocate(layout.width)
                pass(item, into: register)
                operands.append((index + offset, Operand(register: register, layout: layout, hold: .lasting)))
            }
        }
        access(places.map { $0.place }, []) { [self] registers in
            let inside = next
            let first = allocate(2 + convention.width) + 1
            for (index, operand) in operands {
                move(operand.layout.width, from: operand.register, to: first + convention.parameters[index].register)
            }
            passCaptures(of: callee, convention, items.count + offset, first)
            if let instance { emit(.move, a: first + convention.parameters[0].register, b: instance().register) }
            for (position, item) in places.enumerated() {
                let parameter = convention.parameters[item.index]
                move(parameter.layout.width, from: registers[position], to: first + parameter.register)
            }
            jump(to: callee, convention, first)
            for (position, item) in places.enumerated() {
                let parameter = convention.parameters[item.index]
                move(parameter.layout.width, from: first + parameter.register, to: registers[position])
            }
            move(convention.result.width, from: first, to: kept)
            if convention.canThrow { emit(.move, a: error, b: first + convention.errorRegister) }
            next = inside
        }
        popCleanups(to: depth)
        if mayThrow(callee, convention) { propagate(error) }
        next = target == nil ? kept + convention.result.width : mark
        return own(kept, convention.result)
    }

    private func finishCall(
        _ callee: Target, _ convention: Convention, _ first: Int, _ mark: Int, _ target: Int?
    ) -> Operand {
        if mayThrow(callee, convention) { propagate(first + convention.errorRegister) }
        return settle(first, convention.result, mark, target)
    }

    /// A call's result, which lies at `first`: put at `target`, or kept while all above `mark` is given back.
    func settle(_ first: Int, _ layout: ValueLayout, _ mark: Int, _ target: Int?) -> Operand {
        let result = own(first, layout)
        if let target {
            next = mark
            return place(result, at: target)
        }
        next = first + layout.width
        return result
    }

    private func mayThrow(_ callee: Target, _ convention: Convention) -> Bool {
        if case .closure(_, _, let canThrow) = callee { return canThrow }
        return convention.canThrow
    }

    /// The call itself; the arguments are in the frame at `first`.
    private func jump(to callee: Target, _ convention: Convention, _ first: Int) {
        if mayThrow(callee, convention) { loadConstant(0, into: first + convention.errorRegister) }
        switch callee {
        case .direct(let reference): emit(.call, a: first, wide: session.instance(reference))
        case .table(let reference): emitCall(reference, convention, first)
        case .closure(let register, _, _): emit(.callClosure, a: first, b: register, c: convention.width)
        }
    }

    /// Begins the accesses of all places, runs `body` on their registers, ends them in reverse.
    private func access(_ places: [Place], _ registers: [Int], _ body: @escaping ([Int]) -> Void) {
        guard let place = places.first else { return body(registers) }
        modify(place, runsCode: true) { register in
            self.access(Array(places.dropFirst()), registers + [register], body)
        }
    }

    // MARK: Arguments

    /// Evaluates an argument to where it is passed. It outlives the call, and nothing else is left above it that would.
    private func pass(_ argument: TypedArgument, into register: Int) {
        let depth = cleanups.count
        let mark = next
        var operand: Operand
        switch argument {
        case .value(let expression): operand = value(expression, into: register)
        case .autoclosure(let closure): operand = autoclosureValue(closure, register)
        case .variadic(let elements, let element): operand = variadicOperand(elements, element, into: register)
        case .defaultValue(let reference): operand = perform(.direct(concrete(reference)), nil, [], register)
        case .reference: return
        }
        let pending = cleanups.count - depth - (operand.hold == .owned ? 1 : 0)
        if pending > 0 || operand.hold == .passing {
            // Borrowed from a temporary, or from what the callee could change.
            consume(operand)
            popCleanups(to: depth)
            operand = own(register, operand.layout)
        }
        next = mark
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

    private func passCaptures(of callee: Target, _ convention: Convention, _ position: Int, _ first: Int) {
        guard case .direct(let reference) = callee else { return }
        passCaptures(of: reference.decl, convention, position, first)
    }

    /// A local function gets the variables it uses as further arguments.
    func passCaptures(of decl: FunctionDecl, _ convention: Convention, _ position: Int, _ first: Int) {
        guard !capturesArePassed else { return }
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

    // MARK: Function values

    private func callValue(_ function: TypedExpression, _ arguments: [TypedArgument], _ target: Int?) -> Operand {
        let type = concrete(function.type)
        let convention: Convention
        if case .closure(let literal) = function.kind {
            convention = session.convention(of: literal, substitution)
        } else if let known = session.closureConvention(type) {
            convention = known
        } else {
            fail("this is not a function")
            return dummy(function.type)
        }
        let result = target ?? allocate(convention.result.width)
        let depth = cleanups.count
        let mark = next
        let closure = stabilize(value(function))
        let callee = Target.closure(closure.register, convention, canThrow: session.canThrow(type))
        let made = perform(callee, nil, arguments, result)
        return settleResult(made, mark, depth)
    }

    /// Calls the closure object in a register with operands at hand.
    func callClosure(
        _ closure: Int, _ convention: Convention, _ throwsErrors: Bool, _ target: Int?, _ operands: [Operand]
    ) -> Operand {
        let mark = next
        let first = allocate(2 + convention.width) + 1
        for (index, operand) in operands.enumerated() {
            move(operand.layout.width, from: operand.register, to: first + convention.parameters[index].register)
        }
        let callee = Target.closure(closure, convention, canThrow: throwsErrors)
        jump(to: callee, convention, first)
        return finishCall(callee, convention, first, mark, target)
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
