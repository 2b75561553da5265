// tier: 2
// Queens, permutations, subsets, searching, sorting, distances, roman numbers.
func queens(_ n: Int) -> Int {
    var cols = Set<Int>()
    var d1 = Set<Int>()
    var d2 = Set<Int>()
    var count = 0
    func place(_ r: Int) {
        if r == n {
            count += 1
            return
        }
        for c in 0..<n where !cols.contains(c) && !d1.contains(r + c) && !d2.contains(r - c) {
            cols.insert(c)
            d1.insert(r + c)
            d2.insert(r - c)
            place(r + 1)
            cols.remove(c)
            d1.remove(r + c)
            d2.remove(r - c)
        }
    }
    place(0)
    return count
}
print((1...6).map(queens))  // expect: [1, 0, 0, 2, 10, 4]
func perms<T>(_ a: [T]) -> [[T]] {
    a.count <= 1
        ? [a]
        : a.indices.flatMap { i -> [[T]] in
            var r = a
            let x = r.remove(at: i)
            return perms(r).map { [x] + $0 }
        }
}
print(perms([1, 2, 3]))  // expect: [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]]
func subsets<T>(_ a: [T]) -> [[T]] {
    guard let f = a.first else { return [[]] }
    let r = subsets(Array(a.dropFirst()))
    return r + r.map { [f] + $0 }
}
print(subsets(["a", "b", "c"]))
// expect: [[], ["c"], ["b"], ["b", "c"], ["a"], ["a", "c"], ["a", "b"], ["a", "b", "c"]]
func bsearch<T: Comparable>(_ a: [T], _ k: T) -> Int? {
    var lo = 0
    var hi = a.count - 1
    while lo <= hi {
        let m = (lo + hi) / 2
        if a[m] == k { return m } else if a[m] < k { lo = m + 1 } else { hi = m - 1 }
    }
    return nil
}
print(bsearch([1, 3, 5, 7], 5) as Any, bsearch(["a", "c"], "b") as Any)  // expect: Optional(2) nil
func quick<T: Comparable>(_ a: [T]) -> [T] {
    guard a.count > 1 else { return a }
    let p = a[a.count / 2]
    return quick(a.filter { $0 < p }) + a.filter { $0 == p } + quick(a.filter { $0 > p })
}
print(quick([3, 6, 1, 8, 2, 9, 2]))  // expect: [1, 2, 2, 3, 6, 8, 9]
func merge(_ a: [Int], _ b: [Int]) -> [Int] {
    var i = 0
    var j = 0
    var r: [Int] = []
    while i < a.count && j < b.count {
        if a[i] <= b[j] {
            r.append(a[i])
            i += 1
        } else {
            r.append(b[j])
            j += 1
        }
    }
    return r + a[i...] + b[j...]
}
print(merge([1, 4, 9], [2, 3, 10, 11]))  // expect: [1, 2, 3, 4, 9, 10, 11]
func lev(_ a: String, _ b: String) -> Int {
    let a = Array(a)
    let b = Array(b)
    var d = Array(0...b.count)
    for i in 1...a.count {
        var prev = d[0]
        d[0] = i
        for j in 1...b.count {
            let t = d[j]
            d[j] = a[i - 1] == b[j - 1] ? prev : min(prev, d[j], d[j - 1]) + 1
            prev = t
        }
    }
    return d[b.count]
}
print(lev("kitten", "sitting"))  // expect: 3
func roman(_ n: Int) -> String {
    var n = n
    var s = ""
    for (v, r) in [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
        (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
        while n >= v {
            s += r
            n -= v
        }
    }
    return s
}
print([1994, 2024, 49].map(roman))  // expect: ["MCMXCIV", "MMXXIV", "XLIX"]
var memo: [Int: Int] = [:]
func fibm(_ n: Int) -> Int {
    if n < 2 { return n }
    if let v = memo[n] { return v }
    let r = fibm(n - 1) + fibm(n - 2)
    memo[n] = r
    return r
}
print(fibm(80))  // expect: 23416728348467685
