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
}
