// tier: 2
// try! promises that nothing is thrown.
enum Problem: Error { case bad }
func risky(_ n: Int) throws -> Int {
    if n > 1 { throw Problem.bad }
    return n
}
print(try! risky(1))  // expect: 1
print(try! risky(2))  // trap: bad
