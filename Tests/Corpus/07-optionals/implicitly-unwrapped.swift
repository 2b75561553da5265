// tier: 2
// T! is an optional that is unwrapped where a value is needed.
let possible: String? = "an optional"
let forced: String = possible!
let assumed: String! = "an implicit one"
let implicit: String = assumed
let optionalString = assumed
print(forced, implicit, optionalString as Any)  // expect: an optional an implicit one Optional("an implicit one")
if assumed != nil { print(assumed!) }  // expect: an implicit one
if let definite = assumed { print(definite.count) }  // expect: 15
class Country {
    let name: String
    var capital: City!
    init(name: String, capitalName: String) {
        self.name = name
        self.capital = City(name: capitalName, country: self)
    }
    deinit { print("country gone") }
}
class City {
    let name: String
    unowned let country: Country
    init(name: String, country: Country) {
        self.name = name
        self.country = country
    }
    deinit { print("city gone") }
}
var country: Country? = Country(name: "Canada", capitalName: "Ottawa")
print("\(country!.name)'s capital is \(country!.capital.name)")  // expect: Canada's capital is Ottawa
country = nil
// expect: country gone
// expect: city gone
var n: Int! = nil
n = 4
n += 1
print(n + 1, n ?? 0, n == 5, [n, 2])  // expect: 6 5 true [Optional(5), Optional(2)]
var arr: [Int]! = [1, 2]
arr.append(3)
print(arr.count, arr[0], arr.map { $0 + 1 })  // expect: 3 1 [2, 3, 4]
for x in arr { print(x) }
// expect: 1
// expect: 2
// expect: 3
class VC {
    var label: String!
    var cb: (() -> Void)!
    func load() {
        label = "L"
        print(label.count, label!)
    }
}
let vc = VC()
vc.load()  // expect: 1 L
print(vc.label as Any, vc.label.uppercased(), "\(vc.label!)")  // expect: Optional("L") L L
func f(_ x: Int!) -> Int { x * 2 }
print(f(4))  // expect: 8
switch n {
case 5: print("five")
default: print("other")
}  // expect: five
let z = n > 3 ? n! : 0
print(z)  // expect: 5
