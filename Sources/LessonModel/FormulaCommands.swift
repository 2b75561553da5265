/// What each `\command` of the TeX subset stands for, apart from those that `FormulaParser` takes arguments for.
enum FormulaCommands {
    enum Meaning {
        case node(Formula.Node)
        case accent(Formula.Accent)
        case style(Formula.Style)
        /// `\text` and its kin: the words of the group as they stand.
        case words
        case structure
        /// Changes nothing here: `\displaystyle`, `\limits`.
        case nothing
    }

    static func meaning(of name: String) -> Meaning? { table[name] }

    /// The command that a misspelt one may have meant: at most two letters away.
    static func nearest(to name: String) -> String? {
        var best: (distance: Int, name: String)?
        for known in table.keys {
            let distance = Spelling.distance(name, known, limit: 2)
            guard distance <= 2, distance * 2 < name.utf8.count else { continue }
            if let found = best, (found.distance, found.name) <= (distance, known) { continue }
            best = (distance, known)
        }
        return best?.name
    }

    private static let table: [String: Meaning] = {
        var table: [String: Meaning] = [:]
        for (name, text) in pairs(identifiers) { table[name] = .node(.identifier(text)) }
        for (name, text) in pairs(symbols) { table[name] = .node(.symbol(text)) }
        for (name, text) in pairs(largeOperators) { table[name] = .node(.largeOperator(text)) }
        for name in words(functions) { table[name] = .node(.function(name)) }
        for name in words(structures) { table[name] = .structure }
        for name in words("text textbf textit textrm texttt textsf mbox operatorname") { table[name] = .words }
        for name in words("displaystyle textstyle scriptstyle limits nolimits nonumber notag hline") {
            table[name] = .nothing
        }
        for (name, accent) in accents { table[name] = .accent(accent) }
        for (name, style) in styles { table[name] = .style(style) }
        for (name, space) in spaces { table[name] = .node(.space(space)) }
        table["!"] = .nothing
        table["|"] = .node(.symbol("‖"))
        for name in ["{", "}", "_", "%", "#", "&", "$"] { table[name] = .node(.symbol(name)) }
        return table
    }()

    private static let identifiers = """
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ \
        mu μ nu ν xi ξ omicron ο pi π rho ρ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω \
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω \
        partial ∂ nabla ∇ infty ∞ ell ℓ hbar ℏ emptyset ∅ varnothing ∅ top ⊤ bot ⊥ prime ′ Re ℜ Im ℑ imath ı jmath ȷ \
        ldots … dots … cdots ⋯ vdots ⋮ ddots ⋱ forall ∀ exists ∃ neg ¬ lnot ¬ degree °
        """

    private static let symbols = """
        cdot · times × div ÷ pm ± mp ∓ ast ∗ star ⋆ odot ⊙ otimes ⊗ oplus ⊕ circ ∘ bullet • setminus ∖ \
        cup ∪ cap ∩ wedge ∧ land ∧ vee ∨ lor ∨ \
        ne ≠ neq ≠ le ≤ leq ≤ ge ≥ geq ≥ lt < gt > ll ≪ gg ≫ approx ≈ equiv ≡ sim ∼ simeq ≃ propto ∝ \
        in ∈ notin ∉ subset ⊂ subseteq ⊆ to → rightarrow → leftarrow ← gets ← Rightarrow ⇒ Leftarrow ⇐ implies ⟹ \
        iff ⇔ leftrightarrow ↔ Leftrightarrow ⇔ mapsto ↦ longrightarrow ⟶ coloneqq ≔ mid ∣ parallel ∥ colon : \
        langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ lbrace { rbrace } lbrack [ rbrack ] \
        vert | lvert | rvert | Vert ‖ lVert ‖ rVert ‖ uparrow ↑ downarrow ↓
        """

    private static let largeOperators = """
        sum ∑ prod ∏ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ bigoplus ⨁ bigotimes ⨂
        """

    private static let functions = """
        sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh exp ln log lg lim liminf limsup max min sup inf \
        arg det dim ker deg gcd Pr
        """

    private static let structures = """
        frac dfrac tfrac binom sqrt left right middle begin end big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr \
        Biggl Biggr not overset underset stackrel boxed argmax argmin bmod pmod
        """

    private static let accents: [(String, Formula.Accent)] = [
        ("hat", .hat), ("widehat", .hat), ("bar", .bar), ("tilde", .tilde), ("widetilde", .tilde), ("vec", .vector),
        ("dot", .dot), ("ddot", .doubleDot), ("overline", .overline), ("underline", .underline),
        ("overbrace", .overbrace), ("underbrace", .underbrace),
    ]

    private static let styles: [(String, Formula.Style)] = [
        ("mathbf", .bold), ("boldsymbol", .bold), ("bm", .bold), ("mathrm", .upright), ("mathit", .italic),
        ("mathbb", .blackboard), ("mathcal", .calligraphic), ("mathscr", .calligraphic), ("mathsf", .sansSerif),
        ("mathtt", .monospace),
    ]

    private static let spaces: [(String, Formula.Space)] = [
        (",", .thin), (":", .medium), (";", .medium), (" ", .medium), ("quad", .quad), ("qquad", .doubleQuad),
    ]

    private static func words(_ text: String) -> [String] {
        var words: [String] = []
        for word in text.split(separator: " ") { words.append(String(word)) }
        return words
    }

    private static func pairs(_ text: String) -> [(String, String)] {
        let words = words(text)
        var pairs: [(String, String)] = []
        for index in stride(from: 0, to: words.count - 1, by: 2) { pairs.append((words[index], words[index + 1])) }
        return pairs
    }
}
