protocol Container {
    associatedtype Item
    var count: Int { get }
    mutating func add(_ item: Item)
    func item(at index: Int) -> Item
}

struct Queue<Element>: Container {
    private var items: [Element] = []
    private var head = 0
    var count: Int { items.count - head }
    mutating func add(_ item: Element) { items.append(item) }
    func item(at index: Int) -> Element { items[head + index] }
    mutating func take() -> Element? {
        guard head < items.count else { return nil }
        let element = items[head]
        head += 1
        if head > 100 {
            items.removeFirst(head)
            head = 0
        }
        return element
    }
}

struct Heap<Element: Comparable> {
    private var items: [Element] = []
    var isEmpty: Bool { items.isEmpty }
    mutating func push(_ element: Element) {
        items.append(element)
        var child = items.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            if items[parent] <= items[child] { break }
            items.swapAt(parent, child)
            child = parent
        }
    }
    mutating func pop() -> Element? {
        guard !items.isEmpty else { return nil }
        items.swapAt(0, items.count - 1)
        let result = items.removeLast()
        var parent = 0
        while true {
            var least = parent
            let left = 2 * parent + 1
            if left < items.count && items[left] < items[least] { least = left }
            if left + 1 < items.count && items[left + 1] < items[least] { least = left + 1 }
            if least == parent { return result }
            items.swapAt(parent, least)
            parent = least
        }
    }
}

struct Pair<A: Comparable, B: Comparable>: Comparable {
    var first: A
    var second: B
    static func < (a: Pair, b: Pair) -> Bool {
        a.first == b.first ? a.second < b.second : a.first < b.first
    }
}

func total<C: Container>(_ container: C) -> Int where C.Item == Int {
    var sum = 0
    for index in 0..<container.count { sum += container.item(at: index) }
    return sum
}

func largest<T: Comparable>(_ values: [T]) -> T {
    var best = values[0]
    for value in values where value > best { best = value }
    return best
}

func run() -> Int {
    var queue = Queue<Int>()
    var sum = 0
    for i in 0..<200_000 {
        queue.add(i)
        if i % 2 == 1, let value = queue.take() { sum += value }
        if i % 5000 == 0 { sum += total(queue) }
    }
    var heap = Heap<Int>()
    var state = 3
    for _ in 0..<40_000 {
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        heap.push(state % 100_000)
    }
    var last = 0
    while let value = heap.pop() { last = (last * 3 + value) % 1_000_003 }
    var pairs = Heap<Pair<Int, Double>>()
    for _ in 0..<10_000 {
        state = (state * 1_103_515_245 + 12345) % 2_147_483_648
        pairs.push(Pair(first: state / 64 % 50, second: Double(state % 1000)))
    }
    while let pair = pairs.pop() { last = (last * 3 + pair.first + Int(pair.second)) % 1_000_003 }
    var best = 0
    let values = Array(0..<500)
    for _ in 0..<800 { best += largest(values) }
    return sum + last + best
}
print(run())
