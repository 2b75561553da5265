// tier: 1
// An array is a value: a copy stays as it is when the original changes.
var a = [1, 2, 3]
var b = a
b[0] = 100
print(a, b)  // expect: [1, 2, 3] [100, 2, 3]
func grown(_ list: [Int]) -> [Int] {
    var copy = list
    copy.append(0)
    return copy
}
print(grown(a), a)  // expect: [1, 2, 3, 0] [1, 2, 3]
var rows = [a, a]
rows[0][0] = -1
print(rows, a)  // expect: [[-1, 2, 3], [1, 2, 3]] [1, 2, 3]
let kept = rows
rows[1].append(9)
print(kept)  // expect: [[-1, 2, 3], [1, 2, 3]]
for x in a { a.append(x * 10) }
print(a)  // expect: [1, 2, 3, 10, 20, 30]
var history = [[Double]]()
var w = [0.0, 0.0]
for step in 1...3 {
    w[0] += Double(step)
    history.append(w)
}
print(history)  // expect: [[1.0, 0.0], [3.0, 0.0], [6.0, 0.0]]
