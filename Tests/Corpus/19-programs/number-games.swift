// tier: 1
// Primes, divisors, Fibonacci, Collatz, the towers of Hanoi.
func sieve(_ n: Int) -> [Int] {
    var p = [Bool](repeating: true, count: n + 1)
    p[0] = false
    p[1] = false
    var i = 2
    while i * i <= n {
        if p[i] { for j in stride(from: i * i, through: n, by: i) { p[j] = false } }
        i += 1
    }
    return p.indices.filter { p[$0] }
}
print(sieve(50))  // expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
print(gcd(48, 36), (1...5).reduce(1, *))  // expect: 12 120
func fib(_ n: Int) -> Int { n < 2 ? n : fib(n - 1) + fib(n - 2) }
print((0..<15).map(fib))  // expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377]
func isPal(_ s: String) -> Bool {
    let l = s.lowercased().filter(\.isLetter)
    return l == String(l.reversed())
}
print(isPal("A man, a plan, a canal: Panama"), isPal("nope"))  // expect: true false
func collatz(_ n: Int) -> [Int] {
    var n = n
    var r = [n]
    while n != 1 {
        n = n.isMultiple(of: 2) ? n / 2 : 3 * n + 1
        r.append(n)
    }
    return r
}
print(collatz(6))  // expect: [6, 3, 10, 5, 16, 8, 4, 2, 1]
for i in 1...15 {
    switch (i % 3, i % 5) {
    case (0, 0): print("FizzBuzz")
    case (0, _): print("Fizz")
    case (_, 0): print("Buzz")
    default: print(i)
    }
}
// expect: 1
// expect: 2
// expect: Fizz
// expect: 4
// expect: Buzz
// expect: Fizz
// expect: 7
// expect: 8
// expect: Fizz
// expect: Buzz
// expect: 11
// expect: Fizz
// expect: 13
// expect: 14
// expect: FizzBuzz
func hanoi(_ n: Int, _ a: String, _ b: String, _ c: String, _ m: inout [(String, String)]) {
    if n == 0 { return }
    hanoi(n - 1, a, c, b, &m)
    m.append((a, c))
    hanoi(n - 1, b, a, c, &m)
}
var mv: [(String, String)] = []
hanoi(2, "A", "B", "C", &mv)
print(mv)  // expect: [("A", "B"), ("A", "C"), ("B", "C")]
print(String(255, radix: 2), String(255, radix: 16, uppercase: true), Int("ff", radix: 16)!, Int("zz") as Any)
// expect: 11111111 FF 255 nil
