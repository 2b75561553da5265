// tier: 2
// An optional inside Any is opened by a cast.
let o: Int? = 5
let y: Any = o as Any
print(y is Int, y is String)  // expect: true false
if let z = y as? Int { print(z) }  // expect: 5
switch y {
case let i as Int: print("int", i)
default: print("other")
}  // expect: int 5
let n: Any = Optional<Int>.none as Any
print(n as? Int as Any, n is Int)  // expect: nil false
let list: Any = [1, 2]
print(list as? [Int] as Any, list is [String])  // expect: Optional([1, 2]) false
