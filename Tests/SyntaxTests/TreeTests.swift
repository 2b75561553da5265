import SourceText
import Syntax
import Testing

/// A tree as one line, to compare with: `(a.f (1 + 2))`.
struct TreeText {
    func text(_ expression: Expression) -> String {
        switch expression.kind {
        case .integer(let value): value.map { "\($0)" } ?? "huge"
        case .float(let text): text
        case .string(let segments): "\"" + segments.map(segment).joined() + "\""
        case .boolean(let value): "\(value)"
        case .nilLiteral: "nil"
        case .name(let name, let arguments, let labels): name + generics(arguments) + self.labels(labels)
        case .implicitMember(let name, _): "." + name
        case .member(let base, let name, _, let arguments, let labels):
            text(base) + "." + name + generics(arguments) + self.labels(labels)
        case .call(let callee, let arguments): text(callee) + "(" + list(arguments) + ")"
        case .index(let base, let arguments): text(base) + "[" + list(arguments) + "]"
        case .prefix(let name, _, let operand): "{\(name) " + text(operand) + "}"
        case .postfix(let name, _, let operand): "{" + text(operand) + " \(name)}"
        case .sequence(let first, let items): "<" + text(first) + items.map(item).joined() + ">"
        case .parenthesized(let inner): "(" + text(inner) + ")"
        case .tuple(let elements): "tuple(" + list(elements) + ")"
        case .array(let elements): "[" + elements.map(text).joined(separator: ", ") + "]"
        case .dictionary(let items):
            "[" + items.map { text($0.key) + ": " + text($0.value) }.joined(separator: ", ") + "]"
        case .closure(let closure): self.closure(closure)
        case .optionalChain(let base): text(base) + "?"
        case .forceUnwrap(let base): text(base) + "!"
        case .inoutReference(let operand): "&" + text(operand)
        case .try(let kind, let operand): "try-\(kind)(" + text(operand) + ")"
        case .ifExpression(let statement): "if-\(statement.clauses.count)"
        case .switchExpression(let statement): "switch-\(statement.cases.count)"
        case .keyPath(let root, let components): "\\" + (root.map(type) ?? "") + components.map(component).joined()
        case .discard: "_"
        case .type(let type): "type(" + self.type(type) + ")"
        case .error: "error"
        }
    }

    private func segment(_ segment: StringSegment) -> String {
        switch segment {
        case .text(let text): text
        case .interpolation(let arguments): "\\(" + list(arguments) + ")"
        }
    }

    private func generics(_ types: [TypeSyntax]) -> String {
        types.isEmpty ? "" : "<" + types.map(type).joined(separator: ", ") + ">"
    }

    private func labels(_ labels: [String]?) -> String {
        labels.map { "(" + $0.map { $0 + ":" }.joined() + ")" } ?? ""
    }

    private func list(_ arguments: [Argument]) -> String {
        arguments.map { argument in
            (argument.isTrailingClosure ? "trailing " : "") + (argument.label.map { $0 + ": " } ?? "")
                + text(argument.value)
        }.joined(separator: ", ")
    }

    private func item(_ item: SequenceItem) -> String {
        let operand = item.operand.map { " " + text($0) } ?? ""
        switch item.operator {
        case .binary(let name): return " " + name + operand
        case .assign: return " =" + operand
        case .ternary(let middle): return " ? " + text(middle) + " :" + operand
        case .is(let type): return " is " + self.type(type)
        case .as(let type, let kind): return " as-\(kind) " + self.type(type)
        }
    }

    private func closure(_ closure: Closure) -> String {
        var head = closure.captures.map { "[\($0.strength) \($0.name)=\(text($0.value))]" }.joined()
        if let parameters = closure.parameters {
            head +=
                "(" + parameters.map { $0.name + ($0.type.map { ": " + type($0.type) } ?? "") }.joined(separator: ", ")
                + ")"
        }
        if let result = closure.result { head += "->" + type(result) }
        return "{" + head + " in \(closure.body.count)}"
    }

    private func component(_ component: KeyPathComponent) -> String {
        switch component {
        case .member(let name, _): "." + name
        case .index(let arguments, _): "[" + list(arguments) + "]"
        case .optionalChain: "?"
        case .forceUnwrap: "!"
        }
    }

