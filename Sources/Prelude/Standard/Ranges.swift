extension StandardLibrary {
    static let ranges = #"""
        protocol RangeExpression {
            associatedtype Bound: Comparable
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound
            func contains(_ element: Bound) -> Bool
        }
        extension RangeExpression {
            static func ~= (pattern: Self, value: Bound) -> Bool { pattern.contains(value) }
        }

        struct Range<Bound: Comparable>: RangeExpression, Equatable {
            let lowerBound: Bound
            let upperBound: Bound
            init(uncheckedBounds bounds: (lower: Bound, upper: Bound)) {
                lowerBound = bounds.lower
                upperBound = bounds.upper
            }
            var isEmpty: Bool { lowerBound == upperBound }
            func contains(_ element: Bound) -> Bool { lowerBound <= element && element < upperBound }
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound { self }
            func clamped(to limits: Range<Bound>) -> Range<Bound> {
                let lower = limits.lowerBound > lowerBound
                    ? limits.lowerBound : limits.upperBound < lowerBound ? limits.upperBound : lowerBound
                let upper = limits.upperBound < upperBound
                    ? limits.upperBound : limits.lowerBound > upperBound ? limits.lowerBound : upperBound
                return Range(uncheckedBounds: (lower: lower, upper: upper))
            }
            func overlaps(_ other: Range<Bound>) -> Bool {
                !isEmpty && !other.isEmpty && lowerBound < other.upperBound && other.lowerBound < upperBound
            }
        }
        extension Range: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String { String(describing: lowerBound) + "..<" + String(describing: upperBound) }
            var debugDescription: String {
                "Range(" + String(reflecting: lowerBound) + "..<" + String(reflecting: upperBound) + ")"
            }
        }
        extension Range: Hashable where Bound: Hashable {}
        extension Range: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {}
        extension Range: Collection, BidirectionalCollection, RandomAccessCollection
        where Bound: Strideable, Bound.Stride: SignedInteger {
            typealias Element = Bound
            typealias Index = Bound
            typealias SubSequence = Range<Bound>
            init(_ other: ClosedRange<Bound>) {
                self.init(uncheckedBounds: (lower: other.lowerBound, upper: other.upperBound.advanced(by: 1)))
            }
            var startIndex: Bound { lowerBound }
            var endIndex: Bound { upperBound }
            var count: Int { Int(lowerBound.distance(to: upperBound)) }
            func index(after i: Bound) -> Bound { i.advanced(by: 1) }
            func index(before i: Bound) -> Bound { i.advanced(by: -1) }
            func index(_ i: Bound, offsetBy distance: Int) -> Bound { i.advanced(by: Bound.Stride(distance)) }
            func distance(from start: Bound, to end: Bound) -> Int { Int(start.distance(to: end)) }
            var indices: Range<Bound> { self }
            subscript(position: Bound) -> Bound {
                _precondition(contains(position), "Index out of range")
                return position
            }
            subscript(bounds: Range<Bound>) -> Range<Bound> {
                _precondition(bounds.lowerBound >= lowerBound && bounds.upperBound <= upperBound, "Range out of bounds")
                return bounds
            }
        }

        struct ClosedRange<Bound: Comparable>: RangeExpression, Equatable {
            let lowerBound: Bound
            let upperBound: Bound
            init(uncheckedBounds bounds: (lower: Bound, upper: Bound)) {
                lowerBound = bounds.lower
                upperBound = bounds.upper
            }
            var isEmpty: Bool { false }
            func contains(_ element: Bound) -> Bool { lowerBound <= element && element <= upperBound }
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
                Range(uncheckedBounds: (lower: lowerBound, upper: collection.index(after: upperBound)))
            }
            func clamped(to limits: ClosedRange<Bound>) -> ClosedRange<Bound> {
                let lower = limits.lowerBound > lowerBound
                    ? limits.lowerBound : limits.upperBound < lowerBound ? limits.upperBound : lowerBound
                let upper = limits.upperBound < upperBound
                    ? limits.upperBound : limits.lowerBound > upperBound ? limits.lowerBound : upperBound
                return ClosedRange(uncheckedBounds: (lower: lower, upper: upper))
            }
            func overlaps(_ other: ClosedRange<Bound>) -> Bool {
                lowerBound <= other.upperBound && other.lowerBound <= upperBound
            }
        }
        extension ClosedRange: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String { String(describing: lowerBound) + "..." + String(describing: upperBound) }
            var debugDescription: String {
                "ClosedRange(" + String(reflecting: lowerBound) + "..." + String(reflecting: upperBound) + ")"
            }
        }
        extension ClosedRange: Hashable where Bound: Hashable {}
        extension ClosedRange where Bound: Strideable, Bound.Stride: SignedInteger {
            /// A place in a closed range, which has one more place than it has bounds.
            enum Index: Hashable, Comparable {
                case inRange(Bound)
                case pastEnd
                static func == (lhs: Index, rhs: Index) -> Bool {
                    switch (lhs, rhs) {
                    case (.inRange(let l), .inRange(let r)): return l == r
                    case (.pastEnd, .pastEnd): return true
                    default: return false
                    }
                }
                static func < (lhs: Index, rhs: Index) -> Bool {
                    switch (lhs, rhs) {
                    case (.inRange(let l), .inRange(let r)): return l < r
                    case (.inRange, .pastEnd): return true
                    default: return false
                    }
                }
                func hash(into hasher: inout Hasher) {}
            }
        }
        extension ClosedRange: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {}
        extension ClosedRange: Collection, BidirectionalCollection, RandomAccessCollection
        where Bound: Strideable, Bound.Stride: SignedInteger {
            typealias Element = Bound
            typealias SubSequence = Slice<ClosedRange<Bound>>
            init(_ other: Range<Bound>) {
                _precondition(!other.isEmpty, "Can't form an empty closed range")
                self.init(uncheckedBounds: (lower: other.lowerBound, upper: other.upperBound.advanced(by: -1)))
            }
            var startIndex: Index { .inRange(lowerBound) }
            var endIndex: Index { .pastEnd }
            var count: Int { Int(lowerBound.distance(to: upperBound)) + 1 }
            func index(after i: Index) -> Index { index(i, offsetBy: 1) }
            func index(before i: Index) -> Index { index(i, offsetBy: -1) }
            func index(_ i: Index, offsetBy distance: Int) -> Index {
                let offset = self.distance(from: startIndex, to: i) + distance
                _precondition(offset >= 0 && offset <= count, "Advancing past end index")
                return offset == count ? .pastEnd : .inRange(lowerBound.advanced(by: Bound.Stride(offset)))
            }
            func distance(from start: Index, to end: Index) -> Int { _offset(end) - _offset(start) }
            func _offset(_ index: Index) -> Int {
                switch index {
                case .inRange(let bound): return Int(lowerBound.distance(to: bound))
                case .pastEnd: return count
                }
            }
            subscript(position: Index) -> Bound {
                switch position {
                case .inRange(let bound): return bound
                case .pastEnd: _trap("Index out of range")
                }
            }
            subscript(bounds: Range<Index>) -> Slice<ClosedRange<Bound>> { Slice(base: self, bounds: bounds) }
        }

        struct PartialRangeUpTo<Bound: Comparable>: RangeExpression {
            let upperBound: Bound
            init(_ upperBound: Bound) { self.upperBound = upperBound }
            func contains(_ element: Bound) -> Bool { element < upperBound }
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
                collection.startIndex..<upperBound
            }
        }
        struct PartialRangeThrough<Bound: Comparable>: RangeExpression {
            let upperBound: Bound
            init(_ upperBound: Bound) { self.upperBound = upperBound }
            func contains(_ element: Bound) -> Bool { element <= upperBound }
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
                collection.startIndex..<collection.index(after: upperBound)
            }
        }
        struct PartialRangeFrom<Bound: Comparable>: RangeExpression {
            let lowerBound: Bound
            init(_ lowerBound: Bound) { self.lowerBound = lowerBound }
            func contains(_ element: Bound) -> Bool { lowerBound <= element }
            func relative<C: Collection>(to collection: C) -> Range<Bound> where C.Index == Bound {
                lowerBound..<collection.endIndex
            }
        }
        extension PartialRangeFrom: Sequence where Bound: Strideable, Bound.Stride: SignedInteger {
            struct Iterator: IteratorProtocol {
                var _current: Bound
                mutating func next() -> Bound? {
                    let result = _current
                    _current = _current.advanced(by: 1)
                    return result
                }
            }
            func makeIterator() -> Iterator { Iterator(_current: lowerBound) }
        }
        enum UnboundedRange_ {
            static postfix func ... (_: UnboundedRange_) -> () {}
        }
        typealias UnboundedRange = (UnboundedRange_) -> ()

        extension Comparable {
            @native("range.halfOpen")
            static func ..< (minimum: Self, maximum: Self) -> Range<Self> {
                _precondition(minimum <= maximum, "Range requires lowerBound <= upperBound")
                return Range(uncheckedBounds: (lower: minimum, upper: maximum))
            }
            @native("range.closed")
            static func ... (minimum: Self, maximum: Self) -> ClosedRange<Self> {
                _precondition(minimum <= maximum, "Range requires lowerBound <= upperBound")
                return ClosedRange(uncheckedBounds: (lower: minimum, upper: maximum))
            }
            static prefix func ..< (maximum: Self) -> PartialRangeUpTo<Self> { PartialRangeUpTo(maximum) }
            static prefix func ... (maximum: Self) -> PartialRangeThrough<Self> { PartialRangeThrough(maximum) }
            static postfix func ... (minimum: Self) -> PartialRangeFrom<Self> { PartialRangeFrom(minimum) }
        }

        struct StrideTo<Element: Strideable>: Sequence {
            let _start: Element
            let _end: Element
            let _stride: Element.Stride
            func makeIterator() -> StrideIterator<Element> {
                StrideIterator(_start: _start, _end: _end, _stride: _stride, _includesEnd: false, _current: _start)
            }
        }
        struct StrideThrough<Element: Strideable>: Sequence {
            let _start: Element
            let _end: Element
            let _stride: Element.Stride
            func makeIterator() -> StrideIterator<Element> {
                StrideIterator(_start: _start, _end: _end, _stride: _stride, _includesEnd: true, _current: _start)
            }
        }
        struct StrideIterator<Element: Strideable>: IteratorProtocol {
            let _start: Element
            let _end: Element
            let _stride: Element.Stride
            let _includesEnd: Bool
            var _current: Element
            var _step = 0
            var _didEnd = false
            mutating func next() -> Element? {
                if _didEnd { return nil }
                let result = _current
                if _stride > 0 ? result >= _end : result <= _end {
                    _didEnd = true
                    return _includesEnd && result == _end ? result : nil
                }
                _step += 1
                if let value = Element._step(_current, _start, _stride, _step) {
                    _current = value
                } else {
                    _didEnd = true
                }
                return result
            }
        }
        extension Strideable {
            static func _step(_ current: Self, _ start: Self, _ stride: Stride, _ step: Int) -> Self? {
                current.advanced(by: stride)
            }
        }
        extension FixedWidthInteger where Self: SignedInteger {
            static func _step(_ current: Self, _ start: Self, _ stride: Int, _ step: Int) -> Self? {
                let (value, overflow) = Int(current).addingReportingOverflow(stride)
                return overflow ? nil : Self(exactly: value)
            }
        }
        extension FixedWidthInteger where Self: UnsignedInteger {
            static func _step(_ current: Self, _ start: Self, _ stride: Int, _ step: Int) -> Self? {
                let (value, overflow) = stride < 0
                    ? current.subtractingReportingOverflow(Self(-stride))
                    : current.addingReportingOverflow(Self(stride))
                return overflow ? nil : value
            }
        }
        extension BinaryFloatingPoint {
            /// From the start each time: repeated addition would accumulate rounding errors.
            static func _step(_ current: Self, _ start: Self, _ stride: Self, _ step: Int) -> Self? {
                start.addingProduct(Self(step), stride)
            }
        }
        func stride<T: Strideable>(from start: T, to end: T, by stride: T.Stride) -> StrideTo<T> {
            _precondition(stride != 0, "Stride size must not be zero")
            return StrideTo(_start: start, _end: end, _stride: stride)
        }
        func stride<T: Strideable>(from start: T, through end: T, by stride: T.Stride) -> StrideThrough<T> {
            _precondition(stride != 0, "Stride size must not be zero")
            return StrideThrough(_start: start, _end: end, _stride: stride)
        }
        """#
}
