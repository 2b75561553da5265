extension StandardLibrary {
    static let mathematics = #"""
        @native("math.exp") func exp(_ x: Double) -> Double
        @native("math.log") func log(_ x: Double) -> Double
        @native("math.log2") func log2(_ x: Double) -> Double
        @native("math.log10") func log10(_ x: Double) -> Double
        @native("math.pow") func pow(_ x: Double, _ y: Double) -> Double
        @native("math.sin") func sin(_ x: Double) -> Double
        @native("math.cos") func cos(_ x: Double) -> Double
        @native("math.tan") func tan(_ x: Double) -> Double
        @native("math.tanh") func tanh(_ x: Double) -> Double
        @native("math.erf") func erf(_ x: Double) -> Double
        func sqrt<T: FloatingPoint>(_ x: T) -> T { x.squareRoot() }
        func floor<T: FloatingPoint>(_ x: T) -> T { x.rounded(.down) }
        func ceil<T: FloatingPoint>(_ x: T) -> T { x.rounded(.up) }
        func round<T: FloatingPoint>(_ x: T) -> T { x.rounded(.toNearestOrAwayFromZero) }
        """#

    static let foundationMathematics = #"""
        // Of two whole numbers Foundation's `pow` is a Decimal. It is declared so that it is chosen where Swift chooses
        // it, and then refused.
        struct _Decimal: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
            init(integerLiteral value: Int) {}
            init(floatLiteral value: Double) {}
            static func + (a: _Decimal, b: _Decimal) -> _Decimal { a }
            static func - (a: _Decimal, b: _Decimal) -> _Decimal { a }
            static func * (a: _Decimal, b: _Decimal) -> _Decimal { a }
            static func / (a: _Decimal, b: _Decimal) -> _Decimal { a }
        }
        func pow(_ x: _Decimal, _ y: Int) -> _Decimal { x }
        @native("math.exp2") func exp2(_ x: Double) -> Double
        @native("math.expm1") func expm1(_ x: Double) -> Double
        @native("math.log1p") func log1p(_ x: Double) -> Double
        @native("math.asin") func asin(_ x: Double) -> Double
        @native("math.acos") func acos(_ x: Double) -> Double
        @native("math.atan") func atan(_ x: Double) -> Double
        @native("math.atan2") func atan2(_ y: Double, _ x: Double) -> Double
        @native("math.sinh") func sinh(_ x: Double) -> Double
        @native("math.cosh") func cosh(_ x: Double) -> Double
        @native("math.cbrt") func cbrt(_ x: Double) -> Double
        @native("math.hypot") func hypot(_ x: Double, _ y: Double) -> Double
        func trunc<T: FloatingPoint>(_ x: T) -> T { x.rounded(.towardZero) }
        func fabs<T: FloatingPoint>(_ x: T) -> T where T.Magnitude == T { x.magnitude }
        func fmod<T: FloatingPoint>(_ x: T, _ y: T) -> T { x.truncatingRemainder(dividingBy: y) }
        func remainder<T: FloatingPoint>(_ x: T, _ y: T) -> T { x.remainder(dividingBy: y) }
        func fmin(_ x: Double, _ y: Double) -> Double { x.isNaN || y < x ? y : x }
        func fmax(_ x: Double, _ y: Double) -> Double { x.isNaN || y > x ? y : x }
        var M_PI: Double { 3.141592653589793 }
        var M_E: Double { 2.718281828459045 }
        var M_PI_2: Double { 1.5707963267948966 }
        var M_SQRT2: Double { 1.4142135623730951 }
        var M_LN2: Double { 0.6931471805599453 }
        """#
}