    func type(_ type: TypeSyntax) -> String {
        switch type.kind {
        case .named(let components): components.map { $0.name + generics($0.arguments) }.joined(separator: ".")
        case .optional(let base): self.type(base) + "?"
        case .implicitlyUnwrapped(let base): self.type(base) + "!"
        case .array(let element): "[" + self.type(element) + "]"
        case .dictionary(let key, let value): "[" + self.type(key) + ": " + self.type(value) + "]"
        case .tuple(let elements):
            "(" + elements.map { ($0.label.map { $0 + ": " } ?? "") + self.type($0.type) }.joined(separator: ", ") + ")"
        case .function(let parameters, let effect, let result):
            "((" + parameters.map(parameter).joined(separator: ", ") + ")" + self.effect(effect) + " -> "
                + self.type(result) + ")"
        case .some(let base): "some " + self.type(base)
        case .any(let base): "any " + self.type(base)
        case .composition(let parts): "{" + parts.map(self.type).joined(separator: " & ") + "}"
        case .metatype(let base): self.type(base) + ".Type"
        case .error: "error"
        }
    }

    private func parameter(_ parameter: TypeSyntax.Parameter) -> String {
        (parameter.isInout ? "inout " : "") + (parameter.isEscaping ? "@escaping " : "")
            + (parameter.isAutoclosure ? "@autoclosure " : "") + type(parameter.type)
            + (parameter.isVariadic ? "..." : "")
    }

    private func effect(_ effect: ThrowsEffect) -> String {
        switch effect {
        case .none: ""
        case .throws(let error): " throws" + (error.map { "(" + type($0) + ")" } ?? "")
        case .rethrows: " rethrows"
        }
    }

    func pattern(_ pattern: Pattern) -> String {
        switch pattern.kind {
        case .wildcard: return "_"
        case .binding(let name): return name
        case .introducer(let isVar, let inner): return (isVar ? "var(" : "let(") + self.pattern(inner) + ")"
        case .tuple(let elements): return "(" + self.elements(elements) + ")"
        case .enumCase(let type, let name, _, let payload):
            return (type.map(self.type) ?? "") + "." + name + (payload.map { "(" + elements($0) + ")" } ?? "")
        case .optional(let inner): return self.pattern(inner) + "?"
        case .is(let type): return "is " + self.type(type)
        case .as(let inner, let type): return self.pattern(inner) + " as " + self.type(type)
        case .expression(let expression): return "=" + text(expression)
        }
    }

    private func elements(_ elements: [Pattern.Element]) -> String {
        elements.map { ($0.label.map { $0 + ": " } ?? "") + pattern($0.pattern) }.joined(separator: ", ")
    }
}

private func parse(_ text: String) -> [Statement] {
    let result = Parser(file: SourceFile(name: "test.swift", text: text)).parse()
    #expect(result.diagnostics.map(\.message) == [], "\(text)")
    return result.statements
}

private func expect(_ source: String, _ tree: String, line: Int = #line) {
    let statements = parse(source)
    guard statements.count == 1, case .expression(let expression) = statements[0].kind else {
        Issue.record("line \(line): not one expression")
        return
    }
    #expect(TreeText().text(expression) == tree, "line \(line)")
    #expect(expression.span == Span(0, source.utf8.count), "line \(line)")
}

private func expectType(_ source: String, _ tree: String, line: Int = #line) {
    let statements = parse("let x: " + source)
    guard case .declaration(let declaration)? = statements.first?.kind, case .variable(let variable) = declaration.kind,
        let type = variable.bindings[0].type
    else {
        Issue.record("line \(line): no type")
        return
    }
    #expect(TreeText().type(type) == tree, "line \(line)")
}

private func expectPattern(_ source: String, _ tree: String, line: Int = #line) {
    let statements = parse("if case " + source + " = x { }")
    guard case .if(let statement)? = statements.first?.kind,
        case .pattern(let pattern, _, _)? = statement.clauses.first?.conditions.first?.kind
    else {
        Issue.record("line \(line): no pattern")
        return
    }
    #expect(TreeText().pattern(pattern) == tree, "line \(line)")
}

@Suite struct TreeTests {
    @Test func literals() {
        expect("0x1F", "31")
        expect("18446744073709551615", "18446744073709551615")
        expect("18446744073709551616", "huge")
        expect("1_0.5e-3", "10.5e-3")
        expect("-1", "{- 1}")
        expect("\"a\\tb\\u{41}\"", "\"a\tbA\"")
        expect("\"\\(x)-\\(y, z: \"\\(1)\")\"", "\"\\(x)-\\(y, z: \"\\(1)\")\"")
        expect("#\"a\\n\\#(x)\"#", "\"a\\n\\(x)\"")
        expect("\"\"\"\n    a\n\n      b \\(x)\n    c \\\n    d\n    \"\"\"", "\"a\n\n  b \\(x)\nc d\"")
        expect("\"\"\"\n\"\"\"", "\"\"")
        expect("\"\"\"\r\n a\r\n b\r\n \"\"\"", "\"a\nb\"")
    }

