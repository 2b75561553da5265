// tier: 2
// Enums: unknown cases, missing payloads, switches that forget one.
enum Shape { case circle(Double), point }
let a = Shape.square  // error: square
let b: Shape = .triangle  // error: triangle
let c = Shape.circle("x")  // error: Double
let d: Shape = 3  // error: Shape
func name(_ s: Shape) -> String {
    switch s {
    case .oval: "oval"  // error: oval
    default: "other"
    }
}
