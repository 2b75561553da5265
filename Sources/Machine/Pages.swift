/// Memory of a snapshot. Pages that have not changed since an older snapshot are shared with it, so that many snapshots
/// of a large heap take little more than what changes between them.
struct Pages {
    static let size = 4096

    /// Counts the bytes of all pages of a machine's snapshots.
    final class Account {
        var bytes = 0
    }

    private final class Page {
        let bytes: UnsafeMutableRawPointer
        let account: Account

        init(copying source: UnsafeRawPointer, _ count: Int, _ account: Account) {
            bytes = .allocate(byteCount: Pages.size, alignment: 16)
            bytes.copyMemory(from: source, byteCount: count)
            self.account = account
            account.bytes += Pages.size
        }

        deinit {
            account.bytes -= Pages.size
            bytes.deallocate()
        }
    }

    private var pages: [Page] = []
    let byteCount: Int

    /// Copies memory; O(bytes), and allocates only for what differs from the older copy.
    init(copying source: UnsafeRawPointer, _ byteCount: Int, sharing older: Pages?, _ account: Account) {
        self.byteCount = byteCount
        pages.reserveCapacity(byteCount / Self.size + 1)
        var start = 0
        while start < byteCount {
            let count = min(Self.size, byteCount - start)
            let index = pages.count
            if let older, index < older.pages.count, older.byteCount - start >= count,
                Self.areSame(older.pages[index].bytes, source + start, count)
            {
                pages.append(older.pages[index])
            } else {
                pages.append(Page(copying: source + start, count, account))
            }
            start += count
        }
    }

    func copy(to target: UnsafeMutableRawPointer) {
        var start = 0
        for page in pages {
            let count = min(Self.size, byteCount - start)
            (target + start).copyMemory(from: page.bytes, byteCount: count)
            start += count
        }
    }

    private static func areSame(_ a: UnsafeRawPointer, _ b: UnsafeRawPointer, _ count: Int) -> Bool {
        var index = 0
        while index + 64 <= count {
            let first = (a + index).loadUnaligned(as: SIMD8<UInt64>.self)
            if first != (b + index).loadUnaligned(as: SIMD8<UInt64>.self) { return false }
            index += 64
        }
        while index < count {
            if a.load(fromByteOffset: index, as: UInt8.self) != b.load(fromByteOffset: index, as: UInt8.self) {
                return false
            }
            index += 1
        }
        return true
    }
}
