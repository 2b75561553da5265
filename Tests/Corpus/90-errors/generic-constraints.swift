// tier: 2
// Both arguments of one parameter have one type that fits.
func gen<T: Comparable>(_ a: T, _ b: T) -> T { a > b ? a : b }
gen(1, "a")  // error: the type of this cannot
gen([1], [2])  // error: [Int] is not Comparable
