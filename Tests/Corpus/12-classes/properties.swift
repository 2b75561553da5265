// tier: 2
// Computed, observed, lazy and static properties of a class; access levels; weak references.
final class Account {
    static var count = 0
    private(set) var balance = 0 {
        didSet { if balance != oldValue { print("\(oldValue) -> \(balance)") } }
    }
    lazy var history: [Int] = {
        print("history made")
        return []
    }()
    var isEmpty: Bool { balance == 0 }
    init() { Account.count += 1 }
    func add(_ n: Int) {
        balance += n
        history.append(n)
    }
}
let account = Account()
account.add(5)
// expect: 0 -> 5
// expect: history made
account.add(0)
account.add(2)  // expect: 5 -> 7
print(account.balance, account.history, account.isEmpty, Account.count)  // expect: 7 [5, 0, 2] false 1
final class Parent {
    var child: Child?
}
final class Child {
    weak var parent: Parent?
    init(_ parent: Parent) { self.parent = parent }
}
var parent: Parent? = Parent()
let child = Child(parent!)
parent!.child = child
print(child.parent != nil)  // expect: true
parent = nil
print(child.parent == nil)  // expect: true
class Grid {
    var cells = [1, 2, 3]
    subscript(i: Int) -> Int {
        get { cells[i] }
        set { cells[i] = newValue }
    }
}
let grid = Grid()
grid[0] += 10
grid.cells.append(4)
print(grid[0], grid.cells)  // expect: 11 [11, 2, 3, 4]
// skip wasm: weak references keep their object: lifetimes are outside the promise
