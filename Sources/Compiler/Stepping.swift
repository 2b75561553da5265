import Machine
import Semantics
import SourceText

/// What a stepper needs: marks in the code, and names of registers. Nothing of it is made when stepping is off, and never
/// for the library.
///
/// A `VariableEntry`'s type is the `Type`'s index: that of a variable which lives in a box, shared with closures, is
/// complemented (`~index`), and its register holds the box.
extension FunctionCompiler {
    func markStatement(_ statement: TypedStatement) {
        guard isStepping, !statement.takesInputApart else { return }
        mark(Mark(kind: .statement, span: ownSpan(of: statement)))
    }

    /// Of several variables declared in one statement, each with its value is a line of its own.
    private func ownSpan(of statement: TypedStatement) -> Span {
        guard case .bind(let pattern, let initial?) = statement.kind, case .variable(let variable) = pattern.kind,
            variable.span.lower >= statement.span.lower, initial.span.upper <= statement.span.upper,
            initial.span.upper > variable.span.lower
        else { return statement.span }
        let head = Span(Int(statement.span.lower), Int(variable.span.lower))
        let isFirst = !file.text(head).utf8.contains(UInt8(ascii: ","))
        return Span(isFirst ? Int(head.lower) : Int(head.upper), Int(initial.span.upper))
    }

    /// After an expression's value is in its registers.
    func markValue(_ expression: TypedExpression, _ operand: Operand) {
        guard isStepping, hidden == 0, operand.layout.width > 0, expression.isWorthAMark else { return }
        mark(
            Mark(
                kind: .expression, span: expression.span, words: operand.layout.width,
                type: Int(concrete(expression.type).id)),
            at: operand.register)
    }

    func markEnter(_ span: Span) {
        if isStepping { mark(Mark(kind: .enter, span: span)) }
    }

    /// The result is in its registers.
    func markLeave(at register: Int = 0) {
        guard isStepping && !isEntry else { return }
        let result = convention.result
        mark(Mark(kind: .leave, span: assembler.span, words: result.width, type: Int(result.type.id)), at: register)
    }

    private func mark(_ mark: Mark, at register: Int = 0) {
        session.program.marks.append(mark)
        let opcode: Opcode = mark.kind == .expression ? .valueMark : .mark
        emit(opcode, a: register, wide: session.program.marks.count - 1)
    }

    /// Gives a variable its place in this frame.
    func settle(_ variable: VariableDecl, in home: Home) {
        homes[ObjectIdentifier(variable)] = home
        guard isStepping, variable.name != VariableDecl.wholeInput else { return }
        let type = Int(concrete(variable.type).id)
        switch home {
        case .registers(let register): open(variable.name, register, type)
        case .box(let register): open(variable.name, register, ~type)
        case .global: break
        }
    }

    /// A variable of the bottom frame has its value from here on. The registers of that frame are the globals.
    func settleGlobal(_ variable: VariableDecl) {
        guard isStepping, isEntry else { return }
        open(variable.name, session.global(variable), Int(concrete(variable.type).id))
    }

    private func open(_ name: String, _ register: Int, _ type: Int) {
        let now = assembler.count
        variables.append(VariableEntry(name: name, register: register, type: type, range: now..<now))
        openVariables.append(variables.count - 1)
    }

    /// The scope of the variables opened since ends here.
    func closeVariables(to count: Int) {
        while openVariables.count > count {
            let index = openVariables.removeLast()
            variables[index].range = variables[index].range.lowerBound..<assembler.count
        }
    }
}

extension VariableDecl {
    /// What a closure of several inputs gets where it is handed a tuple.
    fileprivate static let wholeInput = "$all"
}

extension TypedStatement {
    /// Whether it is not written in the source: a closure's inputs are taken out of a tuple.
    fileprivate var takesInputApart: Bool {
        guard case .bind(_, let initial?) = kind, case .variable(let variable) = initial.kind else { return false }
        return variable.name == VariableDecl.wholeInput
    }
}

extension TypedExpression {
    /// Values that take a step to find: not literals and names, and not what only changes a value's type.
    fileprivate var isWorthAMark: Bool {
        switch kind {
        case .enumCase(_, let payload): !payload.isEmpty
        case .variable, .array, .dictionary, .tuple, .interpolation, .integer, .floating, .boolean, .string, .none,
            .closure, .function, .caseConstructor, .convert, .assign,
            .discard, .inoutReference, .metatype, .bind, .statement, .error:
            false
        default: true
        }
    }
}

extension CompilerSession {
    /// Compiles a function that a unit declared outside types, though nothing calls it, and gives its index.
    public func compileFunction(named name: String) throws(CompileError) -> Int? {
        guard let decl = checker.function(named: name) else { return nil }
        let index = instance(FunctionReference(decl, []))
        drain()
        if let failure = takeFailure() { throw CompileError(failure) }
        return index
    }

    /// How many words a value of a type takes.
    public func words(of type: Type) -> Int { layout(type).width }

    /// The variables of all units so far: name, first word in the bottom frame, and the index of the type.
    public var globalVariables: [(name: String, word: Int, type: Int)] {
        namedGlobals.map { ($0.variable.name, $0.word, Int(withoutOpaque($0.variable.type).id)) }
    }
}
