// tier: 2
// Overriding, super, convenience and required initialisers, self as a result, types at run time.
class Animal {
    var name: String
    var sound: String { "..." }
    init(name: String) { self.name = name }
    func speak() -> String { "\(name) says \(sound)" }
    class func create() -> Animal { Animal(name: "generic") }
    static let kingdom = "Animalia"
}
class Dog: Animal {
    override var sound: String { "Woof" }
    var tricks: [String] = []
    convenience init() { self.init(name: "Rex") }
    func add(_ t: String) -> Self {
        tricks.append(t)
        return self
    }
    override class func create() -> Animal { Dog() }
}
class Puppy: Dog {
    override var sound: String { super.sound + "!" }
    override func speak() -> String { super.speak().uppercased() }
    required override init(name: String) { super.init(name: name + " jr") }
}
let zoo: [Animal] = [Animal(name: "Cat"), Dog(), Puppy(name: "Spot")]
for a in zoo { print(a.speak(), a is Dog, (a as? Dog)?.tricks.count ?? -1, type(of: a)) }
// expect: Cat says ... false -1 Animal
// expect: Rex says Woof true 0 Dog
// expect: SPOT JR SAYS WOOF! true 0 Puppy
print(Dog().add("sit").add("roll").tricks, Dog.create().name, Animal.kingdom, Dog.kingdom)
// expect: ["sit", "roll"] Rex Animalia Animalia
let d1 = Dog()
let d2 = d1
d2.name = "Max"
print(d1.name, d1 === d2, d1 !== Dog())  // expect: Max true true
class Shape {
    let sides: Int
    init?(sides: Int) {
        guard sides > 2 else { return nil }
        self.sides = sides
    }
}
print(Shape(sides: 2) == nil, Shape(sides: 4)!.sides)  // expect: true 4
class Veh {
    var speed = 0.0
    var desc: String { "at \(speed)" }
    func noise() {}
}
class Car: Veh {
    var gear = 1
    override var desc: String { super.desc + " gear \(gear)" }
}
class Auto: Car { override var speed: Double { didSet { gear = Int(speed / 10) + 1 } } }
let au = Auto()
au.speed = 35
print(au.desc)  // expect: at 35.0 gear 4
print(zoo)  // expect: [main.Animal, main.Dog, main.Puppy]
