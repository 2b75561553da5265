import Elementary
import Machine
import Semantics

/// Shows values as `print` would, without running any code: for a stepper, which must not change what it looks at.
///
/// A type's own `description` is code and is not asked: its fields are shown. Long values are cut.
public struct ValueReader {
    /// How many elements of a collection are shown, and about how many bytes of a value.
    public static let shownElements = 12
    public static let shownBytes = 160

    private let session: CompilerSession
    private let machine: Machine
    private var text = ""
    private var depth = 0

    public struct Value {
        public var text: String
        /// Of an integer, a Double or a Float.
        public var number: Double?
    }

    /// The value of a type, by its index, whose words begin at `register` of the frame at `base`. A complemented index is
    /// that of a variable in a box, which the register refers to.
    public static func value(
        _ session: CompilerSession, _ machine: Machine, type index: Int, register: Int, base: Int
    ) -> Value? {
        guard let type = session.checker.types.type(at: index < 0 ? ~index : index) else { return nil }
        let layout = session.layout(type)
        var words: [Int64] = []
        if index < 0 {
            let box = machine.register(register, of: base)
            for word in 0..<layout.width {
                guard let content = machine.field(word, of: box) else { return nil }
                words.append(content)
            }
        } else {
            for word in 0..<layout.width { words.append(machine.register(register + word, of: base)) }
        }
        var reader = ValueReader(session: session, machine: machine)
        reader.append(layout, words)
        return Value(text: reader.text, number: reader.number(layout, words))
    }

    private init(session: CompilerSession, machine: Machine) {
        self.session = session
        self.machine = machine
    }

    private func number(_ layout: ValueLayout, _ words: [Int64]) -> Double? {
        guard case .native(let form) = layout.form, let word = words.first else { return nil }
        switch form {
        case .integer(_, isSigned: true): return Double(word)
        case .integer(_, isSigned: false): return Double(UInt64(bitPattern: word))
        case .double, .float: return Double(bitPattern: UInt64(bitPattern: word))
        default: return nil
        }
    }

    private var isFull: Bool { text.utf8.count > Self.shownBytes }

    private mutating func append(_ layout: ValueLayout, _ words: [Int64]) {
        if isFull || depth > 6 || words.count < layout.width {
            text += "…"
            return
        }
        depth += 1
        defer { depth -= 1 }
        switch layout.form {
        case .native(let form): append(form, layout, words)
        case .classInstance: append(instance: words[0], layout.type)
        case .closure: text += "(Function)"
        case .existential: append(existential: words[0])
        case .metatype:
            if case .metatype(let inner) = session.checker.types[layout.type] { text += session.typeName(inner) }
        case .product(let parts): append(parts, layout.type, words)
        case .boxed(let content): append(content, self.words(of: words[0], content.width))
        case .sum(let cases): append(cases, layout.type, words)
        case .weak(let strong):
            // What stands for the instance: its only word is the instance, or 0 once that is gone.
            append(strong, [words[0] == 0 ? 0 : machine.field(0, of: words[0]) ?? 0])
        case .nullable(let wrapped):
            if words[0] == 0 {
                text += "nil"
            } else {
                text += "Optional("
                append(wrapped, words)
                text += ")"
            }
        }
    }

    private func words(of object: Int64, _ count: Int, from start: Int = 0) -> [Int64] {
        var words: [Int64] = []
        for index in 0..<count {
            guard let word = machine.field(start + index, of: object) else { break }
            words.append(word)
        }
        return words
    }

    // MARK: The machine's own types

    private mutating func append(_ form: NativeForm, _ layout: ValueLayout, _ words: [Int64]) {
        let word = words[0]
        switch form {
        case .integer(_, isSigned: true): text += "\(word)"
        case .integer(_, isSigned: false): text += "\(UInt64(bitPattern: word))"
        case .double: text += Elementary.describe(Double(bitPattern: UInt64(bitPattern: word)))
        case .float: text += Elementary.describe(Float(Double(bitPattern: UInt64(bitPattern: word))))
        case .boolean: text += word != 0 ? "true" : "false"
        case .string, .character: append(string: machine.string(word) ?? "")
        case .array: append(array: word, layout.type)
        case .dictionary, .set: append(table: word, layout.type)
        case .opaque: text += "…"
        }
    }

