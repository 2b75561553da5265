// tier: 2
// What is copied and what is shared, in one go.
var a = [1, 2, 3]
var b = a
b.append(4)
print(a, b)
struct S {
    var v = [1]
    mutating func add() { v.append(2) }
}
class C { var v = [1] }
var s1 = S()
var s2 = s1
s2.add()
print(s1.v, s2.v)
let c1 = C()
let c2 = c1
c2.v.append(9)
print(c1.v)
func mod(_ x: inout [Int]) {
    x[0] = 100
    x += [5]
}
mod(&a)
print(a)
var m = ["k": [1]]
m["k"]?.append(2)
m["z", default: []].append(3)
print(m["k"]!, m["z"]!)
var t = (a: 1, b: "x")
t.a = 5
let t2 = t
t.b = "y"
print(t, t2)
var grid = [[0, 0], [0, 0]]
grid[1][0] = 7
for r in grid.indices { for c in grid[r].indices { grid[r][c] += r + c } }
print(grid)
var arr = [S(), S()]
arr[0].add()
arr[1].v[0] = 8
for i in arr.indices { arr[i].v.append(0) }
print(arr.map { $0.v })
var closures: [() -> Int] = []
var n = 0
for i in 0..<3 {
    n += 1
    closures.append { i * 10 + n }
}
n = 100
print(closures.map { $0() })
var x = 1
let f = { [x] in x }
let g = { x }
x = 2
print(f(), g())
func counter() -> (inc: () -> Int, get: () -> Int) {
    var c = 0
    return (
        {
            c += 1
            return c
        }, { c }
    )
}
let cc = counter()
_ = cc.inc()
_ = cc.inc()
print(cc.get())
var fnArr = [{ (x: Int) in x + 1 }]
fnArr.append { $0 * 2 }
print(fnArr.map { $0(10) })
var str = "abc"
let copy = str
str.append("d")
print(copy, str)
var opt: [Int]? = [1]
opt?.append(2)
opt![0] = 9
print(opt!)
swap(&a, &b)
print(a.count, b.count)
(x, n) = (n, x)
print(x, n)
let sorted = arr.sorted { $0.v.count < $1.v.count }.map(\.v.count)
print(sorted)
var set: Set = [3, 1]
let s3 = set
set.insert(2)
print(s3.count, set.sorted())
class Box<T> {
    var value: T
    init(_ v: T) { value = v }
}
let bx = Box(1)
let by = bx
by.value += 1
print(bx.value)
struct Wrapper { let box: Box<Int> }
let w = Wrapper(box: bx)
w.box.value = 50
print(bx.value)
func nested() -> Int {
    var total = 0
    func add(_ n: Int) {
        total += n
        if n > 0 { add(n - 1) }
    }
    add(4)
    return total
}
print(nested())
let lz = [1, 2, 3].lazy.map { v -> Int in
    print("map", v)
    return v * 2
}
print(lz.first!)
print([1, 2, 3].map { $0 }.filter { $0 > 1 }.first ?? 0, (1...3).reversed().map(String.init))
var dict: [String: (Int) -> Int] = [:]
dict["d"] = { $0 * 2 }
print(dict["d"]?(4) ?? 0, dict["q"]?(4) as Any)
var it = [1, 2, 3][...]
while let h = it.first {
    print(h, terminator: ",")
    it = it.dropFirst()
}
print(it.isEmpty)
label: while true {
    switch x {
    case 0...50: x += 30
    default: break label
    }
}
print(x)
var i = 0
repeat {
    i += 1
    if i == 2 { continue }
    if i > 3 { break }
} while true
print(i)
print(
    (0..<3).map { i in (0..<i).map { j in i * j } }, [[1, 2], [3]].map { $0.map { $0 * 2 } }, ["a": [1: "x"]]["a"]![1]!)
// expect: [1, 2, 3] [1, 2, 3, 4]
// expect: [1] [1, 2]
// expect: [1, 9]
// expect: [100, 2, 3, 5]
// expect: [1, 2] [3]
// expect: (a: 5, b: "y") (a: 5, b: "x")
// expect: [[0, 1], [8, 2]]
// expect: [[1, 2, 0], [8, 0]]
// expect: [100, 110, 120]
// expect: 1 2
// expect: 2
// expect: [11, 20]
// expect: abc abcd
// expect: [9, 2]
// expect: 4 4
// expect: 100 2
// expect: [2, 3]
// expect: 2 [1, 2, 3]
// expect: 2
// expect: 50
// expect: 10
// expect: map 1
// expect: 2
// expect: 2 ["3", "2", "1"]
// expect: 8 nil
// expect: 1,2,3,true
// expect: 100
// expect: 4
// expect: [[], [0], [0, 2]] [[2, 4], [6]] x
