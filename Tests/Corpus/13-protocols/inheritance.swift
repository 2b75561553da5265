// tier: 2
// Protocols that build on protocols, compositions, conformance by extension.
protocol Named { var name: String { get } }
protocol Aged { var age: Int { get } }
protocol Person: Named, Aged { func greet() -> String }
extension Person {
    func greet() -> String { "I am \(name), \(age)" }
}
struct Student: Person { var name: String; var age: Int }
print(Student(name: "Ada", age: 20).greet())  // expect: I am Ada, 20
func label(_ thing: any Named & Aged) -> String { "\(thing.name):\(thing.age)" }
print(label(Student(name: "Bo", age: 7)))  // expect: Bo:7
extension Int: Named { var name: String { "number \(self)" } }
print(5.name)  // expect: number 5
let all: [any Named] = [3, Student(name: "Cy", age: 1)]
print(all.map { $0.name })  // expect: ["number 3", "Cy"]
class Animal: Named { var name: String { "animal" } }
class Dog: Animal { override var name: String { "dog" } }
let n: any Named = Dog()
print(n.name)  // expect: dog
protocol Delegate: AnyObject { func done(_ n: Int) }
final class Listener: Delegate {
    var seen: [Int] = []
    func done(_ n: Int) { seen.append(n) }
}
final class Worker {
    weak var delegate: (any Delegate)?
    func run() { for i in 1...3 { delegate?.done(i) } }
}
let listener = Listener()
let worker = Worker()
worker.delegate = listener
worker.run()
print(listener.seen)  // expect: [1, 2, 3]
