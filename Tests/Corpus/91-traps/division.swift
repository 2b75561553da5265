// tier: 1
// Division of Ints by zero; Doubles give infinity instead.
func ratio(_ a: Int, _ b: Int) -> Int {
    a / b  // trap: zero
}
print(ratio(6, 3))  // expect: 2
print(6.0 / 0)  // expect: inf
print(ratio(6, 0))
