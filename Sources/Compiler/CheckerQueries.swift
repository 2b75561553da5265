import Semantics

extension CompilerSession {
    /// The initialiser without parameters that a subclass's implicit one calls.
    func defaultInitializer(of type: Type) -> FunctionReference? {
        guard case .nominal(let decl, let arguments) = checker.types[type] else { return nil }
        for function in decl.vtable where function.isInitializer && function.parameters.isEmpty {
            return FunctionReference(function, arguments)
        }
        return nil
    }
}
