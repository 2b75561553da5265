/// Runs a `Program`.
public final class Machine {
    public init() {}
}
