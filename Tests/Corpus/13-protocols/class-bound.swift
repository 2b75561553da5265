// tier: 2
// A protocol for classes only: its extensions change the instance, whatever holds it.
protocol Account: AnyObject {
    var balance: Double { get set }
}
protocol Limited: Account {
    var limit: Double { get }
}
extension Account {
    func deposit(_ amount: Double) { balance += amount }
}
extension Limited {
    func withdraw(_ amount: Double) -> Bool {
        if balance - amount < -limit { return false }
        balance -= amount
        return true
    }
}
final class Purse: Limited {
    var balance: Double
    let limit: Double
    init(_ balance: Double?, limit: Double? = nil) {
        self.balance = balance ?? 0
        self.limit = limit ?? 10
    }
}
let purse = Purse(nil)
purse.deposit(5)
print(purse.balance, purse.withdraw(20), purse.withdraw(12), purse.balance)  // expect: 5.0 false true -7.0
let account: any Account = purse
account.balance = 100
account.deposit(1)
print(purse.balance)  // expect: 101.0
func empty<A: Account>(_ account: A) { account.balance = 0 }
empty(purse)
print(account.balance)  // expect: 0.0
