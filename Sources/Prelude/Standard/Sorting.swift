extension StandardLibrary {
    /// A natural merge sort that asks `areInIncreasingOrder` the same questions in the same order as the real library's, so
    /// that a comparison that counts, prints or is no true order has the same effects.
    static let sorting = #"""
        extension Array {
            mutating func _sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
                let count = self.count
                let minimumRun = _minimumRunLength(count)
                if count <= minimumRun {
                    if count > 1 { try _insertionSort(0, 1, count, areInIncreasingOrder) }
                    return
                }
                // Where the runs start that are sorted and not merged yet.
                var starts: [Int] = []
                var start = 0
                while start < count {
                    var end = try _nextRun(start, areInIncreasingOrder)
                    if end < count && end - start < minimumRun {
                        let longer = _lesser(count, start + minimumRun)
                        try _insertionSort(start, end, longer, areInIncreasingOrder)
                        end = longer
                    }
                    starts.append(start)
                    try _mergeTopRuns(&starts, end, areInIncreasingOrder)
                    start = end
                }
                while starts.count > 1 { try _mergeRuns(&starts, starts.count - 1, count, areInIncreasingOrder) }
            }

            /// Between 32 and 64 for long arrays, so that the number of runs is a power of two or a little less.
            func _minimumRunLength(_ count: Int) -> Int {
                if count < 64 { return count }
                var shift = 0
                while (count >> shift) >= 64 { shift += 1 }
                return (count >> shift) + (count & ((1 << shift) - 1) == 0 ? 0 : 1)
            }

            /// Moves each of the elements at `sortedEnd ..< end` down to its place.
            mutating func _insertionSort(
                _ start: Int, _ sortedEnd: Int, _ end: Int,
                _ areInIncreasingOrder: (Element, Element) throws -> Bool
            ) rethrows {
                var next = sortedEnd
                while next < end {
                    var i = next
                    while i > start {
                        if !(try areInIncreasingOrder(self[i], self[i - 1])) { break }
                        swapAt(i, i - 1)
                        i -= 1
                    }
                    next += 1
                }
            }

            /// The end of the run that begins at `start`; a descending one is reversed.
            mutating func _nextRun(
                _ start: Int, _ areInIncreasingOrder: (Element, Element) throws -> Bool
            ) rethrows -> Int {
                var end = start + 1
                if end >= count { return end }
                let isDescending = try areInIncreasingOrder(self[end], self[start])
                end += 1
                while end < count, isDescending == (try areInIncreasingOrder(self[end], self[end - 1])) { end += 1 }
                if isDescending {
                    var low = start
                    var high = end - 1
                    while low < high {
                        swapAt(low, high)
                        low += 1
                        high -= 1
                    }
                }
                return end
            }

            /// Merges until each run is longer than the next, and than the next two together.
            mutating func _mergeTopRuns(
                _ starts: inout [Int], _ end: Int, _ areInIncreasingOrder: (Element, Element) throws -> Bool
            ) rethrows {
                while starts.count > 1 {
                    let top = starts.count - 1
                    let c = end - starts[top]
                    let b = starts[top] - starts[top - 1]
                    let a = top >= 2 ? starts[top - 1] - starts[top - 2] : Int.max
                    let beforeA = top >= 3 ? starts[top - 2] - starts[top - 3] : Int.max
                    if (top >= 3 && beforeA <= a + b) || (top >= 2 && a <= b + c) {
                        try _mergeRuns(&starts, a < c ? top - 1 : top, end, areInIncreasingOrder)
                    } else if b <= c {
                        try _mergeRuns(&starts, top, end, areInIncreasingOrder)
                    } else {
                        return
                    }
                }
            }

            /// Merges run `i` into the one before it; the shorter of the two is set aside.
            mutating func _mergeRuns(
                _ starts: inout [Int], _ i: Int, _ end: Int,
                _ areInIncreasingOrder: (Element, Element) throws -> Bool
            ) rethrows {
                let low = starts[i - 1]
                let middle = starts[i]
                let high = i + 1 < starts.count ? starts[i + 1] : end
                if middle - low < high - middle {
                    try _mergeUpwards(low, middle, high, areInIncreasingOrder)
                } else {
                    try _mergeDownwards(low, middle, high, areInIncreasingOrder)
                }
                starts.remove(at: i)
            }
            mutating func _mergeUpwards(
                _ low: Int, _ middle: Int, _ high: Int, _ areInIncreasingOrder: (Element, Element) throws -> Bool
            ) rethrows {
                let aside = _copy(low, middle)
                var next = 0
                var source = middle
                var target = low
                // Also when the comparison throws: no element is lost.
                defer {
                    while next < aside.count {
                        self[target] = aside[next]
                        target += 1
                        next += 1
                    }
                }
                while next < aside.count && source < high {
                    if try areInIncreasingOrder(self[source], aside[next]) {
                        self[target] = self[source]
                        source += 1
                    } else {
                        self[target] = aside[next]
                        next += 1
                    }
                    target += 1
                }
            }
            mutating func _mergeDownwards(
                _ low: Int, _ middle: Int, _ high: Int, _ areInIncreasingOrder: (Element, Element) throws -> Bool
            ) rethrows {
                let aside = _copy(middle, high)
                var remaining = aside.count
                var source = middle
                var target = high
                defer {
                    while remaining > 0 {
                        remaining -= 1
                        target -= 1
                        self[target] = aside[remaining]
                    }
                }
                while remaining > 0 && source > low {
                    if try areInIncreasingOrder(aside[remaining - 1], self[source - 1]) {
                        source -= 1
                        target -= 1
                        self[target] = self[source]
                    } else {
                        remaining -= 1
                        target -= 1
                        self[target] = aside[remaining]
                    }
                }
            }
        }
        """#
}
