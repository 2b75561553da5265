// tier: 2
// Enums: cases, switch that covers them all, methods, raw values, all cases.
enum Direction { case north, east, south, west }
var d = Direction.north
d = .east
print(d, d == .east, d != .west)  // expect: east true true
func turn(_ d: Direction) -> Direction {
    switch d {
    case .north: return .east
    case .east: return .south
    case .south: return .west
    case .west: return .north
    }
}
print(turn(d), turn(turn(d)))  // expect: south west
enum Activation: String, CaseIterable {
    case relu, sigmoid, tanh
    case linear = "id"
    var isBounded: Bool {
        switch self {
        case .sigmoid, .tanh: true
        default: false
        }
    }
    func callAsFunction(_ x: Double) -> Double {
        switch self {
        case .relu: return max(0, x)
        default: return x
        }
    }
}
print(Activation.relu.rawValue, Activation.linear.rawValue)  // expect: relu id
print(Activation(rawValue: "tanh")!, Activation(rawValue: "x") == nil)  // expect: tanh true
print(Activation.allCases, Activation.allCases.count)  // expect: [main.Activation.relu, main.Activation.sigmoid, main.Activation.tanh, main.Activation.linear] 4
print(Activation.tanh.isBounded, Activation.relu(-3))  // expect: true 0.0
enum Level: Int, Comparable {
    case low = 1, mid, high = 10
    static func < (a: Level, b: Level) -> Bool { a.rawValue < b.rawValue }
}
print(Level.mid.rawValue, Level(rawValue: 10)!, Level.low < .high)  // expect: 2 high true
print([Level.high, .low].sorted(), "level: \(Level.mid)")  // expect: [main.Level.low, main.Level.high] level: mid
print([Direction.north: 1][.north]!)  // expect: 1
enum Side { case left, right; mutating func flip() { self = self == .left ? .right : .left } }
var side = Side.left
side.flip()
print(side)  // expect: right
