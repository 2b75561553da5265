// tier: 1
// Arrays are indexed by Int, and have the members that they have.
var arr = [1, 2, 3]
arr["a"]  // error: this is a String, and an Int is needed here
arr.foo()  // error: [Int] has no member `foo`
arr[0] = "x"  // error: the type of this cannot
