// tier: 1
// Parameters that may be left out, and parameters that take any number of values.
func neuron(_ x: Double, weight: Double = 0.5, bias: Double = 0) -> Double { x * weight + bias }
print(neuron(2))  // expect: 1.0
print(neuron(2, weight: 1))  // expect: 2.0
print(neuron(2, bias: 1))  // expect: 2.0
print(neuron(2, weight: 3, bias: -1))  // expect: 5.0
func mean(_ xs: Double...) -> Double {
    if xs.isEmpty { return 0 }
    return xs.reduce(0, +) / Double(xs.count)
}
print(mean(), mean(1), mean(1, 2, 4.5))  // expect: 0.0 1.0 2.5
func tagged(_ tag: String, _ items: Int..., end: String = ".") -> String { "\(tag)\(items)\(end)" }
print(tagged("a"), tagged("b", 1, 2), tagged("c", 3, end: "!"))  // expect: a[]. b[1, 2]. c[3]!
let base = 10
func scaled(_ n: Int, by factor: Int = base * 2) -> Int { n * factor }
print(scaled(1), scaled(1, by: 3))  // expect: 20 3
