// tier: 2
// A type inside a generic one has that one's parameters; its name alone means it with those at hand.
final class Cache<Key: Hashable, Value> {
    final class Entry {
        let key: Key
        var value: Value
        init(_ key: Key, _ value: Value) {
            self.key = key
            self.value = value
        }
    }
    struct Pair<Other> {
        var first: Key
        var second: Other
    }
    private var entries = [Key: Entry]()
    private(set) var order = [Entry]()
    func store(_ value: Value, at key: Key) {
        let entry = Entry(key, value)
        entries[key] = entry
        order.append(entry)
    }
    func pairs() -> [Pair<Int>] { order.indices.map { Pair(first: order[$0].key, second: $0) } }
    subscript(key: Key) -> Value? { entries[key]?.value }
}
let cache = Cache<String, Double>()
cache.store(0.5, at: "w")
cache.store(2, at: "b")
print(cache["w"] ?? 0, cache["z"] ?? -1, cache.order.map { $0.key })  // expect: 0.5 -1.0 ["w", "b"]
print(cache.pairs().map { "\($0.first)\($0.second)" })  // expect: ["w0", "b1"]
