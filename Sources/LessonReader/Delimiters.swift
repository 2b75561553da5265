/// Where the closing delimiters of a region stand, found in one pass, so that no search runs over a byte twice.
struct Delimiters {
    private let region: Range<Int>
    /// The starts of the backtick runs of each length, and of all of them; ascending.
    private var runs: [Int: Queue] = [:]
    private var backticks = Queue()
    private var dollars = Queue()
    private var doubleDollars = Queue()

    /// Places in ascending order, asked for in ascending order.
    private struct Queue {
        var places: [Int] = []
        var next = 0

        mutating func first(from place: Int) -> Int? {
            while next < places.count, places[next] < place { next += 1 }
            return next < places.count ? places[next] : nil
        }
    }

    static func needsScan(_ bytes: [UInt8], _ region: Range<Int>) -> Bool {
        for index in region where bytes[index] == UInt8(ascii: "$") || bytes[index] == UInt8(ascii: "{") { return true }
        return false
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0 }

    static func isPunctuation(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }

    init(_ bytes: [UInt8], _ region: Range<Int>) {
        self.region = region
        var index = region.lowerBound
        // Whether an odd number of backslashes stands right before the index.
        var isEscaped = false
        while index < region.upperBound {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "`"):
                let start = index
                while index < region.upperBound, bytes[index] == byte { index += 1 }
                runs[index - start, default: Queue()].places.append(start)
                backticks.places.append(start)
                isEscaped = false
                continue
            case UInt8(ascii: "$"):
                if !isEscaped { addDollar(bytes, index) }
                isEscaped = false
            case UInt8(ascii: "\\"): isEscaped.toggle()
            default: isEscaped = false
            }
            index += 1
        }
    }

    private mutating func addDollar(_ bytes: [UInt8], _ index: Int) {
        let after = index + 1 < region.upperBound ? bytes[index + 1] : 0
        if after == UInt8(ascii: "$") { doubleDollars.places.append(index) }
        let hasSpace = index == region.lowerBound || Self.isSpace(bytes[index - 1])
        if !hasSpace, !(0x30...0x39).contains(after) { dollars.places.append(index) }
    }

    /// The end of the code span that a run of backticks opens.
    mutating func closer(ofBackticks length: Int, after place: Int) -> Int? {
        runs[length]?.first(from: place).map { $0 + length }
    }

    mutating func dollar(after place: Int) -> Int? { dollars.first(from: place) }

    mutating func doubleDollar(after place: Int) -> Int? { doubleDollars.first(from: place) }

    /// Whether a formula from one place to the other would swallow the start of code.
    mutating func hasBacktick(between place: Int, and end: Int) -> Bool {
        guard let backtick = backticks.first(from: place) else { return false }
        return backtick < end
    }
}
