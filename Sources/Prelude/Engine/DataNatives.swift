import Machine
import NeuralCore

/// The fields of a CSV text; never changed.
final class CSVObject: ForeignObject {
    let fields: CSVFields
    private let size: Int

    init(_ fields: CSVFields, size: Int) {
        self.fields = fields
        self.size = size
    }

    override var byteCount: Int { size }
}

/// Bundled data and its reading: `@native("engine.csv…")` and `engine.dataText` in `SharedText`.
extension EngineContext {
    var dataNatives: [Native] {
        [
            native("dataText", 1) { (a: inout Arguments) throws(EngineError) in
                let bytes = try Checked.data(a.string())
                a.machine.charge(Int64(bytes.count / 16))
                return a.machine.makeString(String(decoding: bytes, as: UTF8.self))
            },
            native("csv", 1) { (a: inout Arguments) throws(EngineError) in
                let bytes = [UInt8](a.string().utf8)
                a.machine.charge(Int64(bytes.count))
                let fields = try CSVFields(checking: bytes)
                return a.machine.makeForeign(CSVObject(fields, size: bytes.count), descriptor: self.descriptor)
            },
            native("csvCount", 2) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.csv() else { return 0 }
                return Int64(a.int() == 0 ? object.fields.columnCount : object.fields.rowCount)
            },
            native("csvIsNumeric", 2) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.csv() else { return 0 }
                return object.fields.texts(a.int()).isEmpty ? 1 : 0
            },
            native("csvNumbers", 3) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.csv() else { return 0 }
                let values = object.fields.numbers(a.int())
                a.machine.charge(Int64(values.count))
                return numbers(values, like: a.word(), a.machine)
            },
            native("csvText", 3) { (a: inout Arguments) throws(EngineError) in
                guard let object = a.csv() else { return 0 }
                let column = a.int()
                let row = a.int()
                return a.machine.makeString(
                    row < 0 ? object.fields.name(column) : object.fields.texts(column)[row])
            },
        ]
    }
}

extension Arguments {
    fileprivate mutating func csv() -> CSVObject? { machine.foreign(word()) as? CSVObject }
}
