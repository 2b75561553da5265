// tier: 2
// type(of:) tells classes and values behind protocols apart.
class Base {}
class Derived: Base {}
let things: [Base] = [Base(), Derived()]
for thing in things { print(type(of: thing), type(of: thing) == Derived.self) }
// expect: Base false
// expect: Derived true
print(type(of: things[1]) == type(of: Derived()), Base.self != Derived.self)  // expect: true true
protocol Shape {}
struct Square: Shape {}
struct Round: Shape {}
let shapes: [any Shape] = [Square(), Round()]
print(shapes.map { "\(type(of: $0))" })  // expect: ["Square", "Round"]
func make<T: Numeric>(_ type: T.Type) -> T { type.init(exactly: 3)! }
print(make(Int.self), make(Double.self))  // expect: 3 3.0
