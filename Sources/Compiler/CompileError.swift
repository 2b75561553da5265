import SourceText

/// Why a checked unit could not be compiled: a type that holds itself by value, too many specialisations, a function
/// too large for the machine, or a fault of the standard library.
public struct CompileError: Error {
    public var diagnostic: Diagnostic
    public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