    @Test func operators() {
        expect("a + b * -c", "<a + b * {- c}>")
        expect("a ? b : c ? d : e", "<a ? b : c ? d : e>")
        expect("x = try f() + 1", "<x = try-plain(<f() + 1>)>")
        expect("try? a ?? b", "try-optional(<a ?? b>)")
        expect("a as? B ?? c is D", "<a as-conditional B ?? c is D>")
        expect("a[1...]", "a[{1 ...}]")
        expect("!a!.b?[0]!", "{! a!.b?[0]!}")
        expect("f(a < b, c > (d))", "f(a<b, c>(d))")
        expect("f(a < b, c > d)", "f(<a < b>, <c > d>)")
        expect("A<B<C>>?.none", "A<B<C>>?.none")
        expect("_ = xs.reduce(0, +)", "<_ = xs.reduce(0, +)>")
        expect("t.0.1", "t.0.1")
    }

    @Test func callsAndClosures() {
        expect("f(1, a: &x) { $0 } b: { 1 }", "f(1, a: &x, trailing { in 1}, trailing b: { in 1})")
        expect("xs\n  .map { $0 }\n  .f", "xs.map(trailing { in 1}).f")
        expect(
            "{ [weak self, y = z + 1] (a: Int, _) -> Int in a }",
            "{[weak self=self][strong y=<z + 1>](a: Int, _)->Int in 1}")
        expect("{ a, b in a }", "{(a, b) in 1}")
        expect("{ [x, y] }", "{ in 1}")
        expect("g.h(x:_:)", "g.h(x:_:)")
        expect("\\A.b[0]?.c!", "\\A.b[0]?.c!")
        expect("xs.map(\\.self)", "xs.map(\\.self)")
        expect("[(Int) -> Int]()", "[type(((Int) -> Int))]()")
        expect("[1: [2], 3: []]", "[1: [2], 3: []]")
    }

    @Test func newlines() {
        #expect(parse("a\n(1)").count == 2)
        #expect(parse("a\n[1]").count == 2)
        #expect(parse("a\n-1").count == 2)
        #expect(parse("a\n- 1").count == 1)
        #expect(parse("a\n.b").count == 1)
        #expect(parse("a\n{ }").count == 1)
        #expect(parse("a; b").count == 2)
    }

    @Test func types() {
        expectType("[A<B<C>>: D.E<F>?]", "[A<B<C>>: D.E<F>?]")
        expectType(
            "(inout Int, @escaping () -> Void, C...) throws(E) -> (A) -> B?",
            "((inout Int, @escaping (() -> Void), C...) throws(E) -> ((A) -> B?))")
        expectType("(Int, y: (Int))", "(Int, y: Int)")
        expectType("any P & Q", "any {P & Q}")
        expectType("some Collection<Int>", "some Collection<Int>")
        expectType("A.Type?", "A.Type?")
        expectType("Int!", "Int!")
        expectType("() -> ()", "(() -> ())")
    }

    @Test func patterns() {
        expectPattern("let .a(x, b: (y, _))?", "let(.a(x, b: (y, _))?)")
        expectPattern("Shape.circle(let r)", "Shape.circle(let(r))")
        expectPattern("A<Int>.B.c", "A<Int>.B.c")
        expectPattern("let x as Int", "let(x as Int)")
        expectPattern("(1...5, is String)", "(=<1 ... 5>, is String)")
        expectPattern("x?", "=x?")
        expectPattern("f(1)", "=f(1)")
        expectPattern("(1 + 2) * 3", "=<(<1 + 2>) * 3>")
        expectPattern("-1", "={- 1}")
        expectPattern(".some(1)", ".some(=1)")
    }

    @Test func longChainsStayFlat() {
        let branches = (1...20_000).map { "if a == \($0) { }" }.joined(separator: " else ")
        guard case .if(let statement)? = parse(branches).first?.kind else {
            Issue.record("not an if")
            return
        }
        #expect(statement.clauses.count == 20_000)
        let sum = "let x = " + [String](repeating: "1", count: 10_001).joined(separator: " + ")
        #expect(parse(sum).count == 1)
    }
}
