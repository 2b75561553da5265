import Elementary
import NeuralCore

/// What a cell expected, and whether it was so.
public struct Expectation: Equatable, Sendable {
    public let isMet: Bool
    /// What the lesson's author wants to say where it is not met; may be empty.
    public let message: String
    /// The expected and the actual value as text; empty where a condition was tested.
    public let expected: String
    public let actual: String

    public init(isMet: Bool, message: String, expected: String, actual: String) {
        self.isMet = isMet
        self.message = message
        self.expected = expected
        self.actual = actual
    }
}

private func report(
    _ isMet: Bool, _ message: String, _ expected: @autoclosure () -> String, _ actual: @autoclosure () -> String
) {
    guard let sink = Lesson.sink else { return }
    sink.receive(
        .expectation(Expectation(isMet: isMet, message: message, expected: expected(), actual: actual())))
}

/// Whether two numbers differ by at most the tolerance; never where one is NaN.
private func isNear(_ a: Double, _ b: Double, _ tolerance: Double) -> Bool {
    a == b || (a - b).magnitude <= tolerance
}

/// Expects a number within `tolerance` of another.
public func expect(_ actual: Double, near expected: Double, tolerance: Double = 1e-6, _ message: String = "") {
    report(isNear(actual, expected, tolerance), message, text(expected), text(actual))
}

/// Expects as many numbers, each within `tolerance` of its counterpart.
public func expect(_ actual: [Double], near expected: [Double], tolerance: Double = 1e-6, _ message: String = "") {
    var isMet = actual.count == expected.count
    for (a, b) in zip(actual, expected) where !isNear(a, b, tolerance) { isMet = false }
    report(isMet, message, text(expected), text(actual))
}

/// Expects a tensor of the same shape, each number within `tolerance` of its counterpart.
public func expect(_ actual: Tensor, near expected: Tensor, tolerance: Double = 1e-6, _ message: String = "") {
    var isMet = actual.shape == expected.shape
    for (a, b) in zip(actual.values, expected.values) where !isNear(a, b, tolerance) { isMet = false }
    report(isMet, message, expected.description, actual.description)
}

/// Expects two equal values.
public func expect<T: Equatable>(_ actual: T, equals expected: T, _ message: String = "") {
    report(actual == expected, message, "", "")
}

/// Expects two equal numbers.
public func expect(_ actual: Double, equals expected: Double, _ message: String = "") {
    report(actual == expected, message, text(expected), text(actual))
}

/// Expects two equal integers.
public func expect(_ actual: Int, equals expected: Int, _ message: String = "") {
    report(actual == expected, message, "\(expected)", "\(actual)")
}

/// Expects two equal texts.
public func expect(_ actual: String, equals expected: String, _ message: String = "") {
    report(actual == expected, message, expected, actual)
}

/// Expects two equal truth values.
public func expect(_ actual: Bool, equals expected: Bool, _ message: String = "") {
    report(actual == expected, message, expected ? "true" : "false", actual ? "true" : "false")
}

/// Expects the same numbers in the same order.
public func expect(_ actual: [Double], equals expected: [Double], _ message: String = "") {
    report(actual == expected, message, text(expected), text(actual))
}

/// Expects the same integers in the same order.
public func expect(_ actual: [Int], equals expected: [Int], _ message: String = "") {
    report(actual == expected, message, text(expected), text(actual))
}

/// Expects a condition to hold.
public func expectTrue(_ condition: Bool, _ message: String = "") {
    report(condition, message, "", "")
}

private func text(_ x: Double) -> String { Elementary.describe(x) }

private func text(_ values: [Double]) -> String { list(values.count) { text(values[$0]) } }

private func text(_ values: [Int]) -> String { list(values.count) { "\(values[$0])" } }

/// The texts as Swift prints an array.
private func list(_ count: Int, _ item: (Int) -> String) -> String {
    var text = "["
    for i in 0..<count { text += (i == 0 ? "" : ", ") + item(i) }
    return text + "]"
}
