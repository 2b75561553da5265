// tier: 1
// Sorting by hand, three ways.
func bubble(_ list: [Int]) -> [Int] {
    var a = list
    for i in 0..<a.count {
        for j in 0..<a.count - 1 - i where a[j] > a[j + 1] { a.swapAt(j, j + 1) }
    }
    return a
}
func quick<T: Comparable>(_ list: [T]) -> [T] {
    guard list.count > 1 else { return list }
    let pivot = list[0]
    let rest = list.dropFirst()
    return quick(rest.filter { $0 < pivot }) + [pivot] + quick(rest.filter { $0 >= pivot })
}
func insertion(_ a: inout [Double]) {
    for i in 1..<a.count {
        let x = a[i]
        var j = i
        while j > 0 && a[j - 1] > x {
            a[j] = a[j - 1]
            j -= 1
        }
        a[j] = x
    }
}
print(bubble([5, 2, 9, 1]))  // expect: [1, 2, 5, 9]
print(quick([3, 1, 2, 3]), quick(["pear", "fig", "apple"]))  // expect: [1, 2, 3, 3] ["apple", "fig", "pear"]
var xs = [2.5, -1, 0]
insertion(&xs)
print(xs)  // expect: [-1.0, 0.0, 2.5]
var primes = [Int]()
for n in 2...30 where primes.allSatisfy({ n % $0 != 0 }) { primes.append(n) }
print(primes)  // expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
