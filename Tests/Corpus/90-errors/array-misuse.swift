// tier: 1
// Arrays are indexed by Int, and have the members that they have.
var arr = [1, 2, 3]
arr["a"]  // error: String is not RangeExpression
arr.foo()  // error: [Int] has no member `foo`
arr[0] = "x"  // error: the type of this cannot
