// tier: 1
// An index out of range inside a function.
let a = [1, 2, 3]
print(a[1])  // expect: 2
func get(_ i: Int) -> Int { a[i] }  // trap: index 5 is outside
print(get(5))
