// tier: 2
// A cache that forgets what was used longest ago: a dictionary and a doubly linked list.
final class Node<Key: Hashable, Value> {
    let key: Key
    var value: Value
    var prev: Node?
    var next: Node?
    init(key: Key, value: Value) {
        self.key = key
        self.value = value
    }
}
final class LRUCache<Key: Hashable, Value> {
    private let capacity: Int
    private var map: [Key: Node<Key, Value>] = [:]
    private var head: Node<Key, Value>?
    private var tail: Node<Key, Value>?
    init(capacity: Int) { self.capacity = capacity }
    var count: Int { map.count }
    func get(_ key: Key) -> Value? {
        guard let node = map[key] else { return nil }
        moveToFront(node)
        return node.value
    }
    func put(_ key: Key, _ value: Value) {
        if let node = map[key] {
            node.value = value
            moveToFront(node)
            return
        }
        let node = Node(key: key, value: value)
        map[key] = node
        addFirst(node)
        if map.count > capacity, let last = tail {
            remove(last)
            map[last.key] = nil
        }
    }
    private func addFirst(_ n: Node<Key, Value>) {
        n.next = head
        n.prev = nil
        head?.prev = n
        head = n
        if tail == nil { tail = n }
    }
    private func remove(_ n: Node<Key, Value>) {
        if n.prev != nil { n.prev!.next = n.next } else { head = n.next }
        if n.next != nil { n.next!.prev = n.prev } else { tail = n.prev }
        n.prev = nil
        n.next = nil
    }
    private func moveToFront(_ n: Node<Key, Value>) {
        guard head !== n else { return }
        remove(n)
        addFirst(n)
    }
    func keys() -> [Key] {
        var out: [Key] = []
        var cur = head
        while let c = cur {
            out.append(c.key)
            cur = c.next
        }
        return out
    }
}
let cache = LRUCache<String, Int>(capacity: 2)
cache.put("a", 1)
cache.put("b", 2)
print(cache.get("a") ?? -1)  // expect: 1
cache.put("c", 3)
print(cache.get("b") as Any)  // expect: nil
print(cache.keys(), cache.count)  // expect: ["c", "a"] 2
