// tier: 1
// A constant stays as it is.
let a = 1
a = 2  // error: a
let list = [1, 2]
list[0] = 5  // error: list
list.append(3)  // error: list
func f(_ n: Int) {
    n += 1  // error: n
}
for i in 0..<3 {
    i = 5  // error: i
}
struct P { let x = 1; var y = 2 }
var p = P()
p.x = 3  // error: x
let q = P()
q.y = 3  // error: q
