// tier: 1
// A parameter that the function changes for its caller.
func double(_ n: inout Int) { n *= 2 }
var n = 4
double(&n)
print(n)  // expect: 8
func shift(_ row: inout [Double], by amount: Double) {
    for i in row.indices { row[i] += amount }
}
var rows = [[1.0, 2], [3, 4]]
shift(&rows[1], by: 0.5)
print(rows)  // expect: [[1.0, 2.0], [3.5, 4.5]]
func exchange(_ a: inout Int, _ b: inout Int) {
    let old = a
    a = b
    b = old
}
var x = 1, y = 2
exchange(&x, &y)
swap(&x, &y)
exchange(&x, &y)
print(x, y)  // expect: 2 1
struct Layer { var weights = [0.0, 0.0]; var bias = 0.0 }
var layer = Layer()
func nudge(_ w: inout Double) { w -= 0.25 }
nudge(&layer.bias)
nudge(&layer.weights[1])
print(layer.bias, layer.weights)  // expect: -0.25 [0.0, -0.25]
func twice(_ v: inout Int) {
    double(&v)
    double(&v)
}
twice(&n)
print(n)  // expect: 32
var pair = (1, 2)
double(&pair.0)
print(pair)  // expect: (2, 2)
var list = [1, 2, 3]
double(&list[list.count - 1])
print(list)  // expect: [1, 2, 6]
