// tier: 1
// What is returned has the declared type.
func a() -> Int { "1" }  // error: Int
func b() -> Int { return 1.5 }  // error: Int
func c() { return 3 }  // error: return
func d() -> Int { return }  // error: return
func e() -> [Double] { [1, "2"] }  // error: type
let f: (Int) -> Int = { "\($0)" }  // error: Int
