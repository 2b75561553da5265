import Elementary

// The names that formulas use. Where a program also imports Foundation, its functions of the same names are preferred,
// so that neither import makes a call ambiguous.

/// e to the power `x`, within 1 unit in the last place, as all of these but `pow` (2).
@_disfavoredOverload public func exp(_ x: Double) -> Double { Elementary.exp(x) }
/// The natural logarithm.
@_disfavoredOverload public func log(_ x: Double) -> Double { Elementary.log(x) }
/// The logarithm to base 2.
@_disfavoredOverload public func log2(_ x: Double) -> Double { Elementary.log2(x) }
/// The logarithm to base 10.
@_disfavoredOverload public func log10(_ x: Double) -> Double { Elementary.log10(x) }
/// The sine of `x` radians.
@_disfavoredOverload public func sin(_ x: Double) -> Double { Elementary.sin(x) }
/// The cosine of `x` radians.
@_disfavoredOverload public func cos(_ x: Double) -> Double { Elementary.cos(x) }
/// The tangent of `x` radians.
@_disfavoredOverload public func tan(_ x: Double) -> Double { Elementary.tan(x) }
/// The hyperbolic tangent.
@_disfavoredOverload public func tanh(_ x: Double) -> Double { Elementary.tanh(x) }
/// `x` to the power `y`.
@_disfavoredOverload public func pow(_ x: Double, _ y: Double) -> Double { Elementary.pow(x, y) }
/// The square root, correctly rounded.
@_disfavoredOverload public func sqrt(_ x: Double) -> Double { x.squareRoot() }
/// The error function, 2/√π ∫₀ˣ e^(−t²) dt.
@_disfavoredOverload public func erf(_ x: Double) -> Double { Elementary.erf(x) }
/// The largest integer not above `x`.
@_disfavoredOverload public func floor(_ x: Double) -> Double { Elementary.floor(x) }
/// The smallest integer not below `x`.
@_disfavoredOverload public func ceil(_ x: Double) -> Double { Elementary.ceil(x) }
/// The nearest integer, halves away from zero.
@_disfavoredOverload public func round(_ x: Double) -> Double { Elementary.round(x) }
