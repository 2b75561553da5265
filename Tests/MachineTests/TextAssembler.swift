import Machine

/// Bytecode from text, for tests: one instruction a line, operands as the opcode's format wants them.
///
///     top: addInt r2 r2 r1
///     countedLoop r1 r0 @top
///     return r2 x1
///
/// Registers are `r3`; branch targets `@label`; a string literal in quotes goes to the string table; `call` names its
/// function; x is `x3`, or a register where the opcode takes one there. Everything else is a number.
struct TextAssembler {
    var program = Program()
    private var functions: [String: Int] = [:]
    var descriptors: [String: Int] = ["String": 0]

    mutating func descriptor(_ descriptor: TypeDescriptor) -> Int {
        program.descriptors.append(descriptor)
        descriptors[descriptor.name] = program.descriptors.count - 1
        return program.descriptors.count - 1
    }

    mutating func declare(_ name: String) -> Int {
        if let known = functions[name] { return known }
        functions[name] = program.reserveFunction(name)
        return program.functions.count - 1
    }

    @discardableResult
    mutating func function(
        _ name: String, parameters: Int = 0, results: Int = 0, frame: Int = 16, _ text: String
    ) -> Int {
        let index = declare(name)
        var labels: [String: Int] = [:]
        var lines: [[String]] = []
        for line in text.split(separator: "\n") {
            var tokens = tokens(line)
            if let first = tokens.first, first.hasSuffix(":") {
                labels[String(first.dropLast())] = lines.count
                tokens.removeFirst()
            }
            if !tokens.isEmpty { lines.append(tokens) }
        }
        var code: [Instruction] = []
        for (pc, tokens) in lines.enumerated() { code.append(instruction(tokens, at: pc, labels)) }
        program.functions[index].code = code
        program.functions[index].frameWords = frame
        program.functions[index].parameterWords = parameters
        program.functions[index].resultWords = results
        return index
    }

    private func tokens(_ line: Substring) -> [String] {
        var tokens: [String] = []
        var token = ""
        var quoted = false
        for character in line {
            if character == "\"" { quoted.toggle() }
            if (character == " " || character == ",") && !quoted {
                if !token.isEmpty { tokens.append(token) }
                token = ""
            } else {
                token.append(character)
            }
        }
        if !token.isEmpty { tokens.append(token) }
        return tokens
    }

    private mutating func instruction(_ tokens: [String], at pc: Int, _ labels: [String: Int]) -> Instruction {
        let name = tokens[0]
        let intrinsic = Intrinsic.allCases.first { "\($0.name)" == name }
        guard let opcode = intrinsic != nil ? .intrinsic : Opcode.allCases.first(where: { "\($0.name)" == name }) else {
            fatalError("no opcode \(name)")
        }
        var result = Instruction(opcode, x: Int(intrinsic?.rawValue ?? 0))
        var rest = tokens.dropFirst()
        let format = Array("\(intrinsic?.format ?? opcode.format)")
        for (position, role) in format.enumerated() where role != "-" && role != "." {
            guard position < 3 || intrinsic == nil, let token = rest.popFirst() else { continue }
            let value = value(token, at: pc, labels)
            switch position {
            case 0: result.a = UInt16(truncatingIfNeeded: value)
            case 1 where role.isUppercase: result.wide = Int32(truncatingIfNeeded: value)
            case 1: result.b = UInt16(truncatingIfNeeded: value)
            case 2: result.c = UInt16(truncatingIfNeeded: value)
            default: result.x = UInt8(truncatingIfNeeded: value)
            }
        }
        return result
    }

    private mutating func value(_ token: String, at pc: Int, _ labels: [String: Int]) -> Int {
        if token.hasPrefix("@") { return labels[String(token.dropFirst())]! - pc - 1 }
        if token.hasPrefix("\"") { return program.string(String(token.dropFirst().dropLast())) }
        if let number = Int(token) { return number }
        if let number = Int(token.dropFirst()), "rx.".contains(token.first!) { return number }
        if let descriptor = descriptors[token] { return descriptor }
        if let function = functions[token] { return function }
        if token.hasPrefix("d"), let number = Double(token.dropFirst()) {
            return program.constant(Int64(bitPattern: number.bitPattern))
        }
        if token.hasPrefix("k"), let number = Int64(token.dropFirst()) { return program.constant(number) }
        fatalError("no operand \(token)")
    }
}

/// What tests want of a machine.
extension Machine {
    static func running(_ assembler: TextAssembler, _ function: Int, limits: Limits = Limits()) throws -> (
        Machine, Outcome
    ) {
        let machine = Machine(limits: limits)
        try machine.load(assembler.program)
        machine.start(function)
        return (machine, machine.run())
    }

    var printed: String { String(decoding: takeOutput(), as: UTF8.self) }
}

extension Machine.Outcome {
    var trap: Trap? {
        if case .trapped(let report) = self { return report.trap }
        return nil
    }
    var isFinished: Bool {
        if case .finished = self { return true }
        return false
    }
}

/// The trap that ends a function of no parameters.
func trap(_ text: String, constants: [Int64] = [], limits: Limits = Limits()) throws -> Trap? {
    var assembler = TextAssembler()
    assembler.program.constants = constants
    let ints = TypeDescriptor(name: "Ints", kind: .array, layout: .raw)
    _ = assembler.descriptor(ints)
    let main = assembler.declare("main")
    assembler.function("main", text)
    return try Machine.running(assembler, main, limits: limits).1.trap
}

/// Register 0 after a function of no parameters.
func result(_ text: String, constants: [Int64] = []) throws -> Int64 {
    var assembler = TextAssembler()
    assembler.program.constants = constants
    _ = assembler.descriptor(TypeDescriptor(name: "Ints", kind: .array, layout: .raw))
    let main = assembler.function("main", results: 1, text)
    let (machine, outcome) = try Machine.running(assembler, main)
    guard outcome.isFinished else { throw UnexpectedOutcome(text: "\(outcome)") }
    return machine.register(0)
}

struct UnexpectedOutcome: Error {
    var text: String
}
