// tier: 1
// A computed property without set.
struct Temp { var c: Double; var f: Double { c * 2 } }
var t = Temp(c: 1)
t.f = 5  // error: `f` cannot be changed: it
