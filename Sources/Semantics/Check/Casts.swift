import SourceText

/// Casts that the machine cannot do, refused before they could answer wrongly.
extension Checker {
    /// In Swift a cast looks into collections, element by element; here their type has to be exactly the one asked for.
    func checkCast(_ from: Type, _ to: Type, _ span: Span, in file: SourceFile) {
        if types.hasError(from) || types.hasError(to) || from == to { return }
        var source = from
        while let inner = wrapped(source) { source = inner }
        let isRefused: Bool
        switch types[source] {
        case .existential: isRefused = holdsLoosely(to)
        case .nominal(let decl, _) where isCollection(decl):
            if case .nominal(let other, _) = types[wrapped(to) ?? to] {
                isRefused = other === decl
            } else {
                isRefused = false
            }
        default: isRefused = false
        }
        if isRefused {
            report(
                .unsupported("a cast from \(text(from)) to \(text(to)), which looks at each element,"), at: span,
                in: file)
        }
    }

    private func isCollection(_ decl: NominalDecl) -> Bool {
        decl === wellKnown.array || decl === wellKnown.dictionary || decl === wellKnown.set
    }

    /// A collection whose elements need not be of exactly one type.
    private func holdsLoosely(_ type: Type) -> Bool {
        guard case .nominal(let decl, let arguments) = types[type], isCollection(decl) else { return false }
        return arguments.contains { argument in
            switch types[argument] {
            case .existential: true
            case .nominal(let inner, _):
                inner.kind == .class && !inner.isFinal || inner === wellKnown.optional || holdsLoosely(argument)
            default: false
            }
        }
    }
}
