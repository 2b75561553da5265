// tier: 2
// How structs print: by themselves, nested, in arrays, and in their own words.
struct Point { var x = 1, y = 2.5 }
print(Point())  // expect: Point(x: 1, y: 2.5)
print([Point(), Point(x: 3, y: -1)])  // expect: [main.Point(x: 1, y: 2.5), main.Point(x: 3, y: -1.0)]
struct Line { var name = "l"; var start = Point(); var note: String? = nil; var ends = [1, 2]; var t = (1, "a") }
print(Line())  // expect: Line(name: "l", start: main.Point(x: 1, y: 2.5), note: nil, ends: [1, 2], t: (1, "a"))
print("\(Point())")  // expect: Point(x: 1, y: 2.5)
struct Money: CustomStringConvertible {
    var cents: Int
    var description: String { "\(cents / 100).\(cents % 100 / 10)\(cents % 10) €" }
}
print(Money(cents: 1205))  // expect: 12.05 €
print([Money(cents: 5)], "price: \(Money(cents: 99))")  // expect: [0.05 €] price: 0.99 €
print(Money(cents: 250).description)  // expect: 2.50 €
struct Wallet { var money = Money(cents: 100); var owner: String? = "Ada" }
print(Wallet())  // expect: Wallet(money: 1.00 €, owner: Optional("Ada"))
print((Money(cents: 1), Point()))  // expect: (0.01 €, main.Point(x: 1, y: 2.5))
print(Optional(Money(cents: 1)) as Any)  // expect: Optional(0.01 €)
