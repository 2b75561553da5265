extension StandardLibrary {
    static let output = #"""
        @native("print")
        func print(_ items: Any..., separator: String = " ", terminator: String = "\n")
        @native("debugPrint")
        func debugPrint(_ items: Any..., separator: String = " ", terminator: String = "\n")

        protocol TextOutputStream {
            mutating func write(_ string: String)
        }
        extension String: TextOutputStream {
            mutating func write(_ string: String) { self += string }
        }
        /// `print(…, to: &stream)`
        func _printTo<Target: TextOutputStream>(
            _ items: Any..., separator: String = " ", terminator: String = "\n", to output: inout Target
        ) {
            var between = ""
            for item in items {
                output.write(between)
                output.write("\(item)")
                between = separator
            }
            output.write(terminator)
        }

        /// Stops the program: for what the library itself finds wrong, and for the functions below.
        @native("trap.library") func _trap(_ message: String) -> Never
        @native("trap.fatalError") func _trapFatalError(_ message: String) -> Never
        @native("trap.precondition") func _trapPrecondition(_ message: String) -> Never
        @native("trap.assertion") func _trapAssertion(_ message: String) -> Never
        func _precondition(_ condition: Bool, _ message: String) {
            if !condition { _trap(message) }
        }
        func fatalError(_ message: @autoclosure () -> String = "") -> Never { _trapFatalError(message()) }
        func precondition(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "") {
            if !condition() { _trapPrecondition(message()) }
        }
        func preconditionFailure(_ message: @autoclosure () -> String = "") -> Never { _trapPrecondition(message()) }
        func assert(_ condition: @autoclosure () -> Bool, _ message: @autoclosure () -> String = "") {
            if !condition() { _trapAssertion(message()) }
        }
        func assertionFailure(_ message: @autoclosure () -> String = "") { _trapAssertion(message()) }

        func swap<T>(_ a: inout T, _ b: inout T) {
            let old = a
            a = b
            b = old
        }

        protocol RandomNumberGenerator {
            mutating func next() -> UInt64
        }
        extension RandomNumberGenerator {
            mutating func next<T: FixedWidthInteger & UnsignedInteger>() -> T { T(truncatingIfNeeded: next() as UInt64) }
            /// Lemire's multiplication method: the high half of a random number times the bound, where a low half below
            /// 2^width modulo the bound is drawn again.
            mutating func next<T: FixedWidthInteger & UnsignedInteger>(upperBound: T) -> T {
                _precondition(upperBound != 0, "upperBound cannot be zero.")
                var product = (next() as T).multipliedFullWidth(by: upperBound)
                var low = T(truncatingIfNeeded: product.low)
                if low < upperBound {
                    let threshold = (0 &- upperBound) % upperBound
                    while low < threshold {
                        product = (next() as T).multipliedFullWidth(by: upperBound)
                        low = T(truncatingIfNeeded: product.low)
                    }
                }
                return product.high
            }
        }
        struct SystemRandomNumberGenerator: RandomNumberGenerator {
            init() {}
            mutating func next() -> UInt64 { _randomWord() }
        }
        @native("random.next") func _randomWord() -> UInt64
        """#
}
