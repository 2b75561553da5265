// tier: 1
// Structs: missing values, methods that change a constant, methods that do not say that they change.
struct P {
    var x: Int
    func move() { x += 1 }  // error: self
    mutating func shift() { x += 1 }
}
_ = P()  // error: x
let p = P(x: 1)
p.shift()  // error: p
_ = P(x: "1")  // error: Int
print(P.x)  // error: x
print(p.shift(1))  // error: argument
