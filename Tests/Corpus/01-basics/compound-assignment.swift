// tier: 1
// Every operator that assigns.
var x = 10
x += 5
x -= 3
x *= 2
x /= 5
x %= 3
x <<= 4
x |= 1
x ^= 3
x &= 0xF
print(x)  // expect: 2
