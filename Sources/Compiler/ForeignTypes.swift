import Machine

extension CompilerSession {
    /// A descriptor for objects of the host's that cells hold by a type marked `@native("foreign")`.
    public func addForeignType(_ name: String) -> Int {
        // Descriptor 0 is the string's.
        precondition(!program.descriptors.isEmpty, "a program begins with the string's descriptor")
        program.descriptors.append(TypeDescriptor(name: name, kind: .foreign, layout: Layout([false, false])))
        return program.descriptors.count - 1
    }
}
