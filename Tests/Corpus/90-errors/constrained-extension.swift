// tier: 2
// An extension of arrays of Int is not for arrays of String.
extension Array where Element == Int { func sumAll() -> Int { reduce(0, +) } }
print(["a"].sumAll())  // error: `sumAll` cannot be called with
