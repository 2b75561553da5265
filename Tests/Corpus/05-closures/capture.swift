// tier: 1
// A closure holds on to the variables around it, not to copies of their values.
func counter() -> () -> Int {
    var n = 0
    return {
        n += 1
        return n
    }
}
let a = counter()
let b = counter()
print(a(), a(), b(), a())  // expect: 1 2 1 3
var x = 1
let read = { x }
x = 10
print(read())  // expect: 10
let change = { x += 5 }
change()
print(x)  // expect: 15
let frozen = { [x] in x }
x = 0
print(frozen(), read())  // expect: 15 0
var tasks = [() -> Int]()
for i in 1...3 { tasks.append { i * i } }
print(tasks.map { $0() })  // expect: [1, 4, 9]
func account() -> (add: (Int) -> Void, total: () -> Int) {
    var total = 0
    return ({ total += $0 }, { total })
}
let acc = account()
acc.add(5)
acc.add(7)
print(acc.total())  // expect: 12
var log = [String]()
func note(_ s: String) { log.append(s) }
["p", "q"].forEach(note)
["r"].forEach { log.append($0) }
print(log)  // expect: ["p", "q", "r"]
var w = 2.0
let loss = { (x: Double) in (w * x - 1) * (w * x - 1) }
print(loss(1))  // expect: 1.0
w = 1
print(loss(1))  // expect: 0.0
