import SourceText
import Syntax

/// Checks inputs one after the other, each against the declarations of those before it, and answers the compiler's
/// questions about types, witnesses and bodies.
public final class Checker {
    public let types = TypeTable()

    public init() {}

    /// The checked body; nil for what the machine provides, for requirements, and where `synthesized` says what it is.
    /// Checked on the first call, so that a Prelude costs what a program uses of it.
    public func body(of function: FunctionDecl) -> TypedBlock? { fatalError() }

    /// The checked initial value of a stored property, in terms of its owner's generic parameters.
    public func initialValue(of property: PropertyDecl) -> TypedExpression? { fatalError() }

    /// Replaces the signature's parameters by the arguments (one each), and reduces `T.Element` where that is known then.
    public func substitute(_ type: Type, _ signature: GenericSignature, _ arguments: [Type]) -> Type { fatalError() }

    /// The function that a call runs: for a protocol's requirement whose `Self` is concrete, the witness (a default
    /// implementation among them); any other reference as it is.
    public func resolve(_ reference: FunctionReference) -> FunctionReference { fatalError() }

    /// The same for a property or subscript requirement: its witness may be stored or computed.
    public func resolve(_ property: PropertyDecl, _ arguments: [Type]) -> (PropertyDecl, [Type]) { fatalError() }

    public func conforms(_ type: Type, to protocolDecl: NominalDecl) -> Bool { fatalError() }

    /// The witness of a requirement for the witness table of an existential.
    public func witness(of requirement: FunctionDecl, for type: Type) -> FunctionReference { fatalError() }

    /// Declarations of the standard library by name: `Int`, `Optional`, `Array`, `Error`, `CustomStringConvertible` …
    public func standard(_ name: String) -> NominalDecl? { fatalError() }
}
