// tier: 2
// Closures that are kept for later, that call themselves, and arguments evaluated only when needed.
var kept: [() -> Void] = []
func later(_ body: @escaping () -> Void) { kept.append(body) }
later { print("one") }
later { print("two") }
for body in kept { body() }
// expect: one
// expect: two
var factorial: (Int) -> Int = { _ in 0 }
factorial = { n in n <= 1 ? 1 : n * factorial(n - 1) }
print(factorial(6))  // expect: 720
func unless(_ flag: Bool, _ value: @autoclosure () -> Int) -> Int { flag ? 0 : value() }
func costly() -> Int {
    print("computed")
    return 7
}
print(unless(true, costly()))  // expect: 0
print(unless(false, costly() + 1))
// expect: computed
// expect: 8
func each(_ xs: [Int], _ body: (inout Int) -> Void) -> [Int] {
    var copy = xs
    for i in copy.indices { body(&copy[i]) }
    return copy
}
print(each([1, 2, 3]) { $0 *= 10 })  // expect: [10, 20, 30]
final class Button { var onClick: (() -> Void)? }
let button = Button()
button.onClick?()
button.onClick = { print("clicked") }
button.onClick?()  // expect: clicked
