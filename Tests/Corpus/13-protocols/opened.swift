// tier: 2
// A generic function takes an `any P`: inside, its type is the one that the value has at run time.
protocol Pet {
    var name: String { get set }
    static var sound: String { get }
    init(named name: String)
    mutating func rename(_ other: String)
    func repeated<T>(_ item: T, _ times: Int) -> [T]
}
extension Pet {
    func speak() -> String { "\(name) says \(Self.sound)" }
    func kitten() -> Self { Self(named: name + " junior") }
    mutating func shout() { rename(name + "!") }
}
struct Dog: Pet {
    static let sound = "woof"
    var name: String
    init(named name: String) { self.name = name }
    mutating func rename(_ other: String) { name = other }
    func repeated<T>(_ item: T, _ times: Int) -> [T] { Array(repeating: item, count: times) }
}
final class Cat: Pet {
    static let sound = "meow"
    var name: String
    init(named name: String) { self.name = name }
    func rename(_ other: String) { name = other + "?" }
    func repeated<T>(_ item: T, _ times: Int) -> [T] { [item] }
}

func describe<P: Pet>(_ pet: P) -> String { "\(P.self) \(pet.name), \(pet is Dog)" }
func describe(number: Int, _ pet: some Pet) -> String { "\(number): \(type(of: pet))" }
func age<P: Pet>(_ pet: inout P, by mark: String) { pet.name += mark }
func family<P: Pet>(_ pet: P) -> [P] { [pet, P(named: "young " + pet.name)] }
func first<P: Pet>(_ pet: P, ifLong: Bool) -> P? { ifLong && pet.name.count < 4 ? nil : pet }

var pets: [any Pet] = [Dog(named: "Rex"), Cat(named: "Tom")]
for pet in pets {
    print(describe(pet), "/", describe(number: 1, pet))
    print(pet.speak(), pet.kitten().name, family(pet).map { $0.name })
    print(first(pet, ifLong: true) == nil, pet.repeated("x", 2))
}
// expect: Dog Rex, true / 1: Dog
// expect: Rex says woof Rex junior ["Rex", "young Rex"]
// expect: true ["x", "x"]
// expect: Cat Tom, false / 1: Cat
// expect: Tom says meow Tom junior ["Tom", "young Tom"]
// expect: true ["x"]
for index in pets.indices {
    age(&pets[index], by: "*")
    pets[index].shout()
}
print(pets.map { $0.name })  // expect: ["Rex*!", "Tom*!?"]
var one: any Pet = Dog(named: "Ace")
age(&one, by: "+")
print(one.name)  // expect: Ace+
