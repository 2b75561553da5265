// tier: 2
// Structs, enums, errors and dictionaries together.
enum BankError: Error { case unknown(String), short(by: Int) }
struct Bank {
    private var accounts: [String: Int] = [:]
    mutating func deposit(_ amount: Int, to name: String) { accounts[name, default: 0] += amount }
    mutating func move(_ amount: Int, from a: String, to b: String) throws {
        guard let balance = accounts[a] else { throw BankError.unknown(a) }
        guard balance >= amount else { throw BankError.short(by: amount - balance) }
        accounts[a]! -= amount
        deposit(amount, to: b)
    }
    var report: String { accounts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ") }
}
var bank = Bank()
bank.deposit(100, to: "ada")
for (amount, from) in [(30, "ada"), (500, "ada"), (1, "eve")] {
    do {
        try bank.move(amount, from: from, to: "bob")
        print("moved \(amount)")
    } catch BankError.short(let missing) {
        print("short by \(missing)")
    } catch BankError.unknown(let who) {
        print("nobody called \(who)")
    }
}
// expect: moved 30
// expect: short by 430
// expect: nobody called eve
print(bank.report)  // expect: ada=70, bob=30
