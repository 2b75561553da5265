// tier: 1
// Members that a type does not have.
let list = [1, 2]
print(list.length)  // error: length
print(list.size())  // error: size
print(3.foo)  // error: foo
struct P { var x = 1 }
print(P().z)  // error: z
print(P(y: 2))  // error: y
let t = (1, 2)
print(t.5)  // error: 5
print("abc"[0])  // error: Int
