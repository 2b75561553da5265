/// The words of a value: how many, and which of them are references.
///
/// | type | words |
/// |---|---|
/// | Int, UInt8 …, Double, Float, Bool | 1 raw |
/// | String, Character (a string of one character), array, dictionary, class instance, closure, box, `any P` | 1 reference |
/// | struct, tuple of up to `Layout.flattenedLimit` words | its fields' words in order |
/// | larger struct or tuple | 1 reference to a boxed struct, copied on write |
/// | enum without payloads | 1 raw: the tag |
/// | enum with payloads, optional | tag word, then payload words; a reference word never overlaps a raw one |
/// | optional of exactly one reference word that is never nil itself | that word, 0 = nil |
public struct Layout: Equatable, Hashable, Sendable {
    /// One entry for each word: is it a reference?
    public var isReference: [Bool]

    public init(_ isReference: [Bool]) { self.isReference = isReference }

    public static let empty = Layout([])
    public static let raw = Layout([false])
    public static let reference = Layout([true])
    /// Larger structs are boxed.
    public static let flattenedLimit = 4

    public var words: Int { isReference.count }
    public var hasReferences: Bool { isReference.contains(true) }
    /// The indexes of the reference words, ascending.
    public var references: [Int] { isReference.indices.filter { isReference[$0] } }

    public static func + (a: Layout, b: Layout) -> Layout { Layout(a.isReference + b.isReference) }

    /// The layout of an enum: a tag, then room for any of the payloads, raw words shared with raw words and reference
    /// words with reference words. `placement[i]` gives, for each word of payload i, its word in the whole.
    public static func tagged(_ payloads: [Layout]) -> (layout: Layout, placement: [[Int]]) {
        var isReference = [false]
        var placement: [[Int]] = []
        for payload in payloads {
            var used = Set<Int>()
            var words: [Int] = []
            for wanted in payload.isReference {
                var word = 1
                while word < isReference.count && (isReference[word] != wanted || used.contains(word)) { word += 1 }
                if word == isReference.count { isReference.append(wanted) }
                used.insert(word)
                words.append(word)
            }
            placement.append(words)
        }
        return (Layout(isReference), placement)
    }
}

/// What the heap knows of an object: its header holds the descriptor's index.
public struct TypeDescriptor: Sendable {
    public enum Kind: UInt8, Sendable {
        /// Elements of `layout` inline, one after another.
        case array
        /// UTF-8 bytes.
        case string
        /// A fixed number of words: the box of a captured variable, a boxed struct or tuple, an indirect enum payload.
        case box
        /// A class instance.
        case instance
        /// Word 0 is the function, raw; captures follow. `layout` includes word 0.
        case closure
        /// `any P`: the payload's words. The descriptor is the concrete type's, so that `conformances` are its.
        case existential
        /// A dictionary or set: entries of key and value; `layout` is the entry's, `keyWords` of it the key's.
        case table
        /// A Swift object held for a native operation, such as a tensor: opaque to cells.
        case foreign
        /// What weak references to one instance share: word 0, raw, is the instance, or 0 once it is gone.
        case weak
    }

    /// How the words of a table's key compare and hash.
    public enum KeyKind: UInt8, Sendable {
        /// All words raw, equal when their bits are.
        case words
        /// One word, a Double: 0 equals −0, NaN equals nothing.
        case double
        /// One word, a String.
        case string
        /// The cell language decides, by `tableProbe`.
        case custom
    }

    /// The words of a protocol's witnesses for this type: functions in the order of the requirements.
    public struct Conformance: Sendable {
        public var `protocol`: Int
        public var witnesses: [Int]
        public init(protocol: Int, witnesses: [Int]) {
            self.`protocol` = `protocol`
            self.witnesses = witnesses
        }
    }

    /// As Swift names the type, for `typeName`, tables of memory and disassembly.
    public var name: String
    /// As `print(type(of: x))` shows it.
    public var plainName = ""
    public var kind: Kind
    /// Of one element (array), one entry (table), the whole object (box, instance, closure, existential).
    public var layout: Layout
    public var keyWords = 0
    public var keyKind = KeyKind.words
    /// Of a class: index of the superclass's descriptor.
    public var superclass: Int?
    /// Of a class: functions by slot.
    public var vtable: [Int] = []
    /// Of a class: a function of one borrowed parameter, `self`; it runs the superclass's in turn.
    public var deinitializer: Int?
    public var conformances: [Conformance] = []
    /// Of a class: its reference words in the order in which they are let go, where that is not the ascending one.
    public var releaseOrder: [Int]?

    public init(name: String, kind: Kind, layout: Layout) {
        self.name = name
        self.kind = kind
        self.layout = layout
    }
}
