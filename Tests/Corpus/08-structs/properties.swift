// tier: 1
// Computed properties, static properties and functions, observers.
struct Circle {
    static let pi = 3.0
    static var made = 0
    static func unit() -> Circle { Circle(radius: 1) }
    var radius: Double
    var area: Double { Circle.pi * radius * radius }
    var diameter: Double {
        get { radius * 2 }
        set { radius = newValue / 2 }
    }
    init(radius: Double) {
        self.radius = radius
        Self.made += 1
    }
}
var c = Circle(radius: 2)
print(c.area, c.diameter)  // expect: 12.0 4.0
c.diameter = 10
print(c.radius)  // expect: 5.0
c.diameter += 2
print(c.radius)  // expect: 6.0
print(Circle.unit().area, Circle.made)  // expect: 3.0 2
struct Watched {
    var value = 0 {
        willSet { print("will be \(newValue)") }
        didSet { print("was \(oldValue)") }
    }
}
var w = Watched()
w.value = 5
// expect: will be 5
// expect: was 0
w.value += 1
// expect: will be 6
// expect: was 5
var celsius = 100.0
var fahrenheit: Double {
    get { celsius * 9 / 5 + 32 }
    set { celsius = (newValue - 32) * 5 / 9 }
}
print(fahrenheit)  // expect: 212.0
fahrenheit = 32
print(celsius)  // expect: 0.0
