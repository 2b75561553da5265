// tier: 2
// A key path as a function.
struct Person { var name: String; var age: Int }
let people = [Person(name: "Ada", age: 36), Person(name: "Bob", age: 7)]
print(people.map(\.name))  // expect: ["Ada", "Bob"]
print(people.map(\.age).reduce(0, +))  // expect: 43
print(people.filter { $0[keyPath: \.age] > 10 }.count)  // expect: 1
print(people.sorted { $0.age < $1.age }.map(\.name.count))  // expect: [3, 3]
// skip machine: key paths are functions only, subscripts by key path are refused
// skip wasm: key paths are functions only, subscripts by key path are refused
