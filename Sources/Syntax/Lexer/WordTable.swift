/// Finds the word that some bytes spell: open addressing over the first sixteen bytes as two integers.
struct WordTable {
    private struct Entry {
        var low: UInt64
        var high: UInt64
        var word: Word
        var isReserved: Bool
    }
    private var entries: [Entry]
    private static let size = 1024
    static let longest = 16

    static let shared = WordTable()

    private init() {
        let empty = Entry(low: 0, high: 0, word: .none, isReserved: false)
        entries = [Entry](repeating: empty, count: WordTable.size)
        var isReserved = true
        for word in Word.allCases where word != .none {
            var low: UInt64 = 0
            var high: UInt64 = 0
            var index = 0
            for byte in word.rawValue.utf8 {
                if index < 8 {
                    low |= UInt64(byte) << UInt64(8 * index)
                } else {
                    high |= UInt64(byte) << UInt64(8 * (index - 8))
                }
                index += 1
            }
            var slot = WordTable.slot(low, high)
            while entries[slot].low != 0 { slot = (slot + 1) & (WordTable.size - 1) }
            entries[slot] = Entry(low: low, high: high, word: word, isReserved: isReserved)
            if word == .where { isReserved = false }
        }
    }

    @inline(__always)
    private static func slot(_ low: UInt64, _ high: UInt64) -> Int {
        let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
        return Int(truncatingIfNeeded: mixed >> 54)
    }

    /// `.none` where the bytes, at most sixteen, spell no word.
    func find(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> (word: Word, isReserved: Bool) {
        var low: UInt64 = 0
        var high: UInt64 = 0
        let middle = min(upper, lower + 8)
        var index = middle
        while index > lower {
            index -= 1
            low = low << 8 | UInt64(bytes[index])
        }
        index = upper
        while index > middle {
            index -= 1
            high = high << 8 | UInt64(bytes[index])
        }
        var slot = WordTable.slot(low, high)
        while true {
            let found = entries[slot].low
            if found == 0 { return (.none, false) }
            if found == low && entries[slot].high == high { return (entries[slot].word, entries[slot].isReserved) }
            slot = (slot + 1) & (WordTable.size - 1)
        }
    }
}
