extension StandardLibrary {
    static let mutation = #"""
        protocol MutableCollection: Collection {
            subscript(position: Index) -> Element { get set }
            mutating func swapAt(_ i: Index, _ j: Index)
        }
        extension MutableCollection {
            mutating func swapAt(_ i: Index, _ j: Index) {
                if i == j { return }
                let old = self[i]
                self[i] = self[j]
                self[j] = old
            }
            mutating func partition(by belongsInSecondPartition: (Element) throws -> Bool) rethrows -> Index {
                guard var pivot = try firstIndex(where: belongsInSecondPartition) else { return endIndex }
                var i = index(after: pivot)
                while i != endIndex {
                    if !(try belongsInSecondPartition(self[i])) {
                        swapAt(i, pivot)
                        pivot = index(after: pivot)
                    }
                    i = index(after: i)
                }
                return pivot
            }
        }
        extension MutableCollection where Self: BidirectionalCollection {
            mutating func reverse() {
                if isEmpty { return }
                var low = startIndex
                var high = index(before: endIndex)
                while low < high {
                    swapAt(low, high)
                    low = index(after: low)
                    high = index(before: high)
                }
            }
            /// From both ends, which is the order in which the real library asks `belongsInSecondPartition`.
            mutating func partition(by belongsInSecondPartition: (Element) throws -> Bool) rethrows -> Index {
                var low = startIndex
                var high = endIndex
                while true {
                    while true {
                        if low == high { return low }
                        if try belongsInSecondPartition(self[low]) { break }
                        low = index(after: low)
                    }
                    while true {
                        high = index(before: high)
                        if low == high { return low }
                        if !(try belongsInSecondPartition(self[high])) { break }
                    }
                    swapAt(low, high)
                    low = index(after: low)
                }
            }
        }
        extension MutableCollection where Self: RandomAccessCollection {
            mutating func shuffle<G: RandomNumberGenerator>(using generator: inout G) {
                guard count > 1 else { return }
                var amount = count
                var current = startIndex
                while amount > 1 {
                    let random = Int.random(in: 0..<amount, using: &generator)
                    amount -= 1
                    swapAt(current, index(current, offsetBy: random))
                    current = index(after: current)
                }
            }
            mutating func shuffle() {
                var generator = SystemRandomNumberGenerator()
                shuffle(using: &generator)
            }
            mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
                var elements = Array(self)
                try elements._sort(by: areInIncreasingOrder)
                var i = startIndex
                for element in elements {
                    self[i] = element
                    i = index(after: i)
                }
            }
        }
        extension MutableCollection where Self: RandomAccessCollection, Element: Comparable {
            mutating func sort() { sort(by: <) }
        }

        protocol RangeReplaceableCollection: Collection {
            init()
            mutating func replaceSubrange<C: Collection>(_ subrange: Range<Index>, with newElements: C)
            where C.Element == Element
            mutating func reserveCapacity(_ n: Int)
            init(repeating repeatedValue: Element, count: Int)
            init<S: Sequence>(_ elements: S) where S.Element == Element
            mutating func append(_ newElement: Element)
            mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element
            mutating func insert(_ newElement: Element, at i: Index)
            mutating func insert<C: Collection>(contentsOf newElements: C, at i: Index) where C.Element == Element
            mutating func remove(at i: Index) -> Element
            mutating func removeSubrange(_ bounds: Range<Index>)
            mutating func removeFirst() -> Element
            mutating func removeFirst(_ k: Int)
            mutating func removeAll(keepingCapacity keepCapacity: Bool)
            mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows
        }
        extension RangeReplaceableCollection {
            init(repeating repeatedValue: Element, count: Int) {
                self.init()
                for _ in 0..<count { append(repeatedValue) }
            }
            init<S: Sequence>(_ elements: S) where S.Element == Element {
                self.init()
                append(contentsOf: elements)
            }
            mutating func reserveCapacity(_ n: Int) {}
            mutating func append(_ newElement: Element) { insert(newElement, at: endIndex) }
            mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element {
                for element in newElements { append(element) }
            }
            mutating func insert(_ newElement: Element, at i: Index) {
                replaceSubrange(i..<i, with: CollectionOfOne(newElement))
            }
            mutating func insert<C: Collection>(contentsOf newElements: C, at i: Index) where C.Element == Element {
                replaceSubrange(i..<i, with: newElements)
            }
            @discardableResult
            mutating func remove(at i: Index) -> Element {
                _precondition(!isEmpty, "Can't remove from an empty collection")
                let element = self[i]
                replaceSubrange(i..<index(after: i), with: EmptyCollection())
                return element
            }
            mutating func removeSubrange(_ bounds: Range<Index>) { replaceSubrange(bounds, with: EmptyCollection()) }
            mutating func removeSubrange<R: RangeExpression>(_ bounds: R) where R.Bound == Index {
                removeSubrange(bounds.relative(to: self))
            }
            mutating func replaceSubrange<C: Collection, R: RangeExpression>(_ subrange: R, with newElements: C)
            where C.Element == Element, R.Bound == Index {
                replaceSubrange(subrange.relative(to: self), with: newElements)
            }
            @discardableResult
            mutating func removeFirst() -> Element {
                _precondition(!isEmpty, "Can't remove first element from an empty collection")
                return remove(at: startIndex)
            }
            mutating func removeFirst(_ k: Int) {
                if k == 0 { return }
                _precondition(k >= 0, "Number of elements to remove should be non-negative")
                guard let end = index(startIndex, offsetBy: k, limitedBy: endIndex) else {
                    _trap("Can't remove more items from a collection than it has")
                }
                removeSubrange(startIndex..<end)
            }
            mutating func removeAll(keepingCapacity keepCapacity: Bool = false) { self = Self() }
            mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows {
                var kept = Self()
                for element in self where !(try shouldBeRemoved(element)) { kept.append(element) }
                self = kept
            }
            func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Self {
                var result = Self()
                for element in self where try isIncluded(element) { result.append(element) }
                return result
            }

            static func + <Other: Sequence>(lhs: Self, rhs: Other) -> Self where Other.Element == Element {
                var result = lhs
                result.append(contentsOf: rhs)
                return result
            }
            static func + <Other: Sequence>(lhs: Other, rhs: Self) -> Self where Other.Element == Element {
                var result = Self()
                result.append(contentsOf: lhs)
                result.append(contentsOf: rhs)
                return result
            }
            static func + <Other: RangeReplaceableCollection>(lhs: Self, rhs: Other) -> Self
            where Other.Element == Element {
                var result = lhs
                result.append(contentsOf: rhs)
                return result
            }
            static func += <Other: Sequence>(lhs: inout Self, rhs: Other) where Other.Element == Element {
                lhs.append(contentsOf: rhs)
            }
        }
        extension RangeReplaceableCollection where Self: BidirectionalCollection {
            @discardableResult
            mutating func removeLast() -> Element {
                _precondition(!isEmpty, "Can't remove last element from an empty collection")
                return remove(at: index(before: endIndex))
            }
            mutating func removeLast(_ k: Int) {
                if k == 0 { return }
                _precondition(k >= 0, "Number of elements to remove should be non-negative")
                guard let start = index(endIndex, offsetBy: -k, limitedBy: startIndex) else {
                    _trap("Can't remove more items from a collection than it contains")
                }
                removeSubrange(start..<endIndex)
            }
            mutating func popLast() -> Element? { isEmpty ? nil : removeLast() }
        }
        extension RangeReplaceableCollection where Self: MutableCollection {
            mutating func removeAll(where shouldBeRemoved: (Element) throws -> Bool) rethrows {
                let suffixStart = try _moveToEnd(where: shouldBeRemoved)
                removeSubrange(suffixStart..<endIndex)
            }
            mutating func _moveToEnd(where shouldBeRemoved: (Element) throws -> Bool) rethrows -> Index {
                guard var target = try firstIndex(where: shouldBeRemoved) else { return endIndex }
                var i = index(after: target)
                while i != endIndex {
                    if !(try shouldBeRemoved(self[i])) {
                        swapAt(target, i)
                        target = index(after: target)
                    }
                    i = index(after: i)
                }
                return target
            }
        }
        """#
}
