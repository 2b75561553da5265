// tier: 1
// Values inside a string: any expression may stand between the parentheses.
let n = 3
let x = 0.1
print("n = \(n)")  // expect: n = 3
print("\(n) times \(x) is \(Double(n) * x)")  // expect: 3 times 0.1 is 0.30000000000000004
print("sum \(1 + 2), call \(max(n, 10)), nested \("in \(n)")")  // expect: sum 3, call 10, nested in 3
print("list \([1, 2]) pair \((1, "a")) flag \(n > 2)")  // expect: list [1, 2] pair (1, "a") flag true
print("\(n)\(n)\(n)")  // expect: 333
print("choice \(n > 2 ? "big" : "small")")  // expect: choice big
print("text list \(["a", "b"])")  // expect: text list ["a", "b"]
print("a literal 2: \(2), 2.0: \(2.0), 1/2: \(1 / 2), 1/2.0: \(1 / 2.0)")  // expect: a literal 2: 2, 2.0: 2.0, 1/2: 0, 1/2.0: 0.5
print("\("quoted")")  // expect: quoted
print("percent 100% and backslash \\(n)")  // expect: percent 100% and backslash \(n)
print(#"raw \(n) and \#(n)"#)  // expect: raw \(n) and 3
