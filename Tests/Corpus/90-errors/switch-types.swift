// tier: 1
// A case has the type of the value that is switched over.
let n = 3
switch n {
case "a": print("no")  // error: String
case 1.5: print("no")  // error: Double
default: break
}
switch n {
case 1:  // error: statement
default: print("rest")
}
