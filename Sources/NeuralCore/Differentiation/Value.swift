import Elementary

/// A number that remembers how it was computed, so that it can say how much each number before it matters.
///
///     let a = Value(2)
///     let b = Value(-3)
///     let loss = a * b + 10
///     loss.backward()
///     a.gradient            // -3.0
///
/// Each result refers to its parents. Going backward and releasing a graph run in loops, not by recursion, so that a
/// chain of 100,000 values is fine; a graph nobody holds any more is freed at once.
public final class Value {
    /// The number.
    public var data: Double
    /// ∂L/∂(this number), after `L.backward()`; gradients add up until they are set to 0.
    public var gradient = 0.0
    /// What made the number: `+`, `*`, `tanh` …, or an empty string for a number that was given.
    public let operation: String
    /// The one or two values that it was made of.
    public private(set) var parents: [Value]
    /// A name for pictures.
    public var label = ""

    private let rule: Rule

    /// What a value is of its parents a and b.
    private enum Rule {
        case given, add, subtract, multiply, divide
        case power(Double)
        case exp, log
        case activation(Activation)
    }

    /// A value that was given: it has no parents.
    public init(_ data: Double) {
        self.data = data
        operation = ""
        parents = []
        rule = .given
    }

    private init(_ data: Double, _ operation: String, _ rule: Rule, _ parents: [Value]) {
        self.data = data
        self.operation = operation
        self.rule = rule
        self.parents = parents
    }

    // The cells' machine, which has no such module, takes a graph apart in a loop by itself.
    #if canImport(Elementary)
        deinit {
            // Parents that nobody else holds are taken apart here; otherwise each would release the next, a frame for
            // every value of a long chain.
            var pending = parents
            parents = []
            while var value = pending.popLast() {
                guard isKnownUniquelyReferenced(&value) else { continue }
                pending += value.parents
                value.parents = []
            }
        }
    #endif

    /// The gradient rules: ∂(this)/∂a and ∂(this)/∂b.
    private func slopes() -> (Double, Double) {
        let a = parents[0].data
        let b = parents[parents.count - 1].data
        return switch rule {
        case .given: (0, 0)
        case .add: (1, 1)
        case .subtract: (1, -1)
        case .multiply: (b, a)
        case .divide: (1 / b, -a / (b * b))
        case .power(let p): (p * Elementary.pow(a, p - 1), 0)
        case .exp: (data, 0)
        case .log: (1 / a, 0)
        case .activation(let f): (f.derivative(a), 0)
        }
    }

    /// Adds ∂(this)/∂v to the gradient of every value v that this one was made of, and 1 to its own.
    public func backward() {
        let order = ancestors()
        // What this pass contributes, apart from gradients of passes before.
        var before: [Double] = []
        before.reserveCapacity(order.count)
        for value in order {
            before.append(value.gradient)
            value.gradient = 0
        }
        gradient = 1
        for value in order.reversed() where !value.parents.isEmpty {
            let (first, second) = value.slopes()
            value.parents[0].gradient += first * value.gradient
            if value.parents.count == 2 { value.parents[1].gradient += second * value.gradient }
        }
        for i in order.indices { order[i].gradient += before[i] }
    }

    /// Sets the gradient of this value and of all it was made of to 0.
    public func resetGradients() {
        for value in ancestors() { value.gradient = 0 }
    }

    /// All values that this one was made of, parents before children, this one last.
    public func ancestors() -> [Value] {
        var order: [Value] = []
        // Each entry stands with the number of its parents already visited.
        var stack: [(Value, Int)] = [(self, 0)]
        var seen: Set<ObjectIdentifier> = [ObjectIdentifier(self)]
        while let (value, next) = stack.last {
            if next < value.parents.count {
                stack[stack.count - 1].1 += 1
                let parent = value.parents[next]
                if seen.insert(ObjectIdentifier(parent)).inserted { stack.append((parent, 0)) }
            } else {
                order.append(value)
                stack.removeLast()
            }
        }
        return order
    }

    /// The sum of two values.
    public static func + (a: Value, b: Value) -> Value { Value(a.data + b.data, "+", .add, [a, b]) }
    /// The difference of two values.
    public static func - (a: Value, b: Value) -> Value { Value(a.data - b.data, "-", .subtract, [a, b]) }
    /// The product of two values.
    public static func * (a: Value, b: Value) -> Value { Value(a.data * b.data, "*", .multiply, [a, b]) }
    /// The quotient of two values.
    public static func / (a: Value, b: Value) -> Value { Value(a.data / b.data, "/", .divide, [a, b]) }
    /// The sum with a number that is a constant.
    public static func + (a: Value, b: Double) -> Value { a + Value(b) }
    /// The difference with a number that is a constant.
    public static func - (a: Value, b: Double) -> Value { a - Value(b) }
    /// The product with a number that is a constant.
    public static func * (a: Value, b: Double) -> Value { a * Value(b) }
    /// The quotient with a number that is a constant.
    public static func / (a: Value, b: Double) -> Value { a / Value(b) }
    /// The sum of a number that is a constant and a value.
    public static func + (a: Double, b: Value) -> Value { Value(a) + b }
    /// The difference of a number that is a constant and a value.
    public static func - (a: Double, b: Value) -> Value { Value(a) - b }
    /// The product of a number that is a constant and a value.
    public static func * (a: Double, b: Value) -> Value { Value(a) * b }
    /// The quotient of a number that is a constant and a value.
    public static func / (a: Double, b: Value) -> Value { Value(a) / b }
    /// The value with the other sign.
    public static prefix func - (a: Value) -> Value { a * -1 }

    /// The value to a constant power.
    public func power(_ exponent: Double) -> Value {
        Value(Elementary.pow(data, exponent), "power", .power(exponent), [self])
    }
    /// e to the power of the value.
    public func exp() -> Value { Value(Elementary.exp(data), "exp", .exp, [self]) }
    /// The natural logarithm.
    public func log() -> Value { Value(Elementary.log(data), "log", .log, [self]) }
    /// The value as an activation bends it.
    public func activated(_ f: Activation) -> Value { Value(f(data), f.rawValue, .activation(f), [self]) }
    /// The hyperbolic tangent.
    public func tanh() -> Value { activated(.tanh) }
    /// 1/(1 + e^−x).
    public func sigmoid() -> Value { activated(.sigmoid) }
    /// The value where it is above 0, otherwise 0.
    public func relu() -> Value { activated(.relu) }
}

extension Value: CustomStringConvertible {
    public var description: String {
        "Value(data: \(Elementary.describe(data)), gradient: \(Elementary.describe(gradient)))"
    }
}
