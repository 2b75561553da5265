extension StandardLibrary {
    static let sequences = #"""
        protocol IteratorProtocol {
            associatedtype Element
            mutating func next() -> Element?
        }

        protocol Sequence {
            associatedtype Element
            associatedtype Iterator: IteratorProtocol where Iterator.Element == Element
            func makeIterator() -> Iterator
            var underestimatedCount: Int { get }
            /// Appends all elements: arrays do it at once.
            func _append(to array: inout [Element])
        }
        extension Sequence where Self: IteratorProtocol {
            func makeIterator() -> Self { self }
        }
        extension Sequence {
            var underestimatedCount: Int { 0 }
            func _append(to array: inout [Element]) {
                for element in self { array.append(element) }
            }

            func map<T>(_ transform: (Element) throws -> T) rethrows -> [T] {
                var result: [T] = []
                result.reserveCapacity(underestimatedCount)
                for element in self { result.append(try transform(element)) }
                return result
            }
            func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> [Element] {
                var result: [Element] = []
                for element in self where try isIncluded(element) { result.append(element) }
                return result
            }
            func compactMap<T>(_ transform: (Element) throws -> T?) rethrows -> [T] {
                var result: [T] = []
                for element in self {
                    if let value = try transform(element) { result.append(value) }
                }
                return result
            }
            func flatMap<S: Sequence>(_ transform: (Element) throws -> S) rethrows -> [S.Element] {
                var result: [S.Element] = []
                for element in self { result.append(contentsOf: try transform(element)) }
                return result
            }
            func forEach(_ body: (Element) throws -> Void) rethrows {
                for element in self { try body(element) }
            }
            func reduce<Result>(
                _ initialResult: Result, _ nextPartialResult: (Result, Element) throws -> Result
            ) rethrows -> Result {
                var result = initialResult
                for element in self { result = try nextPartialResult(result, element) }
                return result
            }
            func reduce<Result>(
                into initialResult: Result, _ updateAccumulatingResult: (inout Result, Element) throws -> ()
            ) rethrows -> Result {
                var result = initialResult
                for element in self { try updateAccumulatingResult(&result, element) }
                return result
            }

            func contains(where predicate: (Element) throws -> Bool) rethrows -> Bool {
                for element in self where try predicate(element) { return true }
                return false
            }
            func allSatisfy(_ predicate: (Element) throws -> Bool) rethrows -> Bool {
                for element in self where !(try predicate(element)) { return false }
                return true
            }
            func first(where predicate: (Element) throws -> Bool) rethrows -> Element? {
                for element in self where try predicate(element) { return element }
                return nil
            }
            func count(where predicate: (Element) throws -> Bool) rethrows -> Int {
                var count = 0
                for element in self where try predicate(element) { count += 1 }
                return count
            }
            func min(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
                var iterator = makeIterator()
                guard var result = iterator.next() else { return nil }
                while let element = iterator.next() {
                    if try areInIncreasingOrder(element, result) { result = element }
                }
                return result
            }
            func max(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> Element? {
                var iterator = makeIterator()
                guard var result = iterator.next() else { return nil }
                while let element = iterator.next() {
                    if try areInIncreasingOrder(result, element) { result = element }
                }
                return result
            }
            func elementsEqual<Other: Sequence>(
                _ other: Other, by areEquivalent: (Element, Other.Element) throws -> Bool
            ) rethrows -> Bool {
                var first = makeIterator()
                var second = other.makeIterator()
                while true {
                    let a = first.next()
                    let b = second.next()
                    if let a, let b {
                        if !(try areEquivalent(a, b)) { return false }
                    } else {
                        return a == nil && b == nil
                    }
                }
            }
            func starts<Other: Sequence>(
                with possiblePrefix: Other, by areEquivalent: (Element, Other.Element) throws -> Bool
            ) rethrows -> Bool {
                var iterator = makeIterator()
                for expected in possiblePrefix {
                    guard let element = iterator.next() else { return false }
                    if !(try areEquivalent(element, expected)) { return false }
                }
                return true
            }
            func lexicographicallyPrecedes<Other: Sequence>(
                _ other: Other, by areInIncreasingOrder: (Element, Element) throws -> Bool
            ) rethrows -> Bool where Other.Element == Element {
                var first = makeIterator()
                var second = other.makeIterator()
                while true {
                    guard let b = second.next() else { return false }
                    guard let a = first.next() else { return true }
                    if try areInIncreasingOrder(a, b) { return true }
                    if try areInIncreasingOrder(b, a) { return false }
                }
            }

            func enumerated() -> EnumeratedSequence<Self> { EnumeratedSequence(_base: self) }
            func reversed() -> [Element] {
                var result = Array(self)
                result.reverse()
                return result
            }
            func sorted(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows -> [Element] {
                var result = Array(self)
                try result.sort(by: areInIncreasingOrder)
                return result
            }
            func shuffled<G: RandomNumberGenerator>(using generator: inout G) -> [Element] {
                var result = Array(self)
                result.shuffle(using: &generator)
                return result
            }
            func shuffled() -> [Element] {
                var generator = SystemRandomNumberGenerator()
                return shuffled(using: &generator)
            }

            func prefix(_ maxLength: Int) -> PrefixSequence<Self> {
                _precondition(maxLength >= 0, "Can't take a prefix of negative length from a sequence")
                return PrefixSequence(_base: self, _maxLength: maxLength)
            }
            func prefix(while predicate: (Element) throws -> Bool) rethrows -> [Element] {
                var result: [Element] = []
                for element in self {
                    if !(try predicate(element)) { break }
                    result.append(element)
                }
                return result
            }
            func suffix(_ maxLength: Int) -> [Element] {
                _precondition(maxLength >= 0, "Can't take a suffix of negative length from a sequence")
                return Array(Array(self).suffix(maxLength))
            }
            func dropFirst(_ k: Int = 1) -> DropFirstSequence<Self> {
                _precondition(k >= 0, "Can't drop a negative number of elements from a sequence")
                return DropFirstSequence(_base: self, _limit: k)
            }
            func dropLast(_ k: Int = 1) -> [Element] {
                _precondition(k >= 0, "Can't drop a negative number of elements from a sequence")
                return Array(Array(self).dropLast(k))
            }
            func drop(while predicate: (Element) throws -> Bool) rethrows -> [Element] {
                var result: [Element] = []
                var isDropping = true
                for element in self {
                    if isDropping { isDropping = try predicate(element) }
                    if !isDropping { result.append(element) }
                }
                return result
            }
            func split(
                maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true,
                whereSeparator isSeparator: (Element) throws -> Bool
            ) rethrows -> [ArraySlice<Element>] {
                try Array(self).split(
                    maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences,
                    whereSeparator: isSeparator)
            }
        }

        extension Sequence where Element: Equatable {
            func contains(_ element: Element) -> Bool {
                for candidate in self where candidate == element { return true }
                return false
            }
            func elementsEqual<Other: Sequence>(_ other: Other) -> Bool where Other.Element == Element {
                elementsEqual(other, by: ==)
            }
            func starts<Other: Sequence>(with possiblePrefix: Other) -> Bool where Other.Element == Element {
                starts(with: possiblePrefix, by: ==)
            }
            func split(
                separator: Element, maxSplits: Int = Int.max, omittingEmptySubsequences: Bool = true
            ) -> [ArraySlice<Element>] {
                split(
                    maxSplits: maxSplits, omittingEmptySubsequences: omittingEmptySubsequences,
                    whereSeparator: { $0 == separator })
            }
        }
        extension Sequence where Element: Comparable {
            func min() -> Element? {
                var iterator = makeIterator()
                guard var result = iterator.next() else { return nil }
                while let element = iterator.next() {
                    if element < result { result = element }
                }
                return result
            }
            func max() -> Element? {
                var iterator = makeIterator()
                guard var result = iterator.next() else { return nil }
                while let element = iterator.next() {
                    if result < element { result = element }
                }
                return result
            }
            func sorted() -> [Element] {
                var result = Array(self)
                result.sort()
                return result
            }
            func lexicographicallyPrecedes<Other: Sequence>(_ other: Other) -> Bool
            where Other.Element == Element {
                lexicographicallyPrecedes(other, by: <)
            }
        }
        extension Sequence where Element: Sequence {
            func joined() -> FlattenSequence<Self> { FlattenSequence(_base: self) }
            func joined<Separator: Sequence>(separator: Separator) -> JoinedSequence<Self>
            where Separator.Element == Element.Element {
                JoinedSequence(_base: self, _separator: Array(separator))
            }
        }
        extension Sequence where Element: StringProtocol {
            func joined(separator: String = "") -> String {
                var result = ""
                var isFirst = true
                for element in self {
                    if isFirst { isFirst = false } else { result += separator }
                    result += String(element)
                }
                return result
            }
        }
        """#

    /// What `enumerated()`, `zip`, `prefix` and their kin return. Stored names are the real library's, since `print` shows them.
    static let adapters = #"""
        struct EnumeratedSequence<Base: Sequence>: Sequence {
            var _base: Base
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                var _count = 0
                mutating func next() -> (offset: Int, element: Base.Element)? {
                    guard let element = _base.next() else { return nil }
                    let offset = _count
                    _count += 1
                    return (offset: offset, element: element)
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator()) }
            var underestimatedCount: Int { _base.underestimatedCount }
        }

        extension EnumeratedSequence: Collection where Base: Collection {
            typealias Element = (offset: Int, element: Base.Element)
            typealias SubSequence = Slice<EnumeratedSequence<Base>>
            struct Index: Comparable {
                let base: Base.Index
                let offset: Int
                static func == (lhs: Index, rhs: Index) -> Bool { lhs.base == rhs.base }
                static func < (lhs: Index, rhs: Index) -> Bool { lhs.base < rhs.base }
            }
            var startIndex: Index { Index(base: _base.startIndex, offset: 0) }
            var endIndex: Index { Index(base: _base.endIndex, offset: count) }
            var count: Int { _base.count }
            func index(after i: Index) -> Index { Index(base: _base.index(after: i.base), offset: i.offset + 1) }
            subscript(position: Index) -> (offset: Int, element: Base.Element) {
                (offset: position.offset, element: _base[position.base])
            }
        }
        extension EnumeratedSequence: BidirectionalCollection, RandomAccessCollection
        where Base: RandomAccessCollection {
            func index(before i: Index) -> Index { Index(base: _base.index(before: i.base), offset: i.offset - 1) }
            func index(_ i: Index, offsetBy distance: Int) -> Index {
                Index(base: _base.index(i.base, offsetBy: distance), offset: i.offset + distance)
            }
            func distance(from start: Index, to end: Index) -> Int { end.offset - start.offset }
        }

        struct Zip2Sequence<Sequence1: Sequence, Sequence2: Sequence>: Sequence {
            let _sequence1: Sequence1
            let _sequence2: Sequence2
            struct Iterator: IteratorProtocol {
                var _first: Sequence1.Iterator
                var _second: Sequence2.Iterator
                var _reachedEnd = false
                mutating func next() -> (Sequence1.Element, Sequence2.Element)? {
                    if _reachedEnd { return nil }
                    guard let first = _first.next(), let second = _second.next() else {
                        _reachedEnd = true
                        return nil
                    }
                    return (first, second)
                }
            }
            func makeIterator() -> Iterator {
                Iterator(_first: _sequence1.makeIterator(), _second: _sequence2.makeIterator())
            }
            var underestimatedCount: Int {
                _lesser(_sequence1.underestimatedCount, _sequence2.underestimatedCount)
            }
        }
        func zip<Sequence1: Sequence, Sequence2: Sequence>(
            _ sequence1: Sequence1, _ sequence2: Sequence2
        ) -> Zip2Sequence<Sequence1, Sequence2> {
            Zip2Sequence(_sequence1: sequence1, _sequence2: sequence2)
        }

        struct PrefixSequence<Base: Sequence>: Sequence {
            var _base: Base
            let _maxLength: Int
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                var _remaining: Int
                mutating func next() -> Base.Element? {
                    if _remaining == 0 { return nil }
                    _remaining -= 1
                    return _base.next()
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator(), _remaining: _maxLength) }
        }
        struct DropFirstSequence<Base: Sequence>: Sequence {
            let _base: Base
            let _limit: Int
            func makeIterator() -> Base.Iterator {
                var iterator = _base.makeIterator()
                var dropped = 0
                while dropped < _limit, iterator.next() != nil { dropped += 1 }
                return iterator
            }
        }

        struct FlattenSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
            var _base: Base
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                var _inner: Base.Element.Iterator?
                mutating func next() -> Base.Element.Element? {
                    while true {
                        if let element = _inner?.next() { return element }
                        guard let inner = _base.next() else { return nil }
                        _inner = inner.makeIterator()
                    }
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator(), _inner: nil) }
        }
        struct JoinedSequence<Base: Sequence>: Sequence where Base.Element: Sequence {
            var _base: Base
            var _separator: [Base.Element.Element]
            func makeIterator() -> IndexingIterator<[Base.Element.Element]> {
                var result: [Base.Element.Element] = []
                var isFirst = true
                for part in _base {
                    if isFirst { isFirst = false } else { result.append(contentsOf: _separator) }
                    result.append(contentsOf: part)
                }
                return result.makeIterator()
            }
        }

        struct Repeated<Element>: RandomAccessCollection {
            let count: Int
            let repeatedValue: Element
            var startIndex: Int { 0 }
            var endIndex: Int { count }
            subscript(position: Int) -> Element {
                _precondition(position >= 0 && position < count, "Index out of range")
                return repeatedValue
            }
        }
        func repeatElement<T>(_ element: T, count n: Int) -> Repeated<T> {
            _precondition(n >= 0, "Repetition count should be non-negative")
            return Repeated(count: n, repeatedValue: element)
        }

        struct CollectionOfOne<Element>: RandomAccessCollection {
            var _element: Element
            init(_ element: Element) { _element = element }
            var startIndex: Int { 0 }
            var endIndex: Int { 1 }
            subscript(position: Int) -> Element {
                _precondition(position == 0, "Index out of range")
                return _element
            }
        }
        struct EmptyCollection<Element>: RandomAccessCollection {
            init() {}
            var startIndex: Int { 0 }
            var endIndex: Int { 0 }
            subscript(position: Int) -> Element { _trap("Index out of range") }
        }

        /// Transforms on demand: no closure runs before an element is asked for.
        struct LazySequence<Base: Sequence>: Sequence {
            var _base: Base
            func makeIterator() -> Base.Iterator { _base.makeIterator() }
            var underestimatedCount: Int { _base.underestimatedCount }
            var lazy: LazySequence<Base> { self }
            func map<U>(_ transform: @escaping (Base.Element) -> U) -> LazyMapSequence<Base, U> {
                LazyMapSequence(_base: _base, _transform: transform)
            }
            func filter(_ isIncluded: @escaping (Base.Element) -> Bool) -> LazyFilterSequence<Base> {
                LazyFilterSequence(_base: _base, _predicate: isIncluded)
            }
            func compactMap<U>(
                _ transform: @escaping (Base.Element) -> U?
            ) -> LazyMapSequence<LazyFilterSequence<LazyMapSequence<Base, U?>>, U> {
                map(transform).filter { $0 != nil }.map { $0! }
            }
            func prefix(_ maxLength: Int) -> LazySequence<PrefixSequence<Base>> {
                LazySequence<PrefixSequence<Base>>(_base: PrefixSequence(_base: _base, _maxLength: maxLength))
            }
            func prefix(while predicate: @escaping (Base.Element) -> Bool) -> LazyPrefixWhileSequence<Base> {
                LazyPrefixWhileSequence(_base: _base, _predicate: predicate)
            }
        }
        extension LazySequence where Base: Collection {
            var count: Int { _base.count }
            var isEmpty: Bool { _base.isEmpty }
            var first: Base.Element? { _base.first }
        }
        struct LazyMapSequence<Base: Sequence, Element>: Sequence {
            var _base: Base
            let _transform: (Base.Element) -> Element
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                let _transform: (Base.Element) -> Element
                mutating func next() -> Element? { _base.next().map(_transform) }
            }
            var first: Element? {
                var iterator = makeIterator()
                return iterator.next()
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator(), _transform: _transform) }
            var lazy: LazySequence<LazyMapSequence<Base, Element>> { LazySequence(_base: self) }
            func map<U>(_ transform: @escaping (Element) -> U) -> LazyMapSequence<LazyMapSequence<Base, Element>, U> {
                lazy.map(transform)
            }
            func filter(
                _ isIncluded: @escaping (Element) -> Bool
            ) -> LazyFilterSequence<LazyMapSequence<Base, Element>> {
                lazy.filter(isIncluded)
            }
            func prefix(_ maxLength: Int) -> LazySequence<PrefixSequence<LazyMapSequence<Base, Element>>> {
                lazy.prefix(maxLength)
            }
        }
        struct LazyFilterSequence<Base: Sequence>: Sequence {
            var _base: Base
            let _predicate: (Base.Element) -> Bool
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                let _predicate: (Base.Element) -> Bool
                mutating func next() -> Base.Element? {
                    while let element = _base.next() {
                        if _predicate(element) { return element }
                    }
                    return nil
                }
            }
            var first: Base.Element? {
                var iterator = makeIterator()
                return iterator.next()
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator(), _predicate: _predicate) }
            var lazy: LazySequence<LazyFilterSequence<Base>> { LazySequence(_base: self) }
            func map<U>(_ transform: @escaping (Base.Element) -> U) -> LazyMapSequence<LazyFilterSequence<Base>, U> {
                lazy.map(transform)
            }
            func filter(
                _ isIncluded: @escaping (Base.Element) -> Bool
            ) -> LazyFilterSequence<LazyFilterSequence<Base>> {
                lazy.filter(isIncluded)
            }
            func prefix(_ maxLength: Int) -> LazySequence<PrefixSequence<LazyFilterSequence<Base>>> {
                lazy.prefix(maxLength)
            }
        }
        struct LazyPrefixWhileSequence<Base: Sequence>: Sequence {
            var _base: Base
            let _predicate: (Base.Element) -> Bool
            struct Iterator: IteratorProtocol {
                var _base: Base.Iterator
                let _predicate: (Base.Element) -> Bool
                var _reachedEnd = false
                mutating func next() -> Base.Element? {
                    if _reachedEnd { return nil }
                    if let element = _base.next(), _predicate(element) { return element }
                    _reachedEnd = true
                    return nil
                }
            }
            func makeIterator() -> Iterator { Iterator(_base: _base.makeIterator(), _predicate: _predicate) }
        }
        extension Sequence {
            var lazy: LazySequence<Self> { LazySequence(_base: self) }
        }

        struct AnyIterator<Element>: IteratorProtocol, Sequence {
            let _body: () -> Element?
            init(_ body: @escaping () -> Element?) { _body = body }
            init<I: IteratorProtocol>(_ base: I) where I.Element == Element {
                var base = base
                _body = { base.next() }
            }
            mutating func next() -> Element? { _body() }
        }
        struct AnySequence<Element>: Sequence {
            let _makeIterator: () -> AnyIterator<Element>
            init<S: Sequence>(_ base: S) where S.Element == Element {
                _makeIterator = { AnyIterator(base.makeIterator()) }
            }
            init<I: IteratorProtocol>(_ makeIterator: @escaping () -> I) where I.Element == Element {
                _makeIterator = { AnyIterator(makeIterator()) }
            }
            func makeIterator() -> AnyIterator<Element> { _makeIterator() }
        }

        struct UnfoldSequence<Element, State>: Sequence, IteratorProtocol {
            var _state: State
            let _next: (inout State) -> Element?
            var _done = false
            mutating func next() -> Element? {
                if _done { return nil }
                if let element = _next(&_state) { return element }
                _done = true
                return nil
            }
        }
        func sequence<T, State>(
            state: State, next: @escaping (inout State) -> T?
        ) -> UnfoldSequence<T, State> {
            UnfoldSequence(_state: state, _next: next)
        }
        func sequence<T>(first: T, next: @escaping (T) -> T?) -> UnfoldSequence<T, (T?, Bool)> {
            sequence(state: (first, true)) { (state: inout (T?, Bool)) -> T? in
                if state.1 {
                    state.1 = false
                } else if let last = state.0 {
                    state.0 = next(last)
                }
                return state.0
            }
        }
        """#
}
