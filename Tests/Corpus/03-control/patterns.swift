// tier: 2
// Patterns outside switch: if case, for case, guard case.
let scores: [Int?] = [1, nil, 3]
for case let score? in scores { print(score) }
// expect: 1
// expect: 3
if case 1...5 = 3 { print("in range") }  // expect: in range
let point = (2, 0)
if case (let x, 0) = point { print("on the axis at", x) }  // expect: on the axis at 2
func half(_ n: Int?) -> Int {
    guard case let n? = n, n % 2 == 0 else { return -1 }
    return n / 2
}
print(half(8), half(7), half(nil))  // expect: 4 -1 -1
for case (let i, 1) in [(1, 1), (2, 0), (3, 1)] { print(i, terminator: ";") }
print()  // expect: 1;3;
let x: Int? = 4
switch x {
case .some(let n) where n > 3: print("some", n)  // expect: some 4
case .some: print("small")
case .none: print("none")
}
switch x {
case nil: print("nil")
case 4?: print("four")  // expect: four
case _?: print("other")
}
enum Shape { case dot, circle(Double) }
let shapes: [Shape] = [.dot, .circle(2), .circle(3)]
for case .circle(let r) in shapes where r > 2 { print(r) }  // expect: 3.0
let anything: Any = 3
switch anything {
case is String: print("text")
case let n as Int: print("whole", n)  // expect: whole 3
default: print("other")
}
