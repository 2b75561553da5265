// tier: 2
// A switch over an enum names every case.
enum Shape { case circle(Double), square(Double), point }
func name(_ s: Shape) -> String {
    switch s {  // error: exhaustive
    case .circle: return "circle"
    case .square(let side) where side > 1: return "square"
    case .point: return "point"
    }
}
