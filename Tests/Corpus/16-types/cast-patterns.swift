// tier: 2
// A value with `as` in a pattern: a test of the type, then of the value.
let things: [Any] = [0, 0.0, 42, "hi", 3.5]
for thing in things {
    switch thing {
    case 0 as Int: print("zero, an Int")
    case 0 as Double: print("zero, a Double")
    case let text as String: print("text \(text)")
    default: print("something else")
    }
}
// expect: zero, an Int
// expect: zero, a Double
// expect: something else
// expect: text hi
// expect: something else
