import Elementary

// The names that formulas use. Where a program also imports Foundation, its functions of the same names are preferred,
// so that neither import makes a call ambiguous.

@_disfavoredOverload public func exp(_ x: Double) -> Double { Elementary.exp(x) }
@_disfavoredOverload public func log(_ x: Double) -> Double { Elementary.log(x) }
@_disfavoredOverload public func log2(_ x: Double) -> Double { Elementary.log2(x) }
@_disfavoredOverload public func log10(_ x: Double) -> Double { Elementary.log10(x) }
@_disfavoredOverload public func sin(_ x: Double) -> Double { Elementary.sin(x) }
@_disfavoredOverload public func cos(_ x: Double) -> Double { Elementary.cos(x) }
@_disfavoredOverload public func tan(_ x: Double) -> Double { Elementary.tan(x) }
@_disfavoredOverload public func tanh(_ x: Double) -> Double { Elementary.tanh(x) }
@_disfavoredOverload public func pow(_ x: Double, _ y: Double) -> Double { Elementary.pow(x, y) }
@_disfavoredOverload public func sqrt(_ x: Double) -> Double { x.squareRoot() }
@_disfavoredOverload public func erf(_ x: Double) -> Double { Elementary.erf(x) }
@_disfavoredOverload public func floor(_ x: Double) -> Double { Elementary.floor(x) }
@_disfavoredOverload public func ceil(_ x: Double) -> Double { Elementary.ceil(x) }
@_disfavoredOverload public func round(_ x: Double) -> Double { Elementary.round(x) }
