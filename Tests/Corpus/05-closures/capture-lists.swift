// tier: 2
// Closures that hold self weakly, autoclosures, values captured at once.
class HTMLElement {
    let name: String
    let text: String?
    lazy var asHTML: () -> String = { [unowned self] in
        if let text = self.text {
            return "<\(self.name)>\(text)</\(self.name)>"
        } else {
            return "<\(self.name) />"
        }
    }
    init(name: String, text: String? = nil) {
        self.name = name
        self.text = text
    }
    deinit { print("\(name) is being deinitialized") }
}
var paragraph: HTMLElement? = HTMLElement(name: "p", text: "hello, world")
print(paragraph!.asHTML())  // expect: <p>hello, world</p>
paragraph = nil  // expect: p is being deinitialized
func makeIncrementer(forIncrement amount: Int) -> () -> Int {
    var runningTotal = 0
    func incrementer() -> Int {
        runningTotal += amount
        return runningTotal
    }
    return incrementer
}
let incrementByTen = makeIncrementer(forIncrement: 10)
print(incrementByTen(), incrementByTen())  // expect: 10 20
var handlers: [() -> Void] = []
for i in 1...3 { handlers.append { print("h\(i)") } }
handlers.forEach { $0() }
// expect: h1
// expect: h2
// expect: h3
var x = 10
let byValue = { [x] in print(x) }
let byRef = { print(x) }
x = 20
byValue()  // expect: 10
byRef()  // expect: 20
func serve(customer provider: @autoclosure () -> String) { print("Now serving \(provider())!") }
var line = ["Chris", "Alex"]
serve(customer: line.remove(at: 0))  // expect: Now serving Chris!
print(line.count)  // expect: 1
var providers: [() -> String] = []
func collect(_ p: @autoclosure @escaping () -> String) { providers.append(p) }
collect(line.remove(at: 0))
print(line.count)  // expect: 1
for p in providers { print(p()) }  // expect: Alex
print(line.count)  // expect: 0
