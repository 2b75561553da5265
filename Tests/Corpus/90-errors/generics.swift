// tier: 2
// What a type parameter does not promise cannot be used.
func largest<T>(_ a: T, _ b: T) -> T { a > b ? a : b }  // error: T
func same<T: Equatable>(_ a: T, _ b: T) -> Bool { a == b }
_ = same(1, "x")  // error: type
struct P {}
_ = same(P(), P())  // error: Equatable
_ = [P()].sorted()  // error: Comparable
_ = [P()].contains(P())  // error: P
let s: Set<P> = []  // error: Hashable
