// tier: 2
// How an optional prints: the word Optional around what is there.
let a: Int? = 3
let b: Double? = nil
let c: String? = "x"
print(a as Any, b as Any, c as Any)  // expect: Optional(3) nil Optional("x")
print([a, nil])  // expect: [Optional(3), nil]
print([c])  // expect: [Optional("x")]
print("value: \(String(describing: a))")  // expect: value: Optional(3)
print((a, 1))  // expect: (Optional(3), 1)
print(a.map { "n = \($0)" } ?? "none")  // expect: n = 3
print([1: a] as [Int: Int?])  // expect: [1: Optional(3)]
