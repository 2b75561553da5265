// tier: 2
// Any, is, as?, as!, and what type(of:) says.
let things: [Any] = [1, 2.5, "three", [4], true]
for thing in things {
    if let n = thing as? Int {
        print("Int \(n)")
    } else if thing is Double {
        print("Double")
    } else if let s = thing as? String {
        print("String \(s.count)")
    } else {
        print("other")
    }
}
// expect: Int 1
// expect: Double
// expect: String 5
// expect: other
// expect: other
print(things[0] as! Int + 1)  // expect: 2
print(type(of: 1), type(of: 1.5), type(of: "a"), type(of: [1]), type(of: (1, "a")))  // expect: Int Double String Array<Int> (Int, String)
print(things.compactMap { $0 as? Double })  // expect: [2.5]
let x: Any = 5
print(x)  // expect: 5
let d = 1 as Double
print(d)  // expect: 1.0
