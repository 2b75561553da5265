extension StandardLibrary {
    static let collections = #"""
        protocol Collection: Sequence {
            associatedtype Index: Comparable
            associatedtype SubSequence: Collection = Slice<Self>
            where SubSequence.Element == Element, SubSequence.Index == Index
            var startIndex: Index { get }
            var endIndex: Index { get }
            var isEmpty: Bool { get }
            var count: Int { get }
            subscript(position: Index) -> Element { get }
            subscript(bounds: Range<Index>) -> SubSequence { get }
            func index(after i: Index) -> Index
            func index(_ i: Index, offsetBy distance: Int) -> Index
            func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index?
            func distance(from start: Index, to end: Index) -> Int
        }

        struct IndexingIterator<Elements: Collection>: IteratorProtocol, Sequence {
            let _elements: Elements
            var _position: Elements.Index
            mutating func next() -> Elements.Element? {
                if _position == _elements.endIndex { return nil }
                let element = _elements[_position]
                _position = _elements.index(after: _position)
                return element
            }
        }

        extension Collection {
            func makeIterator() -> IndexingIterator<Self> {
                IndexingIterator(_elements: self, _position: startIndex)
            }
            subscript(bounds: Range<Index>) -> Slice<Self> { Slice(base: self, bounds: bounds) }
            subscript<R: RangeExpression>(r: R) -> SubSequence where R.Bound == Index { self[r.relative(to: self)] }
            subscript(x: UnboundedRange) -> SubSequence { self[startIndex..<endIndex] }
            var underestimatedCount: Int { count }
            var isEmpty: Bool { startIndex == endIndex }
            var count: Int { distance(from: startIndex, to: endIndex) }
            var first: Element? { isEmpty ? nil : self[startIndex] }
            var indices: DefaultIndices<Self> {
                DefaultIndices(_elements: self, startIndex: startIndex, endIndex: endIndex)
            }
            func index(_ i: Index, offsetBy distance: Int) -> Index {
                _precondition(distance >= 0, "Only BidirectionalCollections can be advanced by a negative amount")
                var i = i
                for _ in 0..<distance { i = index(after: i) }
                return i
            }
            func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
                _precondition(distance >= 0, "Only BidirectionalCollections can be advanced by a negative amount")
                var i = i
                for _ in 0..<distance {
                    if i == limit { return nil }
                    i = index(after: i)
                }
                return i
            }
            func formIndex(after i: inout Index) { i = index(after: i) }
            func formIndex(_ i: inout Index, offsetBy distance: Int) { i = index(i, offsetBy: distance) }
            func distance(from start: Index, to end: Index) -> Int {
                _precondition(start <= end, "Only BidirectionalCollections can have end come before start")
                var start = start
                var count = 0
                while start != end {
                    count += 1
                    start = index(after: start)
                }
                return count
            }

            func map<T>(_ transform: (Element) throws -> T) rethrows -> [T] {
                var result: [T] = []
                result.reserveCapacity(count)
                for element in self { result.append(try transform(element)) }
                return result
            }
            func firstIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
                var i = startIndex
                let end = endIndex
                while i != end {
                    if try predicate(self[i]) { return i }
                    i = index(after: i)
                }
                return nil
            }
            func prefix(_ maxLength: Int) -> SubSequence {
                _precondition(maxLength >= 0, "Can't take a prefix of negative length from a collection")
                return self[startIndex..<(index(startIndex, offsetBy: maxLength, limitedBy: endIndex) ?? endIndex)]
            }
            func prefix(upTo end: Index) -> SubSequence { self[startIndex..<end] }
            func prefix(through position: Index) -> SubSequence { prefix(upTo: index(after: position)) }
            func prefix(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
                self[startIndex..<(try _endOfPrefix(while: predicate))]
            }
            func _endOfPrefix(while predicate: (Element) throws -> Bool) rethrows -> Index {
                var end = startIndex
                while end != endIndex, try predicate(self[end]) { end = index(after: end) }
                return end
            }
            func suffix(_ maxLength: Int) -> SubSequence {
                _precondition(maxLength >= 0, "Can't take a suffix of negative length from a collection")
                return self[index(startIndex, offsetBy: _greater(0, count - maxLength))..<endIndex]
            }
            func suffix(from start: Index) -> SubSequence { self[start..<endIndex] }
            func dropFirst(_ k: Int = 1) -> SubSequence {
                _precondition(k >= 0, "Can't drop a negative number of elements from a collection")
                return self[(index(startIndex, offsetBy: k, limitedBy: endIndex) ?? endIndex)..<endIndex]
            }
            func dropLast(_ k: Int = 1) -> SubSequence {
                _precondition(k >= 0, "Can't drop a negative number of elements from a collection")
                return self[startIndex..<index(startIndex, offsetBy: _greater(0, count - k))]
            }
            func drop(while predicate: (Element) throws -> Bool) rethrows -> SubSequence {
                self[(try _endOfPrefix(while: predicate))..<endIndex]
            }
            func split(
                maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true,
                whereSeparator isSeparator: (Element) throws -> Bool
            ) rethrows -> [SubSequence] {
                _precondition(maxSplits >= 0, "Must take zero or more splits")
                var result: [SubSequence] = []
                var start = startIndex
                var end = start
                while end != endIndex && result.count < maxSplits {
                    if try isSeparator(self[end]) {
                        if start != end || !omittingEmptySubsequences { result.append(self[start..<end]) }
                        end = index(after: end)
                        start = end
                    } else {
                        end = index(after: end)
                    }
                }
                if start != endIndex || !omittingEmptySubsequences { result.append(self[start..<endIndex]) }
                return result
            }
            func randomElement<G: RandomNumberGenerator>(using generator: inout G) -> Element? {
                if isEmpty { return nil }
                return self[index(startIndex, offsetBy: Int.random(in: 0..<count, using: &generator))]
            }
            func randomElement() -> Element? {
                var generator = SystemRandomNumberGenerator()
                return randomElement(using: &generator)
            }
        }
        extension Collection where Element: Equatable {
            func firstIndex(of element: Element) -> Index? {
                var i = startIndex
                let end = endIndex
                while i != end {
                    if self[i] == element { return i }
                    i = index(after: i)
                }
                return nil
            }
            func split(
                separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
            ) -> [SubSequence] {
                split(
                    maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences,
                    whereSeparator: { $0 == separator })
            }
        }
        extension Collection where SubSequence == Self {
            mutating func popFirst() -> Element? {
                guard !isEmpty else { return nil }
                return removeFirst()
            }
            @discardableResult
            mutating func removeFirst() -> Element {
                _precondition(!isEmpty, "Can't remove items from an empty collection")
                let element = self[startIndex]
                self = self[index(after: startIndex)..<endIndex]
                return element
            }
            mutating func removeFirst(_ k: Int) {
                _precondition(k >= 0, "Number of elements to remove should be non-negative")
                guard let start = index(startIndex, offsetBy: k, limitedBy: endIndex) else {
                    _trap("Can't remove more items from a collection than it contains")
                }
                self = self[start..<endIndex]
            }
        }

        protocol BidirectionalCollection: Collection {
            func index(before i: Index) -> Index
        }
        extension BidirectionalCollection {
            func index(_ i: Index, offsetBy distance: Int) -> Index {
                var i = i
                if distance >= 0 {
                    for _ in 0..<distance { i = index(after: i) }
                } else {
                    for _ in 0..<(-distance) { i = index(before: i) }
                }
                return i
            }
            func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
                var i = i
                for _ in 0..<Int(distance.magnitude) {
                    if i == limit { return nil }
                    i = distance >= 0 ? index(after: i) : index(before: i)
                }
                return i
            }
            func distance(from start: Index, to end: Index) -> Int {
                var i = start
                var count = 0
                while i < end {
                    count += 1
                    i = index(after: i)
                }
                while i > end {
                    count -= 1
                    i = index(before: i)
                }
                return count
            }
            func formIndex(before i: inout Index) { i = index(before: i) }
            var last: Element? { isEmpty ? nil : self[index(before: endIndex)] }
            func last(where predicate: (Element) throws -> Bool) rethrows -> Element? {
                try lastIndex(where: predicate).map { self[$0] }
            }
            func lastIndex(where predicate: (Element) throws -> Bool) rethrows -> Index? {
                var i = endIndex
                while i != startIndex {
                    i = index(before: i)
                    if try predicate(self[i]) { return i }
                }
                return nil
            }
            func suffix(_ maxLength: Int) -> SubSequence {
                _precondition(maxLength >= 0, "Can't take a suffix of negative length from a collection")
                return self[(index(endIndex, offsetBy: -maxLength, limitedBy: startIndex) ?? startIndex)..<endIndex]
            }
            func dropLast(_ k: Int = 1) -> SubSequence {
                _precondition(k >= 0, "Can't drop a negative number of elements from a collection")
                return self[startIndex..<(index(endIndex, offsetBy: -k, limitedBy: startIndex) ?? startIndex)]
            }
            func reversed() -> ReversedCollection<Self> { ReversedCollection(_base: self) }
        }
        extension BidirectionalCollection where Element: Equatable {
            func lastIndex(of element: Element) -> Index? { lastIndex(where: { $0 == element }) }
        }
        extension BidirectionalCollection where SubSequence == Self {
            mutating func popLast() -> Element? {
                guard !isEmpty else { return nil }
                return removeLast()
            }
            @discardableResult
            mutating func removeLast() -> Element {
                let element = last!
                self = self[startIndex..<index(before: endIndex)]
                return element
            }
            mutating func removeLast(_ k: Int) {
                _precondition(k >= 0, "Number of elements to remove should be non-negative")
                guard let end = index(endIndex, offsetBy: -k, limitedBy: startIndex) else {
                    _trap("Can't remove more items from a collection than it contains")
                }
                self = self[startIndex..<end]
            }
        }

        protocol RandomAccessCollection: BidirectionalCollection {}
        extension RandomAccessCollection where Index == Int {
            var indices: Range<Int> { startIndex..<endIndex }
            func index(after i: Int) -> Int { i + 1 }
            func index(before i: Int) -> Int { i - 1 }
            func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
            func distance(from start: Int, to end: Int) -> Int { end - start }
        }
        extension RandomAccessCollection {
            func index(_ i: Index, offsetBy distance: Int, limitedBy limit: Index) -> Index? {
                let available = self.distance(from: i, to: limit)
                if distance > 0 ? available >= 0 && available < distance : available <= 0 && distance < available {
                    return nil
                }
                return index(i, offsetBy: distance)
            }
        }

        struct DefaultIndices<Elements: Collection>: Collection {
            typealias Element = Elements.Index
            typealias Index = Elements.Index
            typealias SubSequence = DefaultIndices<Elements>
            let _elements: Elements
            let startIndex: Elements.Index
            let endIndex: Elements.Index
            func index(after i: Elements.Index) -> Elements.Index { _elements.index(after: i) }
            subscript(position: Elements.Index) -> Elements.Index { position }
            subscript(bounds: Range<Elements.Index>) -> DefaultIndices<Elements> {
                DefaultIndices(_elements: _elements, startIndex: bounds.lowerBound, endIndex: bounds.upperBound)
            }
        }
        extension DefaultIndices: BidirectionalCollection where Elements: BidirectionalCollection {
            func index(before i: Elements.Index) -> Elements.Index { _elements.index(before: i) }
        }

        struct Slice<Base: Collection>: Collection {
            typealias Element = Base.Element
            typealias Index = Base.Index
            typealias SubSequence = Slice<Base>
            var _startIndex: Base.Index
            var _endIndex: Base.Index
            var _base: Base
            init(base: Base, bounds: Range<Base.Index>) {
                _base = base
                _startIndex = bounds.lowerBound
                _endIndex = bounds.upperBound
            }
            var base: Base { _base }
            var startIndex: Base.Index { _startIndex }
            var endIndex: Base.Index { _endIndex }
            func index(after i: Base.Index) -> Base.Index { _base.index(after: i) }
            func index(_ i: Base.Index, offsetBy distance: Int) -> Base.Index { _base.index(i, offsetBy: distance) }
            func distance(from start: Base.Index, to end: Base.Index) -> Int { _base.distance(from: start, to: end) }
            subscript(position: Base.Index) -> Base.Element {
                _precondition(_startIndex <= position && position < _endIndex, "Index out of range")
                return _base[position]
            }
            subscript(bounds: Range<Base.Index>) -> Slice<Base> {
                _precondition(_startIndex <= bounds.lowerBound && bounds.upperBound <= _endIndex, "Range out of bounds")
                return Slice(base: _base, bounds: bounds)
            }
        }
        extension Slice: BidirectionalCollection where Base: BidirectionalCollection {
            func index(before i: Base.Index) -> Base.Index { _base.index(before: i) }
        }
        extension Slice: RandomAccessCollection where Base: RandomAccessCollection {}

        struct ReversedCollection<Base: BidirectionalCollection>: BidirectionalCollection {
            typealias Element = Base.Element
            let _base: Base
            struct Index: Comparable {
                let base: Base.Index
                init(_ base: Base.Index) { self.base = base }
                static func == (lhs: Index, rhs: Index) -> Bool { lhs.base == rhs.base }
                static func < (lhs: Index, rhs: Index) -> Bool { lhs.base > rhs.base }
            }
            struct Iterator: IteratorProtocol {
                let _base: Base
                var _position: Base.Index
                mutating func next() -> Base.Element? {
                    if _position == _base.startIndex { return nil }
                    _position = _base.index(before: _position)
                    return _base[_position]
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base, _position: _base.endIndex) }
            var startIndex: Index { Index(_base.endIndex) }
            var endIndex: Index { Index(_base.startIndex) }
            var count: Int { _base.count }
            func index(after i: Index) -> Index { Index(_base.index(before: i.base)) }
            func index(before i: Index) -> Index { Index(_base.index(after: i.base)) }
            func index(_ i: Index, offsetBy distance: Int) -> Index { Index(_base.index(i.base, offsetBy: -distance)) }
            func distance(from start: Index, to end: Index) -> Int { _base.distance(from: end.base, to: start.base) }
            subscript(position: Index) -> Base.Element { _base[_base.index(before: position.base)] }
            func reversed() -> Base { _base }
        }
        extension ReversedCollection: RandomAccessCollection where Base: RandomAccessCollection {}
        """#
}
