// tier: 1
// A sum that does not fit in an Int stops the program.
var n = Int.max - 1
n += 1
print(n)  // expect: 9223372036854775807
func next(_ n: Int) -> Int {
    n + 1  // trap: too large
}
print(next(n))
