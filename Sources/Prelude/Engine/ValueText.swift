extension EngineText {
    static let values = #"""
        /// What a value is of its parents.
        enum _Rule {
            case given, add, subtract, multiply, divide, exp, log
            case power(Double)
            case activation(Activation)
        }

        final class Value: CustomStringConvertible {
            var data: Double
            var gradient = 0.0
            let operation: String
            var parents: [Value]
            var label = ""
            let _rule: _Rule
            init(_ data: Double) {
                self.data = data
                operation = ""
                parents = []
                _rule = .given
            }
            init(_data: Double, _ operation: String, _ rule: _Rule, _ parents: [Value]) {
                data = _data
                self.operation = operation
                self.parents = parents
                _rule = rule
            }

            func _slopes() -> (Double, Double) {
                if parents.isEmpty { return (0, 0) }
                let a = parents[0].data
                let b = parents[parents.count - 1].data
                switch _rule {
                case .given: return (0, 0)
                case .add: return (1, 1)
                case .subtract: return (1, -1)
                case .multiply: return (b, a)
                case .divide: return (1 / b, -a / (b * b))
                case .power(let p): return (p * _pow(a, p - 1), 0)
                case .exp: return (data, 0)
                case .log: return (1 / a, 0)
                case .activation(let f): return (f.derivative(a), 0)
                }
            }
            func backward() {
                let order = ancestors()
                var before: [Double] = []
                before.reserveCapacity(order.count)
                for value in order {
                    before.append(value.gradient)
                    value.gradient = 0
                }
                gradient = 1
                var i = order.count - 1
                while i >= 0 {
                    let value = order[i]
                    if !value.parents.isEmpty {
                        let (first, second) = value._slopes()
                        value.parents[0].gradient += first * value.gradient
                        if value.parents.count == 2 { value.parents[1].gradient += second * value.gradient }
                    }
                    i -= 1
                }
                for i in 0..<order.count { order[i].gradient += before[i] }
            }
            func resetGradients() {
                for value in ancestors() { value.gradient = 0 }
            }
            func ancestors() -> [Value] {
                var order: [Value] = []
                var stack: [(Value, Int)] = [(self, 0)]
                var seen: Set<ObjectIdentifier> = [ObjectIdentifier(self)]
                while !stack.isEmpty {
                    let (value, next) = stack[stack.count - 1]
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

            static func + (a: Value, b: Value) -> Value { Value(_data: a.data + b.data, "+", .add, [a, b]) }
            static func - (a: Value, b: Value) -> Value { Value(_data: a.data - b.data, "-", .subtract, [a, b]) }
            static func * (a: Value, b: Value) -> Value { Value(_data: a.data * b.data, "*", .multiply, [a, b]) }
            static func / (a: Value, b: Value) -> Value { Value(_data: a.data / b.data, "/", .divide, [a, b]) }
            static func + (a: Value, b: Double) -> Value { a + Value(b) }
            static func - (a: Value, b: Double) -> Value { a - Value(b) }
            static func * (a: Value, b: Double) -> Value { a * Value(b) }
            static func / (a: Value, b: Double) -> Value { a / Value(b) }
            static func + (a: Double, b: Value) -> Value { Value(a) + b }
            static func - (a: Double, b: Value) -> Value { Value(a) - b }
            static func * (a: Double, b: Value) -> Value { Value(a) * b }
            static func / (a: Double, b: Value) -> Value { Value(a) / b }
            static prefix func - (a: Value) -> Value { a * -1 }

            func power(_ exponent: Double) -> Value {
                Value(_data: _pow(data, exponent), "power", .power(exponent), [self])
            }
            func exp() -> Value { Value(_data: _exp(data), "exp", .exp, [self]) }
            func log() -> Value { Value(_data: _log(data), "log", .log, [self]) }
            func activated(_ f: Activation) -> Value { Value(_data: f(data), f.rawValue, .activation(f), [self]) }
            func tanh() -> Value { activated(.tanh) }
            func sigmoid() -> Value { activated(.sigmoid) }
            func relu() -> Value { activated(.relu) }
            var description: String {
                "Value(data: " + String(describing: data) + ", gradient: " + String(describing: gradient) + ")"
            }
        }
        // A method hides a function of the same name, so these have names of their own.
        @native("math.exp") func _exp(_ x: Double) -> Double
        @native("math.log") func _log(_ x: Double) -> Double
        @native("math.pow") func _pow(_ x: Double, _ y: Double) -> Double
        """#

    static let datasets = #"""
        /// The engine's generator: xoshiro256**, its state filled by splitmix64.
        struct _SeededGenerator: RandomNumberGenerator {
            var _s0: UInt64
            var _s1: UInt64
            var _s2: UInt64
            var _s3: UInt64
            init(seed: Int) {
                let golden: UInt64 = 0x9e37_79b9_7f4a_7c15
                let start = UInt64(truncatingIfNeeded: seed)
                _s0 = _SeededGenerator._mix(start &+ golden)
                _s1 = _SeededGenerator._mix(start &+ golden &* 2)
                _s2 = _SeededGenerator._mix(start &+ golden &* 3)
                _s3 = _SeededGenerator._mix(start &+ golden &* 4)
            }
            static func _mix(_ state: UInt64) -> UInt64 {
                var z = state
                z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
                z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
                return z ^ (z >> 31)
            }
            mutating func next() -> UInt64 {
                let product = _s1 &* 5
                let result = ((product << 7) | (product >> 57)) &* 9
                let t = _s1 << 17
                _s2 ^= _s0
                _s3 ^= _s1
                _s1 ^= _s2
                _s0 ^= _s3
                _s2 ^= t
                _s3 = (_s3 << 45) | (_s3 >> 19)
                return result
            }
            mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }
            mutating func normal() -> Double {
                let radius = (-2 * _log(1 - uniform())).squareRoot()
                return radius * _cos(2 * Double.pi * uniform())
            }
            mutating func _integer(below bound: Int) -> Int {
                let size = UInt64(bound)
                let excess = (UInt64.max % size + 1) % size
                var bits = next()
                while bits > UInt64.max - excess { bits = next() }
                return Int(bits % size)
            }
            mutating func permutation(_ count: Int) -> [Int] {
                var order = Array(0..<count)
                var i = count - 1
                while i > 0 {
                    order.swapAt(i, _integer(below: i + 1))
                    i -= 1
                }
                return order
            }
        }
        @native("math.cos") func _cos(_ x: Double) -> Double
        @native("math.sin") func _sin(_ x: Double) -> Double

        struct Dataset: Equatable {
            var inputs: [[Double]]
            var targets: [[Double]]
            init(inputs: [[Double]], targets: [[Double]]) {
                self.inputs = inputs
                self.targets = targets
            }
            var count: Int { inputs.count }
            static var xor: Dataset {
                Dataset(inputs: [[0, 0], [0, 1], [1, 0], [1, 1]], targets: [[0], [1], [1], [0]])
            }
            static func circles(_ count: Int, noise: Double = 0, seed: Int = 0) -> Dataset {
                _ring(count, noise, seed) { angle, isInner in
                    let radius = isInner ? 0.5 : 1.0
                    return [radius * _cos(angle), radius * _sin(angle)]
                }
            }
            static func moons(_ count: Int, noise: Double = 0, seed: Int = 0) -> Dataset {
                _ring(count, noise, seed) { angle, isLower in
                    let x = _cos(angle / 2)
                    let y = _sin(angle / 2)
                    return isLower ? [1 - x, 0.5 - y] : [x, y]
                }
            }
            static func _ring(
                _ count: Int, _ noise: Double, _ seed: Int, _ point: (Double, Bool) -> [Double]
            ) -> Dataset {
                var generator = _SeededGenerator(seed: seed)
                var data = Dataset(inputs: [], targets: [])
                for i in 0..<max(count, 0) {
                    let isSecond = i % 2 == 1
                    var x = point(2 * Double.pi * generator.uniform(), isSecond)
                    if noise != 0 {
                        for k in 0..<x.count { x[k] += noise * generator.normal() }
                    }
                    data.inputs.append(x)
                    data.targets.append([isSecond ? 1 : 0])
                }
                return data
            }
        }
        """#
}
