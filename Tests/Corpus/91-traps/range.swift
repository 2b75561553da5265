// tier: 1
// A range whose end lies before its start.
func count(_ n: Int) -> Int {
    (1...n).count  // trap: range
}
print(count(3))  // expect: 3
print(count(-1))
