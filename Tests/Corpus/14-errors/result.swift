// tier: 2
// Result: an outcome as a value.
enum Problem: Error { case tooBig(Int) }
func check(_ n: Int) -> Result<Int, Problem> { n > 10 ? .failure(.tooBig(n)) : .success(n) }
switch check(3) {
case .success(let n): print("fine", n)  // expect: fine 3
case .failure(let p): print("bad", p)
}
if case .failure(.tooBig(let n)) = check(20) { print("too big", n) }  // expect: too big 20
print(check(4).map { $0 * 2 })  // expect: success(8)
do {
    print(try check(5).get())  // expect: 5
    print(try check(50).get())
} catch {
    print("caught \(error)")  // expect: caught tooBig(50)
}
print(Result<Int, Problem> { 7 })  // expect: success(7)
// skip wasm: a catch does not narrow its error to the type that is thrown
