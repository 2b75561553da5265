// tier: 1
// An index outside the array.
let a = [10, 20, 30]
for i in 0...3 {
    print(a[i])  // trap: index
}
// expect: 10
// expect: 20
// expect: 30
