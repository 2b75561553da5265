// tier: 2
// Errors with payloads, thrown, matched and caught one by one.
enum BankError: Error {
    case insufficientFunds(needed: Double)
    case accountNotFound(id: Int)
    case invalidAmount
}
class Account {
    let id: Int
    private(set) var balance: Double
    var history = [String]()
    init(id: Int, balance: Double = 0) {
        self.id = id
        self.balance = balance
    }
    func deposit(_ amount: Double) throws {
        guard amount > 0 else { throw BankError.invalidAmount }
        balance += amount
        history.append("+\(amount)")
    }
    func withdraw(_ amount: Double) throws {
        guard amount > 0 else { throw BankError.invalidAmount }
        guard balance >= amount else { throw BankError.insufficientFunds(needed: amount - balance) }
        balance -= amount
        history.append("-\(amount)")
    }
}
class Bank {
    private var accounts: [Int: Account] = [:]
    func open(_ id: Int, _ b: Double) { accounts[id] = Account(id: id, balance: b) }
    subscript(id: Int) -> Account? { accounts[id] }
    func transfer(from a: Int, to b: Int, amount: Double) throws {
        guard let from = accounts[a] else { throw BankError.accountNotFound(id: a) }
        guard let to = accounts[b] else { throw BankError.accountNotFound(id: b) }
        try from.withdraw(amount)
        defer { print("transfer attempt done") }
        try to.deposit(amount)
    }
}
let bank = Bank()
bank.open(1, 100)
bank.open(2, 50.5)
for (a, b, m) in [(1, 2, 30.0), (1, 3, 10), (2, 1, 500), (1, 2, -4)] {
    do {
        try bank.transfer(from: a, to: b, amount: m)
        print("ok")
    } catch BankError.insufficientFunds(let n) { print("need \(n) more") } catch BankError.accountNotFound(let id)
        where id > 2
    { print("no account \(id)") } catch let e as BankError { print("bank error: \(e)") } catch { print("?") }
}
// expect: transfer attempt done
// expect: ok
// expect: no account 3
// expect: need 419.5 more
// expect: bank error: invalidAmount
print(bank[1]!.balance, bank[2]?.balance as Any, bank[9]?.balance as Any)  // expect: 70.0 Optional(80.5) nil
print(bank[1]!.history)  // expect: ["-30.0"]
