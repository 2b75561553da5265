// tier: 2
// A private property makes the memberwise initialiser private; a constant is not computed; an alias names a type.
struct Vault {
    var owner: String
    private var code = 0
    init(owner: String) { self.owner = owner }
}
struct Box {
    var width: Int
    private var secret = 1
    var area: Int { width * secret }
}
let vault = Vault(owner: "Ann")
let box = Box(width: 1, secret: 2)  // error: `init` is private to Box
struct Circle {
    let area: Double { 3.14 }  // error: a computed property cannot be a `let`
}
typealias Money = Currency  // error: there is no type `Currency` here
