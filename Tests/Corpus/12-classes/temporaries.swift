// tier: 2
// An object that only a condition, a subject or a loop's header needs is gone before the body runs.
final class Probe {
    let value: Int
    init(_ value: Int) { self.value = value }
    var positive: Int? { value > 0 ? value : nil }
    var all: [Int] { [value, value + 1] }
    deinit { print("gone", value) }
}

switch Probe(1).value {  // expect: gone 1
case 1: print("one")  // expect: one
default: print("other")
}
if let value = Probe(2).positive {  // expect: gone 2
    print("positive", value)  // expect: positive 2
}
if case 3 = Probe(3).value {  // expect: gone 3
    print("three")  // expect: three
}
func check() {
    guard let value = Probe(4).positive else { return }  // expect: gone 4
    print("guarded", value)  // expect: guarded 4
}
check()
for value in Probe(5).all {  // expect: gone 5
    print("in", value)
}
// expect: in 5
// expect: in 6
for value in 0..<Probe(1).value {  // expect: gone 1
    print("below", value)  // expect: below 0
}

// A subject that is the object itself stays until the end.
switch Probe(7) {
case let probe: print("whole", probe.value)  // expect: whole 7
}
// expect: gone 7
