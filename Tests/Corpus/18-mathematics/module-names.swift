// tier: 2
// A function can be named by its module, where something nearer hides it.
import Foundation
struct Cell {
    var z = 0.5
    func tanh() -> Double { Foundation.tanh(z) }
    func max(_ other: Double) -> Double { Swift.max(z, other) }
}
print(Cell().tanh(), Cell().max(2), Foundation.exp(0.0))  // expect: 0.46211715726000974 2.0 1.0
