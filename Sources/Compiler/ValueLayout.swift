import Machine
import Semantics

/// What a 64-bit word of a value is: bits, or a counted reference into the heap (0 for none).
enum Word: Hashable {
    case raw, reference
}

/// How a machine's own type is represented; `@native("…")` on its declaration says which.
enum NativeForm: Hashable {
    /// A two's complement integer in one raw word, sign- or zero-extended to 64 bits.
    case integer(bits: UInt8, isSigned: Bool)
    case double
    /// In one raw word as the Double of the same value; each result is rounded to single precision.
    case float
    case boolean
    /// One reference each.
    case string, character, array, dictionary, set
    /// One reference to an object whose descriptor says what is inside.
    case opaque
}

/// How the values of one concrete type lie in words.
///
/// Words are consecutive: registers of a frame, elements of an array, or fields of an object. The form says what
/// they mean.
final class ValueLayout {
    /// A part of a value: its layout and the word it begins at.
    struct Part {
        var offset: Int
        var layout: ValueLayout
        var label: String?
    }
    /// A case of an enum. Word `k` of the payload's own layout lies at word `places[k]` of the enum.
    struct Case {
        var payload: ValueLayout
        var places: [Int]
        /// The payload is in an object of its own; `places` has the one word of its reference.
        var isBoxed: Bool
        /// Whether the payload lies in consecutive words in its own order, so that it can be used in place.
        var isContiguous: Bool {
            for index in places.indices where places[index] != places[0] + index { return false }
            return true
        }
    }
    indirect enum Form {
        case native(NativeForm)
        case classInstance
        case closure
        case existential
        /// A number that stands for a type.
        case metatype
        /// Struct or tuple, its parts one after the other.
        case product([Part])
        /// A product of more than four words: one reference to a copy-on-write object that holds `content`.
        case boxed(ValueLayout)
        /// Tag in word 0.
        case sum([Case])
        /// An optional of what is never 0: the word itself, 0 for nil.
        case nullable(ValueLayout)
        /// A `weak` or `unowned` property: one reference to what stands for the instance, read and stored as `strong`.
        case weak(strong: ValueLayout)
    }

    let type: Type
    let form: Form
    let words: [Word]
    /// The positions of the reference words.
    let references: [Int]

    init(_ type: Type, _ form: Form, _ words: [Word]) {
        self.type = type
        self.form = form
        self.words = words
        references = words.indices.filter { words[$0] == .reference }
    }

    var width: Int { words.count }
    /// Whether copying is copying bits.
    var machineLayout: Layout { Layout(words.map { $0 == .reference }) }
    var isTrivial: Bool { references.isEmpty }

    /// One reference word that is never 0.
    var isPlainReference: Bool {
        switch form {
        case .native, .classInstance, .closure, .existential, .boxed: words == [.reference]
        case .product(let parts): words == [.reference] && parts.contains { $0.layout.isPlainReference }
        case .metatype, .sum, .nullable, .weak: false
        }
    }

    /// How a `weak` or `unowned` property of this type lies in its owner.
    var weakly: ValueLayout { ValueLayout(type, .weak(strong: self), [.reference]) }

    /// The parts of a struct or tuple, wherever they lie.
    var parts: [Part] {
        switch form {
        case .product(let parts): parts
        case .boxed(let content): content.parts
        default: []
        }
    }
}
