/// Numbers in memory of their own, which a network uses again from pass to pass.
final class Buffer {
    // Read in every inner step: exclusivity is kept by the network, which runs one pass at a time.
    @exclusivity(unchecked) private(set) var start: UnsafeMutablePointer<Double>
    @exclusivity(unchecked) private(set) var count = 0
    @exclusivity(unchecked) private var capacity: Int

    init(count: Int = 0) {
        capacity = max(count, 1)
        start = .allocate(capacity: capacity)
        self.count = count
        start.initialize(repeating: 0, count: capacity)
    }

    deinit { start.deallocate() }

    /// Makes it `count` numbers long; what it holds is unspecified where the count changes.
    @inline(__always)
    func resize(_ count: Int) {
        if count != self.count { change(count) }
    }

    private func change(_ count: Int) {
        if count > capacity {
            start.deallocate()
            capacity = count
            start = .allocate(capacity: count)
            start.initialize(repeating: 0, count: count)
        }
        self.count = count
    }

    func fill(_ value: Double) { start.update(repeating: value, count: count) }

    /// Makes it as long as another, with the same numbers.
    func assign(_ other: Buffer) {
        resize(other.count)
        start.update(from: other.start, count: count)
    }

    func assign(_ values: [Double]) {
        resize(values.count)
        values.withUnsafeBufferPointer { if let first = $0.baseAddress { start.update(from: first, count: count) } }
    }

    var values: [Double] { Buffer.array(start, count) }

    static func array(_ start: UnsafePointer<Double>, _ count: Int) -> [Double] {
        [Double](UnsafeBufferPointer(start: start, count: count))
    }
}
