extension Attempts {
    static let lesson1: [Attempt] = weightedSum + heater + lamp + count

    private static let weightedSum = [
        Attempt(
            name: "the bias is forgotten", exercise: "weighted-sum",
            source: """
                func weightedSum(_ weights: [Double], _ inputs: [Double], bias: Double) -> Double {
                    zip(weights, inputs).map { $0 * $1 }.reduce(0, +)
                }
                """),
        Attempt(
            name: "the bias is added for every input", exercise: "weighted-sum",
            source: """
                func weightedSum(_ weights: [Double], _ inputs: [Double], bias: Double) -> Double {
                    zip(weights, inputs).map { $0 * $1 + bias }.reduce(0, +)
                }
                """),
        Attempt(
            name: "two inputs only", exercise: "weighted-sum",
            source: """
                func weightedSum(_ weights: [Double], _ inputs: [Double], bias: Double) -> Double {
                    weights.count < 2 ? bias : weights[0] * inputs[0] + weights[1] * inputs[1] + bias
                }
                """),
        Attempt(
            name: "weights and inputs are added", exercise: "weighted-sum",
            source: """
                func weightedSum(_ weights: [Double], _ inputs: [Double], bias: Double) -> Double {
                    zip(weights, inputs).map { $0 + $1 }.reduce(bias, +)
                }
                """),
    ]

    private static let heater = [
        Attempt(
            name: "either of the two", exercise: "heater",
            source: "func heater() -> Neuron { Neuron(weights: [1, 1], bias: -0.5, activation: .step) }"),
        Attempt(
            name: "no bias", exercise: "heater",
            source: "func heater() -> Neuron { Neuron(weights: [1, -1], bias: 0, activation: .step) }"),
        Attempt(
            name: "the window is too weak", exercise: "heater",
            source: "func heater() -> Neuron { Neuron(weights: [2, -1], bias: -0.5, activation: .step) }"),
        Attempt(
            name: "cold and window are exchanged", exercise: "heater",
            source: "func heater() -> Neuron { Neuron(weights: [-1, 1], bias: -0.5, activation: .step) }"),
        Attempt(
            name: "no step", exercise: "heater",
            source: "func heater() -> Neuron { Neuron(weights: [1, -1], bias: -0.5) }"),
        Attempt(
            name: "just enough: a sensor that is a little off fails", exercise: "heater",
            source: "func heater() -> Neuron { Neuron(weights: [1, -1], bias: -1, activation: .step) }"),
    ]

    private static let lamp = [
        Attempt(
            name: "either will do", exercise: "lamp",
            source: "func lampIsOn(_ x: [Double]) -> Double { bell(x) }"),
        Attempt(
            name: "both are wanted", exercise: "lamp",
            source: "func lampIsOn(_ x: [Double]) -> Double { bell(x) * press(x) }"),
        Attempt(
            name: "added instead of vetoed", exercise: "lamp",
            source: """
                func lampIsOn(_ x: [Double]) -> Double {
                    Neuron(weights: [1, 1], bias: -0.5, activation: .step)([bell(x), press(x)])
                }
                """),
        Attempt(
            name: "both compared with 1 exactly", exercise: "lamp",
            source: "func lampIsOn(_ x: [Double]) -> Double { (x[0] == 1) != (x[1] == 1) ? 1 : 0 }"),
    ]

    private static let count = [
        Attempt(
            name: "biases are forgotten", exercise: "count",
            source: """
                func parameterCount(_ sizes: [Int]) -> Int {
                    var total = 0
                    for i in 1..<sizes.count { total += sizes[i - 1] * sizes[i] }
                    return total
                }
                """),
        Attempt(
            name: "neurons are counted", exercise: "count",
            source: "func parameterCount(_ sizes: [Int]) -> Int { sizes.reduce(0, +) }"),
        Attempt(
            name: "one bias a layer", exercise: "count",
            source: """
                func parameterCount(_ sizes: [Int]) -> Int {
                    var total = 0
                    for i in 1..<sizes.count { total += sizes[i - 1] * sizes[i] + 1 }
                    return total
                }
                """),
        Attempt(
            name: "inputs have biases, too", exercise: "count",
            source: """
                func parameterCount(_ sizes: [Int]) -> Int {
                    var total = sizes[0]
                    for i in 1..<sizes.count { total += sizes[i - 1] * sizes[i] + sizes[i] }
                    return total
                }
                """),
    ]
}
