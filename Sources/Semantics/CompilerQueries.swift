import SourceText

/// What the compiler asks about declarations that no checked expression may have named yet.
extension Checker {
    /// Reads the types of what a value holds: stored properties and payloads. Types of the Prelude are read on their first
    /// use, and a layout may be that.
    public func readParts(of decl: NominalDecl) {
        let signature = resolveSignature(of: decl)
        for property in decl.storedProperties { withSignature(signature) { ensureType(of: property) } }
        for item in decl.cases { ensurePayload(of: item) }
    }

    /// The function of a name that some input declared outside types; nil where there is none, or more than one.
    public func function(named name: String) -> FunctionDecl? {
        guard let named = cells.names[name], named.count == 1, case .function(let decl) = named[0] else { return nil }
        return decl
    }

    /// A type as Swift writes it; nil for what has no name outside the code that it stands in.
    public func writtenType(_ type: Type) -> String? {
        if types.hasParameter(type) || types.hasError(type) || types.hasOpaque(type) { return nil }
        return text(type)
    }

    /// What was found wrong in bodies of the Prelude, which are checked when the compiler asks for them.
    public var lateErrors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}
