// tier: 2
// defer runs at the end of its scope, last one first, however the scope is left.
func work(_ stop: Bool) -> Int {
    defer { print("first deferred") }
    defer { print("second deferred") }
    print("start")
    if stop { return 1 }
    defer { print("third deferred") }
    print("end")
    return 2
}
print(work(true))
// expect: start
// expect: second deferred
// expect: first deferred
// expect: 1
print(work(false))
// expect: start
// expect: end
// expect: third deferred
// expect: second deferred
// expect: first deferred
// expect: 2
for i in 0..<2 {
    defer { print("leaving", i) }
    if i == 0 { continue }
    print("at", i)
}
// expect: leaving 0
// expect: at 1
// expect: leaving 1
var n = 0
func next() -> Int {
    defer { n += 1 }
    return n
}
print(next(), next(), n)  // expect: 0 1 2
