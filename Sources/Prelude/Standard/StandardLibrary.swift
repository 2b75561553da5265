/// The standard library of the cell language, as Swift source.
///
/// A declaration with `@native("family.operation")` and no body is provided by the machine. One with both a native name
/// and a body may be provided by the machine for the types that it knows; the body says what it does.
public enum StandardLibrary {
    public struct File: Sendable {
        /// Its subject: what a diagnostic inside it would call it.
        public let name: String
        public let text: String
    }

    /// The module `Swift`, which every program has.
    public static let swift: [File] = [
        File(name: "Operators", text: operators),
        File(name: "Protocols", text: protocols),
        File(name: "Booleans", text: booleans),
        File(name: "Numbers", text: numbers),
        File(name: "Integers", text: integers),
        File(name: "FloatingPoint", text: floatingPoint),
        File(name: "Optionals", text: optionals),
        File(name: "Sequences", text: sequences),
        File(name: "Adapters", text: adapters),
        File(name: "Collections", text: collections),
        File(name: "Mutation", text: mutation),
        File(name: "Ranges", text: ranges),
        File(name: "Arrays", text: arrays),
        File(name: "Sorting", text: sorting),
        File(name: "Dictionaries", text: dictionaries),
        File(name: "Sets", text: sets),
        File(name: "Strings", text: strings),
        File(name: "Characters", text: characters),
        File(name: "Scalars", text: scalars),
        File(name: "Output", text: output),
    ]

    /// `exp` and its kin, which come with Foundation and with NeuralCore.
    public static let mathematicsFiles: [File] = [File(name: "Mathematics", text: mathematics)]

    /// What else `import Foundation` adds.
    public static let foundation: [File] = [
        File(name: "FoundationMathematics", text: foundationMathematics),
        File(name: "FoundationStrings", text: foundationStrings),
    ]
}
