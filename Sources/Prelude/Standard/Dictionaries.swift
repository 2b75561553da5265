extension StandardLibrary {
    /// Dictionaries and sets keep their entries in the order of insertion, a deterministic choice among the orders that
    /// Swift leaves open. An entry is named by its position, which stays while no entry is removed.
    static let dictionaries = #"""
        @native("dictionary")
        struct Dictionary<Key: Hashable, Value>: Collection, ExpressibleByDictionaryLiteral {
            typealias Element = (key: Key, value: Value)
            struct Index: Hashable, Comparable {
                let _entry: Int
                static func < (lhs: Index, rhs: Index) -> Bool { lhs._entry < rhs._entry }
            }
            struct Iterator: IteratorProtocol {
                let _base: [Key: Value]
                var _entry: Int
                mutating func next() -> (key: Key, value: Value)? {
                    if _entry < 0 { return nil }
                    let element = (key: _base._key(_entry), value: _base[_value: _entry])
                    _entry = _base._nextEntry(_entry)
                    return element
                }
            }

            @native("dictionary.empty") init()
            init(minimumCapacity: Int) { self.init() }
            init(dictionaryLiteral elements: (Key, Value)...) {
                self.init(uniqueKeysWithValues: elements)
            }
            init<S: Sequence>(uniqueKeysWithValues keysAndValues: S) where S.Element == (Key, Value) {
                self.init()
                for (key, value) in keysAndValues {
                    if _find(key) >= 0 {
                        _trap("Duplicate values for key: '" + String(describing: key) + "'")
                    }
                    _insert(key, value)
                }
            }
            init<S: Sequence>(
                _ keysAndValues: S, uniquingKeysWith combine: (Value, Value) throws -> Value
            ) rethrows where S.Element == (Key, Value) {
                self.init()
                for (key, value) in keysAndValues {
                    let entry = _find(key)
                    if entry >= 0 {
                        self[_value: entry] = try combine(self[_value: entry], value)
                    } else {
                        _insert(key, value)
                    }
                }
            }
            init<S: Sequence>(
                grouping values: S, by keyForValue: (S.Element) throws -> Key
            ) rethrows where Value == [S.Element] {
                self.init()
                for value in values {
                    let key = try keyForValue(value)
                    let entry = _find(key)
                    if entry < 0 { _insert(key, [value]) } else { self[_value: entry].append(value) }
                }
            }

            @native("dictionary.count") var count: Int { get }
            var isEmpty: Bool { count == 0 }
            /// The entry after this one, the first one for -1; -1 at the end.
            @native("dictionary.nextEntry") func _nextEntry(_ entry: Int) -> Int
            @native("dictionary.key") func _key(_ entry: Int) -> Key
            @native("dictionary.value") subscript(_value entry: Int) -> Value { get set }
            /// The first entry whose key has this hash, and the next one after `entry`; -1 where there is none.
            @native("dictionary.firstCandidate") func _firstCandidate(_ hash: Int) -> Int
            @native("dictionary.nextCandidate") func _nextCandidate(_ entry: Int, _ hash: Int) -> Int
            @native("dictionary.insert") mutating func _insertEntry(_ hash: Int, _ key: Key, _ value: Value)
            @native("dictionary.removeEntry") mutating func _removeEntry(_ entry: Int)
            @native("dictionary.removeAll") mutating func removeAll(keepingCapacity keepCapacity: Bool = false)
            @native("dictionary.reserve") mutating func reserveCapacity(_ minimumCapacity: Int)
            @native("dictionary.find")
            func _find(_ key: Key) -> Int {
                let hash = key.hashValue
                var entry = _firstCandidate(hash)
                while entry >= 0 && _key(entry) != key { entry = _nextCandidate(entry, hash) }
                return entry
            }
            /// The key must not be there yet.
            mutating func _insert(_ key: Key, _ value: Value) { _insertEntry(key.hashValue, key, value) }

            @native("dictionary.lookup")
            subscript(key: Key) -> Value? {
                get {
                    let entry = _find(key)
                    return entry < 0 ? nil : self[_value: entry]
                }
                set {
                    let entry = _find(key)
                    if let value = newValue {
                        if entry < 0 { _insert(key, value) } else { self[_value: entry] = value }
                    } else if entry >= 0 {
                        _removeEntry(entry)
                    }
                }
            }
            @native("dictionary.lookupOrDefault")
            subscript(key: Key, default defaultValue: @autoclosure () -> Value) -> Value {
                get {
                    let entry = _find(key)
                    return entry < 0 ? defaultValue() : self[_value: entry]
                }
                set {
                    let entry = _find(key)
                    if entry < 0 { _insert(key, newValue) } else { self[_value: entry] = newValue }
                }
            }
            @discardableResult
            mutating func updateValue(_ value: Value, forKey key: Key) -> Value? {
                let entry = _find(key)
                if entry < 0 {
                    _insert(key, value)
                    return nil
                }
                let old = self[_value: entry]
                self[_value: entry] = value
                return old
            }
            @discardableResult
            mutating func removeValue(forKey key: Key) -> Value? {
                let entry = _find(key)
                if entry < 0 { return nil }
                let old = self[_value: entry]
                _removeEntry(entry)
                return old
            }
            @discardableResult
            mutating func remove(at index: Index) -> (key: Key, value: Value) {
                let element = self[index]
                _removeEntry(index._entry)
                return element
            }
            mutating func popFirst() -> (key: Key, value: Value)? { isEmpty ? nil : remove(at: startIndex) }

            func makeIterator() -> Iterator { Iterator(_base: self, _entry: _nextEntry(-1)) }
            var startIndex: Index { isEmpty ? endIndex : Index(_entry: _nextEntry(-1)) }
            var endIndex: Index { Index(_entry: Int.max) }
            func index(after i: Index) -> Index {
                let next = _nextEntry(i._entry)
                return next < 0 ? endIndex : Index(_entry: next)
            }
            func index(forKey key: Key) -> Index? {
                let entry = _find(key)
                return entry < 0 ? nil : Index(_entry: entry)
            }
            subscript(position: Index) -> (key: Key, value: Value) {
                (key: _key(position._entry), value: self[_value: position._entry])
            }
            var keys: Keys { Keys(_base: self) }
            var values: Values { Values(_base: self) }

            struct Keys: Collection {
                let _base: [Key: Value]
                struct Iterator: IteratorProtocol {
                    let _base: [Key: Value]
                    var _entry: Int
                    mutating func next() -> Key? {
                        if _entry < 0 { return nil }
                        let key = _base._key(_entry)
                        _entry = _base._nextEntry(_entry)
                        return key
                    }
                }
                func makeIterator() -> Iterator { Iterator(_base: _base, _entry: _base._nextEntry(-1)) }
                var count: Int { _base.count }
                var isEmpty: Bool { _base.isEmpty }
                var startIndex: Dictionary<Key, Value>.Index { _base.startIndex }
                var endIndex: Dictionary<Key, Value>.Index { _base.endIndex }
                func index(after i: Dictionary<Key, Value>.Index) -> Dictionary<Key, Value>.Index {
                    _base.index(after: i)
                }
                subscript(position: Dictionary<Key, Value>.Index) -> Key { _base._key(position._entry) }
                func contains(_ element: Key) -> Bool { _base._find(element) >= 0 }
            }
            struct Values: Collection {
                var _base: [Key: Value]
                struct Iterator: IteratorProtocol {
                    let _base: [Key: Value]
                    var _entry: Int
                    mutating func next() -> Value? {
                        if _entry < 0 { return nil }
                        let value = _base[_value: _entry]
                        _entry = _base._nextEntry(_entry)
                        return value
                    }
                }
                func makeIterator() -> Iterator { Iterator(_base: _base, _entry: _base._nextEntry(-1)) }
                var count: Int { _base.count }
                var isEmpty: Bool { _base.isEmpty }
                var startIndex: Dictionary<Key, Value>.Index { _base.startIndex }
                var endIndex: Dictionary<Key, Value>.Index { _base.endIndex }
                func index(after i: Dictionary<Key, Value>.Index) -> Dictionary<Key, Value>.Index {
                    _base.index(after: i)
                }
                subscript(position: Dictionary<Key, Value>.Index) -> Value { _base[_value: position._entry] }
            }

            func mapValues<T>(_ transform: (Value) throws -> T) rethrows -> [Key: T] {
                var result: [Key: T] = [:]
                for (key, value) in self { result._insert(key, try transform(value)) }
                return result
            }
            func compactMapValues<T>(_ transform: (Value) throws -> T?) rethrows -> [Key: T] {
                var result: [Key: T] = [:]
                for (key, value) in self {
                    if let mapped = try transform(value) { result._insert(key, mapped) }
                }
                return result
            }
            func filter(_ isIncluded: ((key: Key, value: Value)) throws -> Bool) rethrows -> [Key: Value] {
                var result: [Key: Value] = [:]
                for element in self where try isIncluded(element) { result._insert(element.key, element.value) }
                return result
            }
            mutating func merge<S: Sequence>(
                _ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value
            ) rethrows where S.Element == (Key, Value) {
                for (key, value) in other { try _merge(key, value, combine) }
            }
            mutating func merge(
                _ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value
            ) rethrows {
                for (key, value) in other { try _merge(key, value, combine) }
            }
            mutating func _merge(
                _ key: Key, _ value: Value, _ combine: (Value, Value) throws -> Value
            ) rethrows {
                let entry = _find(key)
                if entry < 0 {
                    _insert(key, value)
                } else {
                    self[_value: entry] = try combine(self[_value: entry], value)
                }
            }
            func merging<S: Sequence>(
                _ other: S, uniquingKeysWith combine: (Value, Value) throws -> Value
            ) rethrows -> [Key: Value] where S.Element == (Key, Value) {
                var result = self
                try result.merge(other, uniquingKeysWith: combine)
                return result
            }
            func merging(
                _ other: [Key: Value], uniquingKeysWith combine: (Value, Value) throws -> Value
            ) rethrows -> [Key: Value] {
                var result = self
                try result.merge(other, uniquingKeysWith: combine)
                return result
            }
        }
        extension Dictionary: Equatable where Value: Equatable {
            static func == (lhs: [Key: Value], rhs: [Key: Value]) -> Bool {
                if lhs.count != rhs.count { return false }
                for (key, value) in lhs {
                    let entry = rhs._find(key)
                    if entry < 0 || rhs[_value: entry] != value { return false }
                }
                return true
            }
        }
        extension Dictionary: Hashable where Value: Hashable {
            func hash(into hasher: inout Hasher) {
                var sum = 0
                for (key, value) in self {
                    var entry = Hasher()
                    entry.combine(key)
                    entry.combine(value)
                    sum ^= entry.finalize()
                }
                hasher._combine(sum)
            }
        }
        extension Dictionary: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String {
                if isEmpty { return "[:]" }
                var result = "["
                var isFirst = true
                for (key, value) in self {
                    if isFirst { isFirst = false } else { result += ", " }
                    result += String(reflecting: key) + ": " + String(reflecting: value)
                }
                return result + "]"
            }
            var debugDescription: String { description }
        }
        extension Dictionary.Keys: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String { _describeElements(self) }
            var debugDescription: String { "Dictionary.Keys(" + description + ")" }
        }
        extension Dictionary.Keys: Equatable {
            static func == (lhs: Dictionary<Key, Value>.Keys, rhs: Dictionary<Key, Value>.Keys) -> Bool {
                if lhs.count != rhs.count { return false }
                for key in lhs where !rhs.contains(key) { return false }
                return true
            }
        }
        extension Dictionary.Values: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String { _describeElements(self) }
            var debugDescription: String { "Dictionary.Values(" + description + ")" }
        }
        """#

    static let sets = #"""
        protocol SetAlgebra: Equatable, ExpressibleByArrayLiteral {
            associatedtype Element
        }

        struct Set<Element: Hashable>: Collection, SetAlgebra {
            typealias ArrayLiteralElement = Element
            typealias Index = Dictionary<Element, ()>.Index
            var _members: [Element: ()] = [:]
            init() {}
            init(minimumCapacity: Int) {}
            init<S: Sequence>(_ elements: S) where S.Element == Element {
                for element in elements { insert(element) }
            }
            init(arrayLiteral elements: Element...) { self.init(elements) }

            var count: Int { _members.count }
            var isEmpty: Bool { _members.isEmpty }
            func makeIterator() -> Dictionary<Element, ()>.Keys.Iterator { _members.keys.makeIterator() }
            var startIndex: Dictionary<Element, ()>.Index { _members.startIndex }
            var endIndex: Dictionary<Element, ()>.Index { _members.endIndex }
            func index(after i: Dictionary<Element, ()>.Index) -> Dictionary<Element, ()>.Index {
                _members.index(after: i)
            }
            subscript(position: Dictionary<Element, ()>.Index) -> Element { _members._key(position._entry) }
            func firstIndex(of member: Element) -> Dictionary<Element, ()>.Index? { _members.index(forKey: member) }

            func contains(_ member: Element) -> Bool { _members._find(member) >= 0 }
            @discardableResult
            mutating func insert(_ newMember: Element) -> (inserted: Bool, memberAfterInsert: Element) {
                let entry = _members._find(newMember)
                if entry >= 0 { return (inserted: false, memberAfterInsert: _members._key(entry)) }
                _members._insert(newMember, ())
                return (inserted: true, memberAfterInsert: newMember)
            }
            @discardableResult
            mutating func update(with newMember: Element) -> Element? {
                let old = remove(newMember)
                _members._insert(newMember, ())
                return old
            }
            @discardableResult
            mutating func remove(_ member: Element) -> Element? {
                let entry = _members._find(member)
                if entry < 0 { return nil }
                let old = _members._key(entry)
                _members._removeEntry(entry)
                return old
            }
            @discardableResult
            mutating func remove(at position: Dictionary<Element, ()>.Index) -> Element {
                _members.remove(at: position).key
            }
            @discardableResult
            mutating func removeFirst() -> Element {
                _precondition(!isEmpty, "Can't removeFirst from an empty Set")
                return remove(at: startIndex)
            }
            mutating func popFirst() -> Element? { isEmpty ? nil : remove(at: startIndex) }
            mutating func removeAll(keepingCapacity keepCapacity: Bool = false) { _members.removeAll() }
            mutating func reserveCapacity(_ minimumCapacity: Int) { _members.reserveCapacity(minimumCapacity) }

            func union<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
                var result = self
                result.formUnion(other)
                return result
            }
            func intersection<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
                var result = Set<Element>()
                for element in other where contains(element) { result.insert(element) }
                return result
            }
            func subtracting<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
                var result = self
                result.subtract(other)
                return result
            }
            func symmetricDifference<S: Sequence>(_ other: S) -> Set<Element> where S.Element == Element {
                var result = self
                result.formSymmetricDifference(other)
                return result
            }
            mutating func formUnion<S: Sequence>(_ other: S) where S.Element == Element {
                for element in other { insert(element) }
            }
            mutating func formIntersection<S: Sequence>(_ other: S) where S.Element == Element {
                self = intersection(other)
            }
            mutating func subtract<S: Sequence>(_ other: S) where S.Element == Element {
                for element in other { remove(element) }
            }
            mutating func formSymmetricDifference<S: Sequence>(_ other: S) where S.Element == Element {
                for element in Set(other) where remove(element) == nil { insert(element) }
            }
            func isSubset<S: Sequence>(of possibleSuperset: S) -> Bool where S.Element == Element {
                let other = Set(possibleSuperset)
                return allSatisfy { other.contains($0) }
            }
            func isSuperset<S: Sequence>(of possibleSubset: S) -> Bool where S.Element == Element {
                possibleSubset.allSatisfy { contains($0) }
            }
            func isStrictSubset<S: Sequence>(of possibleStrictSuperset: S) -> Bool where S.Element == Element {
                let other = Set(possibleStrictSuperset)
                return count < other.count && isSubset(of: other)
            }
            func isStrictSuperset<S: Sequence>(of possibleStrictSubset: S) -> Bool where S.Element == Element {
                let other = Set(possibleStrictSubset)
                return count > other.count && isSuperset(of: other)
            }
            func isDisjoint<S: Sequence>(with other: S) -> Bool where S.Element == Element {
                for element in other where contains(element) { return false }
                return true
            }
            func filter(_ isIncluded: (Element) throws -> Bool) rethrows -> Set<Element> {
                var result = Set<Element>()
                for element in self where try isIncluded(element) { result.insert(element) }
                return result
            }
            static func == (lhs: Set<Element>, rhs: Set<Element>) -> Bool {
                if lhs.count != rhs.count { return false }
                for element in lhs where !rhs.contains(element) { return false }
                return true
            }
        }
        extension Set: Hashable {
            func hash(into hasher: inout Hasher) {
                var sum = 0
                for element in self { sum ^= element.hashValue }
                hasher._combine(sum)
            }
        }
        extension Set: CustomStringConvertible, CustomDebugStringConvertible {
            var description: String { _describeElements(self) }
            var debugDescription: String { "Set(" + description + ")" }
        }
        """#
}
