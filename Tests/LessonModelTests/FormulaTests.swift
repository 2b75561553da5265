import LessonModel
import Testing

struct FormulaTests {
    @Test(arguments: [
        (#"\frac{\partial L}{\partial w_1}"#, "∂L/∂w₁"),
        ("x^2", "x²"),
        (#"\sigma'(z)"#, "σ′(z)"),
        (#"\frac{a+b}{2}"#, "(a + b)/2"),
        (#"\frac{1}{1+e^{-z}}"#, "1/(1 + e⁻ᶻ)"),
        (#"\frac12"#, "1/2"),
        (#"\frac{\frac{a}{b}}{cd}"#, "(a/b)/(cd)"),
        (#"W \leftarrow W - \eta\frac{\partial L}{\partial W}"#, "W ← W − η · ∂L/∂W"),
        (#"\frac{\partial L}{\partial a}\frac{\partial a}{\partial z}"#, "∂L/∂a · ∂a/∂z"),
        (#"z = \sum_{i=1}^n w_i x_i + b"#, "z = ∑ᵢ₌₁ⁿ wᵢxᵢ + b"),
        (#"-y\log\hat{y}"#, "−y log ŷ"),
        (#"\begin{cases} z & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases}"#, "{ z  if z > 0; 0  otherwise"),
        (#"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"#, "(1, 2; 3, 4)"),
        (#"\sqrt{x^2+y^2} + \sqrt x"#, "√(x² + y²) + √x"),
        (#"\delta^{(2)} = (a^{(2)} - y) \odot \sigma'(z^{(2)})"#, "δ⁽²⁾ = (a⁽²⁾ − y) ⊙ σ′(z⁽²⁾)"),
        (#"\left(\frac{a}{b}\right)^2"#, "(a/b)²"),
        (#"\max(0, z)"#, "max(0, z)"),
        (#"\nabla_\theta J"#, "∇_θ J"),
        (#"x \in \mathbb{R}^n, \mathcal{L}"#, "x ∈ ℝⁿ, ℒ"),
        ("0.5·1.0 - 0.3·2.0", "0.5·1.0 − 0.3·2.0"),
    ])
    func plainText(tex: String, text: String) {
        let (formula, errors) = FormulaParser.parse(tex)
        #expect(formula.plainText == text)
        #expect(errors.isEmpty)
        #expect(formula.source == tex)
    }

    @Test func treeOfAScriptAndAFraction() {
        let root = FormulaParser.parse(#"\frac{a}{w_{12}^2}"#).formula.root
        #expect(
            root == .fraction(.identifier("a"), .script(.identifier("w"), sub: .number("12"), sup: .number("2"))))
    }

    @Test func aSumCarriesLimitsAndAnIntegralScripts() {
        #expect(
            FormulaParser.parse(#"\sum_i"#).formula.root
                == .limits(.largeOperator("∑"), under: .identifier("i"), over: nil))
        #expect(
            FormulaParser.parse(#"\int_a"#).formula.root
                == .script(.largeOperator("∫"), sub: .identifier("a"), sup: nil))
    }

    /// The mark `|` stands where the error begins.
    @Test(arguments: [
        (#"a + |\alhpa"#, "did you mean `\\alpha`?"),
        (#"|{a"#, ""),
        (#"a |}"#, ""),
        (#"\frac{a}|"#, "write `\\frac{…}`"),
        (#"x_1|_2"#, "put both in braces: `x_{i j}`"),
        (#"|\left(a"#, "close it with `\\right)`, or `\\right.` for nothing"),
        (#"|\begin{tabular} a \end{tabular}"#, "known: matrix, pmatrix, cases, aligned"),
        (#"\begin{cases} a |\end{matrix}"#, ""),
        (#"x^|12"#, "write `^{12}`"),
        (#"\big|"#, "such as `\\big(`"),
    ])
    func errorsAreLocated(marked: String, hint: String) throws {
        let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
        let errors = FormulaParser.parse(parts.joined()).errors
        let first = try #require(errors.first)
        #expect(first.lower == parts[0].utf8.count)
        #expect(first.hint == hint)
    }

    @Test(arguments: ["{", "\\frac", "^", "\\hat", "\\left(", "x_", "'", "\\begin{matrix}", "\\foo", "a&", "}", "\\\\"])
    func repetitionIsHarmless(piece: String) {
        let (formula, errors) = FormulaParser.parse(String(repeating: piece, count: 5_000))
        #expect(errors.count <= 8)
        #expect(formula.plainText.utf8.count < 200_000)
    }

    /// Were a script written twice at each level, this would take 2⁴⁵ steps.
    @Test(.timeLimit(.minutes(1))) func nestedScriptsAreWrittenOnce() {
        let tex = String(repeating: "{y x^", count: 45) + "z" + String(repeating: " q}", count: 45)
        #expect(FormulaParser.parse(tex).formula.plainText.hasPrefix("yx^("))
    }
}
