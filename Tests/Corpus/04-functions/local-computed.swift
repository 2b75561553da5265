// tier: 2
// Computed variables inside functions see what is around them.
func f() {
    var x = 1
    var y: Int { x * 2 }
    var z: Int {
        get { x }
        set { x = newValue }
    }
    x = 5
    print(y)
    z = 9
    print(x, y)
    z += 1
    print(x)
}
f()
// expect: 10
// expect: 9 18
// expect: 10
var top = 3
var comp: Int {
    get { top + 1 }
    set { top = newValue }
}
comp = 10
print(top, comp)  // expect: 10 11
