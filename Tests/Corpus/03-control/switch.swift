// tier: 1
// switch over numbers and text: lists, ranges, where, fallthrough; the first case that fits is taken.
func name(_ n: Int) -> String {
    switch n {
    case 0: return "zero"
    case 1, 2: return "few"
    case 3..<10: return "some"
    case ..<0: return "negative"
    case let big where big % 2 == 0: return "even \(big)"
    default: return "many"
    }
}
for n in [0, 2, 9, -4, 10, 11] { print(name(n)) }
// expect: zero
// expect: few
// expect: some
// expect: negative
// expect: even 10
// expect: many
func kind(_ word: String) -> Int {
    switch word {
    case "sigmoid", "tanh": 1
    case "relu": 2
    default: 0
    }
}
print(kind("tanh"), kind("relu"), kind("other"))  // expect: 1 2 0
switch 5 {
case 5:
    print("five")  // expect: five
    fallthrough
case 6:
    print("and six")  // expect: and six
default:
    print("never")
}
switch 2.5 {
case 0...1: print("low")
case 1...: print("high")  // expect: high
default: print("below")
}
let activation = switch "relu" {
case "relu": 1.0
default: 0.0
}
print(activation)  // expect: 1.0
switch true {
case true: print("yes")  // expect: yes
case false: print("no")
}
switch Character("x") {
case "a"..."m": print("first half")
default: print("second half")  // expect: second half
}
