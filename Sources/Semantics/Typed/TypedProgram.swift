import SourceText

/// What the checker hands on for one input: a module of the Prelude, a cell, or a program.
public struct TypedUnit {
    public var file: SourceFile
    /// The statements outside functions, in order. Their variables are globals.
    public var statements: [TypedStatement]
    /// Those that this input declares, in order.
    public var globals: [VariableDecl]
    public var diagnostics: [Diagnostic]
    /// Whether it may run.
    public var isValid: Bool { !diagnostics.contains { $0.severity == .error } }
}
