// tier: 2
// A recursive function that remembers its answers in a captured dictionary.
var memo = [0: 0, 1: 1]
func fib(_ n: Int) -> Int {
    if let known = memo[n] { return known }
    let value = fib(n - 1) + fib(n - 2)
    memo[n] = value
    return value
}
print(fib(50))  // expect: 12586269025
