import Machine
import NeuralCore

/// The engine's operations as natives of the machine: `@native("engine.…")` in `EngineText`.
///
/// An error of the engine ends the cell with the engine's own message. Work is charged by its size before it is done.
extension EngineContext {
    var natives: [Native] {
        activationNatives + networkNatives + partNatives + passNatives + trainingNatives + tensorNatives + dataNatives
            + lessonNatives + logNatives
    }

    /// A native that does not fail but by an error of the engine, and stores one word at most.
    func native(
        _ name: String, _ argumentWords: Int, _ resultWords: Int = 1,
        _ body: @escaping (inout Arguments) throws(EngineError) -> Int64?
    ) -> Native {
        Native(name: "engine.\(name)", argumentWords: argumentWords, resultWords: resultWords) { machine, words in
            var arguments = Arguments(machine, words)
            do throws(EngineError) {
                let result = try body(&arguments)
                // Nil: memory is used up, and the machine knows.
                if resultWords == 1 { words[0] = result ?? 0 }
                return .done
            } catch {
                return .trap(.stated(.other, error.message))
            }
        }
    }

    private var activationNatives: [Native] {
        [
            native("activate", 2) { (a: inout Arguments) throws(EngineError) in
                let activation = a.activation()
                return bits(activation(a.double()))
            },
            native("slope", 2) { (a: inout Arguments) throws(EngineError) in
                let activation = a.activation()
                return bits(activation.derivative(a.double()))
            },
            native("loss", 3) { (a: inout Arguments) throws(EngineError) in
                let loss = a.loss()
                let predictions = a.doubles()
                a.machine.charge(Int64(predictions.count))
                return bits(try Checked.loss(loss, predictions, a.doubles()))
            },
            native("softmax", 3) { (a: inout Arguments) throws(EngineError) in
                let z = a.doubles()
                a.machine.charge(Int64(z.count))
                let isLogarithm = a.word() & 1 == 1
                return numbers(isLogarithm ? logSoftmax(z) : softmax(z), like: a.word(), a.machine)
            },
            native("caseNumber", 1) { (a: inout Arguments) throws(EngineError) in
                Int64(a.int() & 0xFF)
            },
        ]
    }
}

func bits(_ value: Double) -> Int64 { Int64(bitPattern: value.bitPattern) }

/// An array of the type of another: that is where its descriptor comes from.
func numbers(_ values: [Double], like array: Int64, _ machine: Machine) -> Int64? {
    guard let descriptor = machine.descriptor(of: array) else { return 0 }
    return machine.makeDoubles(descriptor, values)
}

/// An array of integers of the type of another.
func integers(_ values: [Int], like array: Int64, _ machine: Machine) -> Int64? {
    guard let descriptor = machine.descriptor(of: array) else { return 0 }
    var words: [Int64] = []
    words.reserveCapacity(values.count)
    for value in values { words.append(Int64(value)) }
    return machine.makeArray(descriptor, words: words)
}

func rowsOf(_ values: [Double], _ rows: Int) -> [[Double]] {
    let columns = rows == 0 ? 0 : values.count / rows
    var result: [[Double]] = []
    for row in 0..<rows { result.append([Double](values[row * columns..<(row + 1) * columns])) }
    return result
}
