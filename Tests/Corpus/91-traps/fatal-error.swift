// tier: 1
// fatalError never returns, so nothing need follow it.
func pick(_ n: Int) -> String {
    switch n {
    case 1: return "one"
    default: fatalError("no word for \(n)")  // trap: no word for 2
    }
}
print(pick(1))  // expect: one
print(pick(2))
