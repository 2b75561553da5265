// tier: 2
// An inventory with errors that describe themselves.
struct Product: Hashable {
    let sku: String
    var name: String
    var price: Double
    var qty: Int
}
final class Inventory {
    private var items: [String: Product] = [:]
    enum InventoryError: Error, CustomStringConvertible {
        case outOfStock(String)
        case unknown(sku: String)
        var description: String {
            switch self {
            case .outOfStock(let n): return "\(n) is out of stock"
            case .unknown(let s): return "no sku \(s)"
            }
        }
    }
    func add(_ p: Product) { items[p.sku, default: p].qty += items[p.sku] == nil ? 0 : p.qty }
    func remove(_ sku: String, count: Int = 1) throws -> Product {
        guard var p = items[sku] else { throw InventoryError.unknown(sku: sku) }
        guard p.qty >= count else { throw InventoryError.outOfStock(p.name) }
        p.qty -= count
        items[sku] = p
        return p
    }
    var total: Double { items.values.reduce(0) { $0 + $1.price * Double($1.qty) } }
    var report: [String] {
        items.values.sorted { $0.sku < $1.sku }.map { "\($0.sku): \($0.name) x\($0.qty) @ \($0.price)" }
    }
}
let inv = Inventory()
inv.add(Product(sku: "A1", name: "Widget", price: 2.5, qty: 10))
inv.add(Product(sku: "B2", name: "Gadget", price: 10, qty: 1))
inv.add(Product(sku: "A1", name: "Widget", price: 2.5, qty: 5))
inv.report.forEach { print($0) }
// expect: A1: Widget x15 @ 2.5
// expect: B2: Gadget x1 @ 10.0
print(inv.total)  // expect: 47.5
for (sku, n) in [("A1", 3), ("B2", 2), ("Z", 1)] {
    do {
        let p = try inv.remove(sku, count: n)
        print("left", p.qty)
    } catch { print("Error: \(error)") }
}
// expect: left 12
// expect: Error: Gadget is out of stock
// expect: Error: no sku Z