    private mutating func append(string: String) {
        if string.utf8.count <= Self.shownBytes {
            text += string.debugDescription
            return
        }
        var cut = ""
        for character in string.unicodeScalars.prefix(Self.shownBytes / 2) { cut.unicodeScalars.append(character) }
        text += cut.debugDescription + "…"
    }

    private mutating func append(array: Int64, _ type: Type) {
        let element = session.elementLayout(type)
        let count = machine.count(of: array)
        text += "["
        for index in 0..<min(count, Self.shownElements) {
            if index > 0 { text += ", " }
            var words: [Int64] = []
            for word in 0..<element.width { words.append(machine.element(index, of: array, word: word) ?? 0) }
            append(element, words)
            if isFull { break }
        }
        if count > Self.shownElements { text += ", … \(count) in all" }
        text += "]"
    }

    private mutating func append(table: Int64, _ type: Type) {
        let (key, value) = session.tableLayouts(type)
        let entries = machine.entries(table)
        text += "["
        for (index, entry) in entries.prefix(Self.shownElements).enumerated() {
            if index > 0 { text += ", " }
            append(key, Array(entry.prefix(key.width)))
            if let value {
                text += ": "
                append(value, Array(entry.dropFirst(key.width)))
            }
            if isFull { break }
        }
        if entries.isEmpty, value != nil { text += ":" }
        if entries.count > Self.shownElements { text += ", … \(entries.count) in all" }
        text += "]"
    }

    // MARK: Types of the program

    private mutating func append(_ parts: [ValueLayout.Part], _ type: Type, _ words: [Int64]) {
        if case .nominal(let decl, _) = session.checker.types[type] {
            if let sign = decl.name == "Range" ? "..<" : decl.name == "ClosedRange" ? "..." : nil, parts.count == 2 {
                append(parts[0].layout, Array(words[parts[0].offset...]))
                text += sign
                append(parts[1].layout, Array(words[parts[1].offset...]))
                return
            }
            text += session.typeName(type)
        }
        appendFields(parts, words)
    }

    private mutating func appendFields(_ parts: [ValueLayout.Part], _ words: [Int64]) {
        text += "("
        for (index, part) in parts.enumerated() {
            if index > 0 { text += ", " }
            if let label = part.label { text += label + ": " }
            append(part.layout, Array(words[part.offset..<part.offset + part.layout.width]))
        }
        text += ")"
    }

    private mutating func append(instance: Int64, _ type: Type) {
        if instance == 0 {
            text += "nil"
            return
        }
        text += session.typeName(type)
        let fields = session.instanceFields(type)
        // Those of the library keep to themselves.
        guard depth <= 2, case .nominal(let decl, _) = session.checker.types[type], session.isUserFile(decl.file) else {
            return
        }
        text += "("
        for (index, field) in fields.enumerated() {
            if index > 0 { text += ", " }
            text += field.property.name + ": "
            append(field.layout, words(of: instance, field.layout.width, from: field.offset))
        }
        text += ")"
    }

    private mutating func append(existential reference: Int64) {
        guard let descriptor = machine.descriptor(of: reference) else {
            text += "nil"
            return
        }
        for (key, index) in session.descriptors where index == descriptor {
            switch key {
            case .existential(let type):
                let layout = session.layout(type)
                append(layout, words(of: reference, layout.width))
                return
            case .instance(let type): return append(instance: reference, type)
            default: break
            }
        }
        text += "…"
    }

    private mutating func append(_ cases: [ValueLayout.Case], _ type: Type, _ words: [Int64]) {
        guard case .nominal(let decl, _) = session.checker.types[type] else { return }
        let tag = Int(truncatingIfNeeded: words[0])
        guard cases.indices.contains(tag), decl.cases.indices.contains(tag) else {
            text += "…"
            return
        }
        let isOptional = session.layouts.optionalPayload(type) != nil
        let item = decl.cases[tag]
        if isOptional {
            if cases[tag].places.isEmpty {
                text += "nil"
                return
            }
            text += "Optional"
        } else {
            text += item.name
        }
        guard !cases[tag].places.isEmpty else { return }
        var payload: [Int64] = []
        for place in cases[tag].places { payload.append(words[place]) }
        var layout = cases[tag].payload
        if cases[tag].isBoxed {
            layout = session.layouts.content(of: cases[tag])
            payload = self.words(of: payload[0], layout.width)
        }
        if case .product(let parts) = layout.form, item.payload.count > 1 {
            appendFields(parts, payload)
        } else {
            text += "("
            append(layout, payload)
            text += ")"
        }
    }
}
