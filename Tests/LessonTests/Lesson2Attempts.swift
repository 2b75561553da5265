extension Attempts {
    static let lesson2: [Attempt] = chain + sigmoid + leaky + softmax

    private static let chain = [
        Attempt(
            name: "biases are added as they are", exercise: "chain",
            source: """
                func collapsed(_ weights: [Double], _ biases: [Double]) -> [Double] {
                    [weights.reduce(1, *), biases.reduce(0, +)]
                }
                """),
        Attempt(
            name: "weights are added", exercise: "chain",
            source: """
                func collapsed(_ weights: [Double], _ biases: [Double]) -> [Double] {
                    var bias = 0.0
                    for i in 0..<weights.count { bias = weights[i] * bias + biases[i] }
                    return [weights.reduce(0, +), bias]
                }
                """),
        Attempt(
            name: "from the wrong end", exercise: "chain",
            source: """
                func collapsed(_ weights: [Double], _ biases: [Double]) -> [Double] {
                    var bias = 0.0
                    for i in (0..<weights.count).reversed() { bias = weights[i] * bias + biases[i] }
                    return [weights.reduce(1, *), bias]
                }
                """),
        Attempt(
            name: "the bias is multiplied after it is added", exercise: "chain",
            source: """
                func collapsed(_ weights: [Double], _ biases: [Double]) -> [Double] {
                    var bias = 0.0
                    for i in 0..<weights.count { bias = weights[i] * (bias + biases[i]) }
                    return [weights.reduce(1, *), bias]
                }
                """),
    ]

    private static let sigmoid = [
        Attempt(
            name: "the minus is forgotten", exercise: "sigmoid",
            source: """
                func mySigmoid(_ z: Double) -> Double { 1 / (1 + exp(z)) }
                func mySlope(_ z: Double) -> Double { mySigmoid(z) * (1 - mySigmoid(z)) }
                """),
        Attempt(
            name: "parentheses are missing", exercise: "sigmoid",
            source: """
                func mySigmoid(_ z: Double) -> Double { 1 / 1 + exp(-z) }
                func mySlope(_ z: Double) -> Double { mySigmoid(z) * (1 - mySigmoid(z)) }
                """),
        Attempt(
            name: "z is taken for a", exercise: "sigmoid",
            source: """
                func mySigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
                func mySlope(_ z: Double) -> Double { z * (1 - z) }
                """),
        Attempt(
            name: "a straight line instead", exercise: "sigmoid",
            source: """
                func mySigmoid(_ z: Double) -> Double { min(1, max(0, 0.5 + z / 4)) }
                func mySlope(_ z: Double) -> Double { 0.25 }
                """),
    ]

    private static let leaky = [
        Attempt(
            name: "it does not leak", exercise: "leaky",
            source: """
                func leaky(_ z: Double, leak: Double) -> Double { max(0, z) }
                func leakySlope(_ z: Double, leak: Double) -> Double { z > 0 ? 1 : 0 }
                """),
        Attempt(
            name: "the leak is always a hundredth", exercise: "leaky",
            source: """
                func leaky(_ z: Double, leak: Double) -> Double { z > 0 ? z : 0.01 * z }
                func leakySlope(_ z: Double, leak: Double) -> Double { z > 0 ? 1 : 0.01 }
                """),
        Attempt(
            name: "the leak is the answer", exercise: "leaky",
            source: """
                func leaky(_ z: Double, leak: Double) -> Double { z > 0 ? z : -leak }
                func leakySlope(_ z: Double, leak: Double) -> Double { z > 0 ? 1 : leak }
                """),
        Attempt(
            name: "the slope is multiplied by z", exercise: "leaky",
            source: """
                func leaky(_ z: Double, leak: Double) -> Double { z > 0 ? z : leak * z }
                func leakySlope(_ z: Double, leak: Double) -> Double { z > 0 ? z : leak * z }
                """),
    ]

    private static let softmax = [
        Attempt(
            name: "e is forgotten", exercise: "softmax",
            source: """
                func mySoftmax(_ z: [Double]) -> [Double] {
                    let total = z.reduce(0, +)
                    return z.map { $0 / total }
                }
                """),
        Attempt(
            name: "large scores overflow", exercise: "softmax",
            source: """
                func mySoftmax(_ z: [Double]) -> [Double] {
                    let powers = z.map { exp($0) }
                    let total = powers.reduce(0, +)
                    return powers.map { $0 / total }
                }
                """),
        Attempt(
            name: "a sigmoid for each", exercise: "softmax",
            source: "func mySoftmax(_ z: [Double]) -> [Double] { z.map { 1 / (1 + exp(-$0)) } }"),
        Attempt(
            name: "all to the largest", exercise: "softmax",
            source: """
                func mySoftmax(_ z: [Double]) -> [Double] {
                    let largest = z.max()!
                    return z.map { $0 == largest ? 1 : 0 }
                }
                """),
    ]
}
