// tier: 1
// Which operator binds tighter, and from which side.
print(1 + 2 * 3 - 4 / 2)  // expect: 5
print(2 * 3 % 4, 7 / 2 * 2)  // expect: 2 6
print(1 + 2 < 4 && 3 > 2)  // expect: true
print(false && true || true)  // expect: true
print(!(1 > 2) == true)  // expect: true
print(1...2 + 3)  // expect: 1...5
let n: Int? = nil
print(n ?? 1 + 2, (n ?? 1) * 3)  // expect: 3 3
let t = true ? 1 : false ? 2 : 3
print(t)  // expect: 1
print(-2 * -3, -2 + 3)  // expect: 6 1
var x = 1
x += 2 * 3
x -= x > 5 ? 1 : 0
print(x)  // expect: 6
print(6 & 3 + 1, 1 + 2 << 1)  // expect: 3 5
print(2 - 3 - 4, 16 / 4 / 2)  // expect: -5 2
print("a" + "b" == "ab" ? "same" : "different")  // expect: same
