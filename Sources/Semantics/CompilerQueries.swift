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

    /// What was found wrong in bodies of the Prelude, which are checked when the compiler asks for them.
    public var lateErrors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}
