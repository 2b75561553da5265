extension StandardLibrary {
    static let arrays = #"""
        @native("array")
        struct Array<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection,
            ExpressibleByArrayLiteral
        {
            typealias Index = Int
            typealias SubSequence = ArraySlice<Element>
            @native("array.empty") init()
            @native("array.repeating") init(repeating repeatedValue: Element, count: Int)
            init<S: Sequence>(_ elements: S) where S.Element == Element {
                self.init()
                reserveCapacity(elements.underestimatedCount)
                elements._append(to: &self)
            }
            init(arrayLiteral elements: Element...) { self = elements }
            var startIndex: Int { 0 }
            var endIndex: Int { count }
            @native("array.count") var count: Int { get }
            @native("array.isEmpty") var isEmpty: Bool { get }
            @native("array.capacity") var capacity: Int { get }
            @native("array.element") subscript(index: Int) -> Element { get set }
            subscript(bounds: Range<Int>) -> ArraySlice<Element> {
                get { ArraySlice(_base: self, _bounds: bounds) }
                set { replaceSubrange(bounds, with: newValue) }
            }
            subscript<R: RangeExpression>(r: R) -> ArraySlice<Element> where R.Bound == Int {
                get { self[r.relative(to: self)] }
                set { self[r.relative(to: self)] = newValue }
            }
            subscript(x: UnboundedRange) -> ArraySlice<Element> {
                get { self[0..<count] }
                set { self[0..<count] = newValue }
            }
            func index(after i: Int) -> Int { i + 1 }
            func index(before i: Int) -> Int { i - 1 }
            func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
            func distance(from start: Int, to end: Int) -> Int { end - start }

            @native("array.reserve") mutating func reserveCapacity(_ n: Int)
            @native("array.append") mutating func append(_ newElement: Element)
            @native("array.appendArray") mutating func _append(_ other: [Element])
            mutating func append<S: Sequence>(contentsOf newElements: S) where S.Element == Element {
                newElements._append(to: &self)
            }
            func _append(to array: inout [Element]) { array._append(self) }
            @native("array.insert") mutating func insert(_ newElement: Element, at i: Int)
            @native("array.remove") @discardableResult mutating func remove(at index: Int) -> Element
            @native("array.removeLast") @discardableResult mutating func removeLast() -> Element
            @native("array.removeAll") mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
            /// Puts all of `newElements` in the place of `lower ..< upper`; a range out of bounds traps.
            @native("array.replace") mutating func _replace(_ lower: Int, _ upper: Int, _ newElements: [Element])
            /// A new array of the elements at `lower ..< upper`.
            @native("array.copy") func _copy(_ lower: Int, _ upper: Int) -> [Element]
            @native("array.swapAt") mutating func swapAt(_ i: Int, _ j: Int)
            @native("array.reverse") mutating func reverse()
            mutating func replaceSubrange<C: Collection>(_ subrange: Range<Int>, with newElements: C)
            where C.Element == Element {
                _replace(subrange.lowerBound, subrange.upperBound, Array(newElements))
            }
            mutating func removeSubrange(_ bounds: Range<Int>) { _replace(bounds.lowerBound, bounds.upperBound, []) }
            static func + (lhs: [Element], rhs: [Element]) -> [Element] {
                var result = lhs
                result._append(rhs)
                return result
            }
            static func += (lhs: inout [Element], rhs: [Element]) { lhs._append(rhs) }
            mutating func sort(by areInIncreasingOrder: (Element, Element) throws -> Bool) rethrows {
                try _sort(by: areInIncreasingOrder)
            }
        }
        extension Array: Equatable where Element: Equatable {
            @native("array.equal")
            static func == (lhs: [Element], rhs: [Element]) -> Bool {
                if lhs.count != rhs.count { return false }
                for i in 0..<lhs.count where lhs[i] != rhs[i] { return false }
                return true
            }
        }
        extension Array: Hashable where Element: Hashable {
            func hash(into hasher: inout Hasher) {
                hasher._combine(count)
                for element in self { element.hash(into: &hasher) }
            }
        }
        extension Array where Element: Comparable {
            @native("array.sort") mutating func sort() { _sort(by: <) }
        }
        extension Array: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String { _describeElements(self) }
            var debugDescription: String { description }
        }
        typealias ContiguousArray<Element> = Array<Element>

        func _describeElements<S: Sequence>(_ elements: S) -> String {
            var result = "["
            var isFirst = true
            for element in elements {
                if isFirst { isFirst = false } else { result += ", " }
                result += String(reflecting: element)
            }
            result += "]"
            return result
        }

        struct ArraySlice<Element>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection,
            ExpressibleByArrayLiteral
        {
            typealias Index = Int
            typealias SubSequence = ArraySlice<Element>
            var _base: [Element]
            var startIndex: Int
            var endIndex: Int
            init(_base: [Element], _bounds: Range<Int>) {
                _precondition(
                    _bounds.lowerBound >= 0 && _bounds.upperBound <= _base.count, "Array index is out of range")
                self._base = _base
                startIndex = _bounds.lowerBound
                endIndex = _bounds.upperBound
            }
            init() {
                _base = []
                startIndex = 0
                endIndex = 0
            }
            init<S: Sequence>(_ elements: S) where S.Element == Element {
                _base = Array(elements)
                startIndex = 0
                endIndex = _base.count
            }
            init(arrayLiteral elements: Element...) { self.init(elements) }
            var count: Int { endIndex - startIndex }
            subscript(index: Int) -> Element {
                get {
                    _precondition(index >= startIndex && index < endIndex, "Index out of bounds")
                    return _base[index]
                }
                set {
                    _precondition(index >= startIndex && index < endIndex, "Index out of bounds")
                    _base[index] = newValue
                }
            }
            subscript(bounds: Range<Int>) -> ArraySlice<Element> {
                get {
                    _precondition(
                        bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex,
                        "ArraySlice index is out of range")
                    return ArraySlice(_base: _base, _bounds: bounds)
                }
                set { replaceSubrange(bounds, with: newValue) }
            }
            func index(after i: Int) -> Int { i + 1 }
            func index(before i: Int) -> Int { i - 1 }
            func index(_ i: Int, offsetBy distance: Int) -> Int { i + distance }
            func distance(from start: Int, to end: Int) -> Int { end - start }
            func _append(to array: inout [Element]) {
                if startIndex == 0 && endIndex == _base.count {
                    array._append(_base)
                } else {
                    array._append(_base._copy(startIndex, endIndex))
                }
            }
            mutating func append(_ newElement: Element) {
                if endIndex == _base.count {
                    _base.append(newElement)
                } else {
                    _base._replace(endIndex, _base.count, [newElement])
                }
                endIndex += 1
            }
            mutating func replaceSubrange<C: Collection>(_ subrange: Range<Int>, with newElements: C)
            where C.Element == Element {
                _precondition(
                    subrange.lowerBound >= startIndex && subrange.upperBound <= endIndex,
                    "ArraySlice replace: subrange out of range")
                let elements = Array(newElements)
                _base._replace(subrange.lowerBound, subrange.upperBound, elements)
                endIndex += elements.count - (subrange.upperBound - subrange.lowerBound)
            }
        }
        extension ArraySlice: Equatable where Element: Equatable {
            static func == (lhs: ArraySlice<Element>, rhs: ArraySlice<Element>) -> Bool {
                if lhs.count != rhs.count { return false }
                for i in 0..<lhs.count where lhs[lhs.startIndex + i] != rhs[rhs.startIndex + i] { return false }
                return true
            }
        }
        extension ArraySlice: Hashable where Element: Hashable {
            func hash(into hasher: inout Hasher) {
                hasher._combine(count)
                for element in self { element.hash(into: &hasher) }
            }
        }
        extension ArraySlice: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String { _describeElements(self) }
            var debugDescription: String { "ArraySlice(" + description + ")" }
        }
        """#
}
