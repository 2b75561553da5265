extension Attempts {
    static let lesson3: [Attempt] = hiddenSlope + oneStep + numericSlope + squared

    private static let hiddenSlope = [
        Attempt(
            name: "the sigmoid is forgotten", exercise: "hidden-slope",
            source: "func slopeAtHidden(_ dz3: Double, _ w: Double, _ a: Double) -> Double { dz3 * w }"),
        Attempt(
            name: "the wire is forgotten", exercise: "hidden-slope",
            source: "func slopeAtHidden(_ dz3: Double, _ w: Double, _ a: Double) -> Double { dz3 * a * (1 - a) }"),
        Attempt(
            name: "slopes are added", exercise: "hidden-slope",
            source: "func slopeAtHidden(_ dz3: Double, _ w: Double, _ a: Double) -> Double { dz3 + w + a * (1 - a) }"),
        Attempt(
            name: "the sigmoid of a", exercise: "hidden-slope",
            source: """
                func slopeAtHidden(_ dz3: Double, _ w: Double, _ a: Double) -> Double {
                    dz3 * w * sigmoid(a) * (1 - sigmoid(a))
                }
                """),
    ]

    private static let oneStep = [
        Attempt(
            name: "uphill", exercise: "one-step",
            source: """
                func stepped(_ weights: [Double], _ slopes: [Double], rate: Double) -> [Double] {
                    zip(weights, slopes).map { $0 + rate * $1 }
                }
                """),
        Attempt(
            name: "only the sign counts", exercise: "one-step",
            source: """
                func stepped(_ weights: [Double], _ slopes: [Double], rate: Double) -> [Double] {
                    zip(weights, slopes).map { $1 > 0 ? $0 - rate : $0 + rate }
                }
                """),
        Attempt(
            name: "nothing moves", exercise: "one-step",
            source: "func stepped(_ weights: [Double], _ slopes: [Double], rate: Double) -> [Double] { weights }"),
        Attempt(
            name: "weights are multiplied", exercise: "one-step",
            source: """
                func stepped(_ weights: [Double], _ slopes: [Double], rate: Double) -> [Double] {
                    zip(weights, slopes).map { $0 * (1 - rate * $1) }
                }
                """),
    ]

    private static let numericSlope = [
        Attempt(
            name: "parentheses are missing", exercise: "numeric-slope",
            source: """
                func numericSlope(_ f: (Double) -> Double, at place: Double, h: Double) -> Double {
                    (f(place + h) - f(place - h)) / 2 * h
                }
                """),
        Attempt(
            name: "divided by h alone", exercise: "numeric-slope",
            source: """
                func numericSlope(_ f: (Double) -> Double, at place: Double, h: Double) -> Double {
                    (f(place + h) - f(place - h)) / h
                }
                """),
        Attempt(
            name: "one side only", exercise: "numeric-slope",
            source: """
                func numericSlope(_ f: (Double) -> Double, at place: Double, h: Double) -> Double {
                    (f(place + h) - f(place)) / h
                }
                """),
        Attempt(
            name: "wrong way round", exercise: "numeric-slope",
            source: """
                func numericSlope(_ f: (Double) -> Double, at place: Double, h: Double) -> Double {
                    (f(place - h) - f(place + h)) / (2 * h)
                }
                """),
    ]

    private static let squared = [
        Attempt(
            name: "the slope is the number", exercise: "squared",
            source: "func squared(_ a: Node) -> Node { Node(a.data * a.data, from: [(a, a.data)]) }"),
        Attempt(
            name: "the parent is forgotten", exercise: "squared",
            source: "func squared(_ a: Node) -> Node { Node(a.data * a.data) }"),
        Attempt(
            name: "the slope of 5", exercise: "squared",
            source: "func squared(_ a: Node) -> Node { Node(a.data * a.data, from: [(a, 10)]) }"),
        Attempt(
            name: "doubled in place of squared", exercise: "squared",
            source: "func squared(_ a: Node) -> Node { Node(2 * a.data, from: [(a, 2 * a.data)]) }"),
    ]
}
