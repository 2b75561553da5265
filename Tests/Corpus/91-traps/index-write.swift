// tier: 1
// Writing outside an array, deep inside another one.
var rows = [[1.0, 2.0], [3.0]]
rows[1][0] += 1
print(rows)  // expect: [[1.0, 2.0], [4.0]]
rows[1][1] = 1  // trap: index
