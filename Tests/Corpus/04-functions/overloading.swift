// tier: 1
// One name, several functions: chosen by types, labels or the type that is wanted.
func show(_ n: Int) -> String { "Int" }
func show(_ x: Double) -> String { "Double" }
func show(_ s: String) -> String { "String" }
print(show(1), show(1.0), show("1"), show(1 + 0.5))  // expect: Int Double String Double
func area(side: Double) -> Double { side * side }
func area(radius: Double) -> Double { 3 * radius * radius }
print(area(side: 2), area(radius: 2))  // expect: 4.0 12.0
func f(_ a: Int) -> Int { a }
func f(_ a: Int, _ b: Int) -> Int { a + b }
print(f(1), f(1, 2))  // expect: 1 3
func make() -> Int { 1 }
func make() -> String { "one" }
let n: Int = make()
let s: String = make()
print(n, s)  // expect: 1 one
func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).map(*).reduce(0, +) }
func dot(_ a: [[Double]], _ b: [Double]) -> [Double] { a.map { dot($0, b) } }
print(dot([1, 2], [3, 4]), dot([[1, 0], [0, 2]], [3, 4]))  // expect: 11.0 [3.0, 8.0]
func pick<T>(_ value: T) -> String { "generic" }
func pick(_ value: Int) -> String { "exact" }
print(pick(1), pick("x"))  // expect: exact generic
