// tier: 1
// Constants with let, variables with var, assignment, several names at once.
let greeting = "hello"
var count = 1
print(greeting)  // expect: hello
print(count)  // expect: 1
count = 5
print(count)  // expect: 5
count += 2
print(count)  // expect: 7
let a = 1, b = 2.5, c = true
print(a, b, c)  // expect: 1 2.5 true
let width: Int, height: Int
width = 3
height = width + 1
print(width * height)  // expect: 12
var total: Double = 0
total = total + 0.5
print(total)  // expect: 0.5
let `class` = "escaped"
print(`class`)  // expect: escaped
let größe = 7
print(größe)  // expect: 7
do {
    let count = "inner"
    print(count)  // expect: inner
}
print(count)  // expect: 7
var first = 1, second = 2
(first, second) = (second, first)
print(first, second)  // expect: 2 1
let _ = first
_ = second
