// tier: 2
// private members stay inside their type.
struct Account {
    private var balance = 0
    private(set) var name = "a"
    mutating func add(_ n: Int) { balance += n }
}
var a = Account()
a.add(1)
print(a.balance)  // error: private
a.name = "b"  // error: name
