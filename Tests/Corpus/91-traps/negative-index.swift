// tier: 1
// There is nothing before the first element.
let a = [1, 2, 3]
var i = 1
i -= 2
print(i)  // expect: -1
print(a[i])  // trap: index
