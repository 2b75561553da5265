// tier: 1
// Remainder by zero.
let divisors = [4, 0]
for d in divisors {
    print(10 % d)  // trap: zero
}
// expect: 2
