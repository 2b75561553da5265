// tier: 2
// Int is no Shape.
protocol Shape { var area: Double { get } }
struct Sq: Shape { var side: Double }  // error: Sq says it is Shape
func total(_ s: [Shape]) -> Double { s.reduce(0) { $0 + $1.area } }
print(total([Sq(side: 2), 5]))  // error: the type of this cannot
