// tier: 2
// Chains through several optionals stop at the first nil.
struct Address { var city: String; var zip: Int? }
struct Person { var name: String; var address: Address? }
var ada = Person(name: "Ada", address: Address(city: "London", zip: nil))
let bob = Person(name: "Bob", address: nil)
print(ada.address?.city ?? "-", bob.address?.city ?? "-")  // expect: London -
print(ada.address?.zip ?? 0)  // expect: 0
ada.address?.zip = 123
print(ada.address?.zip?.description ?? "none")  // expect: 123
ada.address!.city += "!"
print(ada.address!.city.count)  // expect: 7
print(bob.address?.city.uppercased().count ?? -1)  // expect: -1
if let zip = ada.address?.zip, zip > 100 { print("zip", zip) }  // expect: zip 123
let people = [ada, bob]
print(people.compactMap { $0.address?.city })  // expect: ["London!"]
print(people.first?.address?.zip == 123)  // expect: true
func find(_ name: String) -> Person? { people.first { $0.name == name } }
print(find("Bob")?.name ?? "?", find("Eve")?.name ?? "?")  // expect: Bob ?
let implicit: Int! = 5
print(implicit + 1)  // expect: 6
// skip wasm: implicitly unwrapped optionals are refused by name
