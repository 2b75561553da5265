// tier: 2
// References that do not keep their object alive.
class Person {
    let name: String
    weak var apartment: Apartment?
    init(name: String) {
        self.name = name
        print("\(name) is being initialized")
    }
    deinit { print("\(name) is being deinitialized") }
}
class Apartment {
    let unit: String
    var tenant: Person?
    init(unit: String) { self.unit = unit }
    deinit { print("Apartment \(unit) is being deinitialized") }
}
var john: Person? = Person(name: "John")  // expect: John is being initialized
var unit4A: Apartment? = Apartment(unit: "4A")
john!.apartment = unit4A
unit4A!.tenant = john
john = nil
print("john nil")  // expect: john nil
unit4A = nil
// expect: Apartment 4A is being deinitialized
// expect: John is being deinitialized
print("done")  // expect: done
weak var w: Person?
do {
    let p = Person(name: "Tmp")
    w = p
    print(w?.name ?? "gone")
}
// expect: Tmp is being initialized
// expect: Tmp
// expect: Tmp is being deinitialized
print(w == nil)  // expect: true
class Customer {
    let name: String
    var card: CreditCard?
    init(name: String) { self.name = name }
    deinit { print("\(name) deinit") }
}
class CreditCard {
    let number: UInt64
    unowned let customer: Customer
    init(number: UInt64, customer: Customer) {
        self.number = number
        self.customer = customer
    }
    deinit { print("Card #\(number) deinit") }
}
var c: Customer? = Customer(name: "Jo")
c!.card = CreditCard(number: 1234_5678, customer: c!)
print(c!.card!.customer.name)  // expect: Jo
c = nil
// expect: Jo deinit
// expect: Card #12345678 deinit
