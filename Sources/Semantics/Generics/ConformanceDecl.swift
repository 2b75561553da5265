/// That a type conforms to a protocol: stated once, by the type or an extension of it.
final class ConformanceDecl {
    let nominal: NominalDecl
    let protocolDecl: NominalDecl
    /// What the extension that states it requires of the type's arguments.
    let `extension`: ExtensionDecl?
    /// The protocol's associated types, in terms of the type's parameters; filled on demand.
    var typeWitnesses: [AssociatedTypeDecl: Type] = [:]
    var resolving: Set<AssociatedTypeDecl> = []
    /// The witnesses, in terms of the type's parameters.
    var witnesses: [FunctionDecl: FunctionReference] = [:]
    let isPrelude: Bool
    init(nominal: NominalDecl, protocolDecl: NominalDecl, extension: ExtensionDecl?, isPrelude: Bool) {
        self.nominal = nominal
        self.protocolDecl = protocolDecl
        self.extension = `extension`
        self.isPrelude = isPrelude
    }
}
