import Elementary

/// What the machine takes from `Elementary`.
enum MathBridge {
    static func describe(_ value: Double) -> String { Elementary.describe(value) }
    static func describe(_ value: Float) -> String { Elementary.describe(value) }

    static func parseInteger(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? { Elementary.parseInt64(utf8: bytes) }
    static func parseDouble(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? { Elementary.parseDouble(utf8: bytes) }

    static func apply(_ function: MathFunction, _ x: Double, _ y: Double) -> Double {
        switch function {
        case .absolute: x.magnitude
        case .floor: x.rounded(.down)
        case .ceiling: x.rounded(.up)
        case .truncate: x.rounded(.towardZero)
        case .round: x.rounded(.toNearestOrAwayFromZero)
        case .roundToEven: x.rounded(.toNearestOrEven)
        case .exponential: Elementary.exp(x)
        case .exponentialMinusOne: Elementary.expm1(x)
        case .exponentialBase2: Elementary.exp2(x)
        case .logarithm: Elementary.log(x)
        case .logarithmOnePlus: Elementary.log1p(x)
        case .logarithmBase2: Elementary.log2(x)
        case .logarithmBase10: Elementary.log10(x)
        case .sine: Elementary.sin(x)
        case .cosine: Elementary.cos(x)
        case .tangent: Elementary.tan(x)
        case .arcSine: Elementary.asin(x)
        case .arcCosine: Elementary.acos(x)
        case .arcTangent: Elementary.atan(x)
        case .hyperbolicSine: Elementary.sinh(x)
        case .hyperbolicCosine: Elementary.cosh(x)
        case .hyperbolicTangent: Elementary.tanh(x)
        case .cubeRoot: Elementary.cbrt(x)
        case .errorFunction: Elementary.erf(x)
        case .power: Elementary.pow(x, y)
        case .arcTangent2: Elementary.atan2(x, y)
        case .hypotenuse: Elementary.hypot(x, y)
        case .remainder: Elementary.fmod(x, y)
        // Swift's min and max of Comparable: the first operand unless the second is less / not less.
        case .minimum: y < x ? y : x
        case .maximum: y >= x ? y : x
        }
    }
}
