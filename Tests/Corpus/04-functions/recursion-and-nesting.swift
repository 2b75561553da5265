// tier: 1
// Functions that call themselves, and functions inside functions that see what is around them.
func factorial(_ n: Int) -> Int { n <= 1 ? 1 : n * factorial(n - 1) }
print(factorial(10))  // expect: 3628800
func fib(_ n: Int) -> Int {
    if n < 2 { return n }
    return fib(n - 1) + fib(n - 2)
}
print((0..<10).map(fib))  // expect: [0, 1, 1, 2, 3, 5, 8, 13, 21, 34]
func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n == 0 ? false : isEven(n - 1) }
print(isEven(10), isOdd(7))  // expect: true true
func counter(upTo limit: Int) -> [Int] {
    var seen = [Int]()
    func visit(_ n: Int) {
        guard n <= limit else { return }
        seen.append(n)
        visit(n + 2)
    }
    visit(1)
    return seen
}
print(counter(upTo: 7))  // expect: [1, 3, 5, 7]
func hanoi(_ n: Int, _ a: String, _ b: String, _ c: String) -> Int {
    n == 0 ? 0 : hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
}
print(hanoi(6, "a", "b", "c"))  // expect: 63
func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }
print(gcd(48, 36))  // expect: 12
